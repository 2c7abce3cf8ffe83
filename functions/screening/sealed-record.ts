/** A sealed envelope as it stands in the protection zone: unopened, under an id that nobody was ever told. */
import * as z from 'zod/mini'
import { fromStored, type StoredAttributes, toStored } from '../platform/stored.ts'
import { protectionKeys } from '../platform/tables.ts'
import type { TransactWriteItem } from '../platform/transaction.ts'
import { SealedEnvelope } from './sealed-envelope.ts'

const SealedRecord = z.object({ sealedId: z.uuid(), envelope: SealedEnvelope, receivedAt: z.string() })
export type SealedRecord = z.infer<typeof SealedRecord>

/** Undefined where the item is no envelope: whoever may put here could have put anything, and must stop nobody. */
export const readSealedRecord = (attributes: StoredAttributes): SealedRecord | undefined =>
  SealedRecord.safeParse(fromStored(attributes)).data

/**
 * Puts the envelope. No condition and no old item asked for: either would tell whoever puts whether something stood
 * there. The id is fresh and random, so that nothing can.
 */
export const sealedAway = (table: string, record: SealedRecord): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: toStored({ ...protectionKeys.sealed(record.sealedId), schemaVersion: 1, revision: 1, ...record }),
  },
})
