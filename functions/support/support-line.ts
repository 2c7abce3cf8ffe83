import * as z from 'zod/mini'
import { ShortText } from '../platform/fields.ts'
import { ItemCode } from './items.ts'

/** One item asked for in an intake; the quantity is in the item's own unit (pieces, nights, lisente, seats). */
export const SupportLine = z.strictObject({
  item: ItemCode,
  quantity: z.int().check(z.positive(), z.maximum(1_000_000)),
})
export type SupportLine = z.infer<typeof SupportLine>

/** From which lots of its own lease a tablet took it; chosen there, where no network may have been. */
const FromLease = z.strictObject({
  leaseId: z.string().check(z.maxLength(36)),
  lots: z
    .array(z.strictObject({ lot: z.optional(ShortText), quantity: z.int().check(z.positive()) }))
    .check(z.minLength(1), z.maxLength(20)),
})

/** One item handed over; `drawn` where the tablet holds a lease of it. */
export const GivenLine = z
  .strictObject({ ...SupportLine.shape, drawn: z.optional(FromLease) })
  .check(
    z.refine(
      ({ quantity, drawn }) =>
        drawn === undefined || drawn.lots.reduce((sum, lot) => sum + lot.quantity, 0) === quantity,
      { path: ['drawn'], params: { word: 'lots-differ' } },
    ),
  )
export type GivenLine = z.infer<typeof GivenLine>
