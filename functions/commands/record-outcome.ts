/** What became of sealed records, and those that are kept sealed, as they stand in the registry. */
import * as z from 'zod/mini'
import { keptUntil, SealedAsItCame } from '../devices/quarantine-record.ts'
import { type Stored, storedShape, toStored } from '../platform/stored.ts'
import { expiry, registryKeys } from '../platform/tables.ts'
import { change, type TransactWriteItem } from '../platform/transaction.ts'

/** A sealed record as a parcel brings it, with its wrapped key at hand. */
export interface Parcelled {
  readonly recordId: string
  readonly deviceId: string
  readonly dependsOn: readonly string[]
  /** Base64. */
  readonly wrappedKey: string
  readonly sealed: Uint8Array<ArrayBuffer>
  /** Of the sealed bytes: the same record again, or another one under its id. */
  readonly sealedHash: string
  /** The officer whose session carried it. */
  readonly carriedBy: string
  /** Its parts lie in their bucket until it is received or let go. */
  readonly cameInParts?: true
}

/** Ids and words alone: not what the record was, nor of whom. */
export const storedOutcome = storedShape(1, () =>
  z.object({
    recordId: z.string(),
    deviceId: z.string(),
    sealedHash: z.string(),
    is: z.enum(['received', 'refused', 'quarantined']),
    word: z.optional(z.string()),
    authorId: z.optional(z.string()),
    carriedBy: z.string(),
    at: z.string(),
    /** Under a later one what was received may be gone, so it is handed on again. */
    restoreEpoch: z.int(),
  }),
)
export type RecordOutcome = Stored<typeof storedOutcome>

export const storedRefused = storedShape(1, () =>
  z.object({
    ...SealedAsItCame,
    sealedHash: z.string(),
    authorId: z.string(),
    word: z.string(),
    refusedAt: z.string(),
    [expiry]: z.int(),
  }),
)
export type RefusedRecord = Stored<typeof storedRefused>

/**
 * Notes what became of a record. What was received stays so, whatever another carrier is answered later. What is noted
 * of a record of one tablet gives way to that tablet's, or to its author's from another one, and to nobody else's who
 * knows its id.
 */
export const outcomeNoted = (table: string, outcome: RecordOutcome): TransactWriteItem => {
  const { recordId, deviceId, authorId, is, restoreEpoch } = outcome
  const isTheirs = authorId === undefined ? '#deviceId = :device' : '(#deviceId = :device OR #authorId = :author)'
  const isOpen = is === 'received' ? isTheirs : `(${isTheirs} AND #is <> :received)`
  return {
    Put: {
      TableName: table,
      Item: toStored({ ...registryKeys.recordOutcome(recordId), schemaVersion: 1, revision: 1, ...outcome }),
      ConditionExpression: `attribute_not_exists(pk) OR #restoreEpoch < :epoch OR ${isOpen}`,
      ExpressionAttributeNames: {
        ...{ '#deviceId': 'deviceId', '#restoreEpoch': 'restoreEpoch' },
        ...(authorId === undefined ? {} : { '#authorId': 'authorId' }),
        ...(is === 'received' ? {} : { '#is': 'is' }),
      },
      ExpressionAttributeValues: toStored({
        ...{ ':device': deviceId, ':epoch': restoreEpoch },
        ...(authorId === undefined ? {} : { ':author': authorId }),
        ...(is === 'received' ? {} : { ':received': 'received' }),
      }),
    },
  }
}

const asItCame = ({ recordId, deviceId, dependsOn, wrappedKey, sealed, sealedHash, carriedBy }: Parcelled) => ({
  recordId,
  deviceId,
  dependsOn: [...dependsOn],
  wrappedKey,
  sealed,
  sealedHash,
  carriedBy,
})

/** Keeps a refused record for its author, over what was refused of it before. */
export const keptForAuthor = (
  table: string,
  record: Parcelled,
  { authorId, word, at }: { authorId: string; word: string; at: string },
): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: toStored({
      ...registryKeys.refusedRecord(authorId, record.recordId),
      schemaVersion: 1,
      revision: 1,
      ...asItCame(record),
      authorId,
      word,
      refusedAt: at,
      [expiry]: keptUntil(at),
    }),
  },
})

/** Empties what was kept for its author of an earlier refusal, and ends it. Guarded: where nothing was kept nothing is made. */
export const keptNoMore = (table: string, authorId: string, { recordId, at }: RecordOutcome): TransactWriteItem =>
  change(table, registryKeys.refusedRecord(authorId, recordId), {
    set: { sealed: new Uint8Array(), [expiry]: Math.floor(Date.parse(at) / 1000) },
    when: 'attribute_exists(pk)',
  })

/** Sets a record aside where none of its id is; the old one is asked back. */
export const setAside = (table: string, record: Parcelled, at: string, place: number): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: toStored({
      ...registryKeys.quarantined(record.deviceId, record.recordId),
      schemaVersion: 1,
      revision: 1,
      ...asItCame(record),
      receivedAt: at,
      place,
      state: 'WAITING',
    }),
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
})
