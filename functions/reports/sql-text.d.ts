/** A report's SQL, read as text: esbuild's loader and vitest's plugin make it so. */
declare module '*.sql' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the bundler's text loader gives a default
  export default text
}
