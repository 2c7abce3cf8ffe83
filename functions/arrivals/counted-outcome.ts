/** What stands in a batch's counted slot for a person who was not registered. */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { CountedOutcome } from '../registration/code-lists.ts'
import { UrgentFlag } from '../registration/vulnerability-codes.ts'
import { ItemCode } from '../support/items.ts'

/** Reads any counted slot: a return event's too, as far as the balance needs it. */
export const storedCounted = storedShape(1, () =>
  z.object({
    outcome: CountedOutcome,
    outcomeId: z.optional(z.string()),
    returnEventId: z.optional(z.string()),
    row: z.optional(z.int()),
    displayNumber: z.optional(z.string()),
    reason: z.optional(z.string()),
    contentHash: z.optional(z.string()),
    deviceTime: z.optional(z.string()),
    /** Of a return event, for the board. */
    urgentFlags: z.optional(z.array(UrgentFlag)),
    granted: z.optional(z.array(z.object({ item: ItemCode }))),
    notGiven: z.optional(z.array(z.object({ item: ItemCode, reason: z.string() }))),
    receivedAt: z.string(),
  }),
)
export type Counted = Stored<typeof storedCounted>
