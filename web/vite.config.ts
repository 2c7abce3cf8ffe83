import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { filesOf } from './chunks.ts'
import { receptionPage } from './reception-page.ts'
import { withoutExamples } from './without-examples.ts'

/** Desks with a network: fetched when they are opened, and by nobody else's tablet. */
const withNetwork = [
  'protection',
  'reports',
  'devices',
  'district',
  'trips',
  'budgets',
  'plan',
  'visit',
  'draw-bars',
  'components',
]

/**
 * The desks as static files. Everything a page runs or shows comes from a hashed file of our own, so that the
 * distribution's policy can be `script-src 'self' 'wasm-unsafe-eval'; style-src 'self'`.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    preact({ devToolsEnabled: false }),
    withoutExamples(),
    receptionPage(),
    VitePWA({
      // a new version waits until the officer starts it: never in the middle of a form
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Kamohelo',
        short_name: 'Kamohelo',
        start_url: '/',
        display: 'standalone',
        theme_color: '#12307f',
        background_color: '#fbf8f2',
        icons: [{ src: '/mark.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        // with the recordings of the notice, where a deployment has any
        globPatterns: ['**/*.{js,css,html,svg,wasm}', 'notice/**/*.{json,ogg,opus,mp3,m4a}'],
        maximumFileSizeToCacheInBytes: 4_000_000,
        // a tablet that has the copy starts every page by the one page
        globIgnores: ['reception.html', ...withNetwork.map(desk => `assets/${desk}*`)],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/v1\//, /^\/oidc\//, /^\/config\.json$/],
        runtimeCaching: [{ urlPattern: /\/config\.json$/, handler: 'NetworkFirst', options: { cacheName: 'config' } }],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
  resolve: {
    // every schema is made through this file, which forbids zod to compile code at run time before the first one is made
    alias: [{ find: /^zod\/mini$/, replacement: `${import.meta.dirname}/src/api/zod-when-used.ts` }],
  },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: filesOf(import.meta.dirname),
        },
      },
    },
  },
})
