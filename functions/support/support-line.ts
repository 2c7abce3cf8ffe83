import * as z from 'zod/mini'
import { ItemCode } from './items.ts'

/** One item asked for in an intake; the quantity is in the item's own unit (pieces, nights, lisente, seats). */
export const SupportLine = z.strictObject({
  item: ItemCode,
  quantity: z.int().check(z.positive(), z.maximum(1_000_000)),
})
export type SupportLine = z.infer<typeof SupportLine>
