/** That what was given was undone: beside the entitlement, once. */
import * as z from 'zod/mini'
import { storedShape } from '../platform/stored.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { putNew, type TransactWriteItem } from '../platform/transaction.ts'

export const storedReversal = storedShape(1, () =>
  z.object({
    returnEventId: z.string(),
    item: z.string(),
    requestId: z.optional(z.string()),
    moveId: z.string(),
    place: z.string(),
    reversedAt: z.string(),
  }),
)

export interface NewReversal {
  readonly returnEventId: string
  readonly item: string
  readonly requestId: string | undefined
  readonly moveId: string
  readonly place: string
  readonly reversedAt: string
}

export const reversed = (table: string, reversal: NewReversal): TransactWriteItem =>
  putNew(table, ledgerKeys.reversal(reversal.returnEventId, reversal.item, reversal.requestId), {
    schemaVersion: 1,
    ...reversal,
  })
