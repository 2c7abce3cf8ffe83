/**
 * Stands in for `zod/mini` in the browser (vite.config.ts). Zod would otherwise try `new Function` on its first
 * schema, which the content security policy forbids and reports.
 */
import { config } from 'zod/v4-mini'

config({ jitless: true })

export * from 'zod/v4-mini'
