/** The part of an entry that one line of a project bears. */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { moveKinds } from '../supplies/accounts.ts'
import { ItemCode } from '../support/items.ts'

export const storedFundRow = storedShape(1, () =>
  z.object({
    fund: z.string(),
    place: z.string(),
    at: z.string(),
    kind: z.enum(moveKinds),
    item: ItemCode,
    quantity: z.int(),
    returnEventId: z.optional(z.string()),
    officerId: z.optional(z.string()),
    reason: z.optional(z.string()),
  }),
)
export type FundRow = Stored<typeof storedFundRow>
