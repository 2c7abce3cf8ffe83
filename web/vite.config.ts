import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vite'

/**
 * The desks as static files. Everything a page runs or shows comes from a hashed file of our own, so that the
 * distribution's policy can be `script-src 'self' 'wasm-unsafe-eval'; style-src 'self'`.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact({ devToolsEnabled: false })],
  resolve: {
    // every schema is made through this file, which forbids zod to compile code at run time before the first one is made
    alias: [{ find: /^zod\/mini$/, replacement: `${import.meta.dirname}/src/api/zod-without-eval.ts` }],
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
