/**
 * The day book: what the ledger's entries moved, once more under the place and the day, as they came (domain.md 4.4). An
 * entry is never changed, so its copy never is either.
 */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { moveKinds } from '../supplies/accounts.ts'
import { ItemCode } from '../support/items.ts'

export const storedDayRow = storedShape(1, () =>
  z.object({
    place: z.string(),
    at: z.string(),
    kind: z.enum(moveKinds),
    item: ItemCode,
    quantity: z.int(),
    postings: z.array(z.object({ from: z.string(), to: z.string(), lot: z.string(), quantity: z.int() })),
    officerId: z.string(),
    /** Of what was given, or undone: the return event. */
    returnEventId: z.optional(z.string()),
    /** The command that gave it: everything it gave stands on one receipt. */
    receiptId: z.optional(z.string()),
    /** Of what went onto a lease, off it or out of it. */
    leaseId: z.optional(z.string()),
    /** Handed over, and borne by no lease. */
    isDisputed: z.boolean(),
    reason: z.optional(z.string()),
  }),
)
export type DayRow = Stored<typeof storedDayRow>
