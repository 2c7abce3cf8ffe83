/** What the commands function reads and keeps of sealed parcels: devices, passes, outcomes, and what stays sealed. */
import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'
import { type Device, type Pass, storedDevice, storedPass } from '../devices/device-record.ts'
import { quarantineTransitions } from '../devices/device-states.ts'
import { keptUntil, type Quarantined, storedQuarantined } from '../devices/quarantine-record.ts'
import { findStored, getAll, queryAll } from '../platform/reads.ts'
import { readStored, toStored } from '../platform/stored.ts'
import { expiry, recordPrefix, registryKeys, releasedQueue } from '../platform/tables.ts'
import { change, type TransactWriteItem, transact } from '../platform/transaction.ts'
import { whileStateAllows } from '../platform/transitions.ts'
import {
  keptForAuthor,
  keptNoMore,
  outcomeNoted,
  type Parcelled,
  type RecordOutcome,
  type RefusedRecord,
  setAside,
  storedOutcome,
  storedRefused,
} from './record-outcome.ts'

export type { Device, Pass }

/** How a record that was handed on ended. */
export interface Ending {
  readonly outcome: RecordOutcome
  /** Where it was refused and could be opened: it is kept for them. */
  readonly keptFor?: string
  /** Refused, and nobody may keep it: what is here of it goes. */
  readonly isLetGo?: true
}

export const parcelStore = (database: DynamoDBClient, table: string) => {
  const refusedOf = (ending: Ending, record: Parcelled): TransactWriteItem[] => {
    const { outcome, keptFor } = ending
    if (keptFor === undefined || outcome.word === undefined) return []
    return [keptForAuthor(table, record, { authorId: keptFor, word: outcome.word, at: outcome.at })]
  }

  return {
    /** Wherever it is: a parcel is judged by its device, not by its carrier's place. */
    async findDevice(deviceId: string): Promise<Device | undefined> {
      return findStored(database, table, registryKeys.device(deviceId), storedDevice)
    },

    async findPass(deviceId: string, officerId: string): Promise<Pass | undefined> {
      return findStored(database, table, registryKeys.pass(deviceId, officerId), storedPass)
    },

    /** What is known of these records; one of which nothing is known is left out. */
    async outcomes(recordIds: readonly string[]): Promise<Map<string, RecordOutcome>> {
      const keys = [...new Set(recordIds)].map(registryKeys.recordOutcome)
      const found = (await getAll(database, table, keys)).map(item => readStored(storedOutcome, item))
      return new Map(found.map(outcome => [outcome.recordId, outcome]))
    },

    async findQuarantined(deviceId: string, recordId: string): Promise<Quarantined | undefined> {
      return findStored(database, table, registryKeys.quarantined(deviceId, recordId), storedQuarantined)
    },

    /** Notes how it ended, and keeps what was refused for its author. */
    async end(record: Parcelled, ending: Ending): Promise<void> {
      const kept = refusedOf(ending, record).map(write => ({ guard: 'kept' as const, write }))
      const noted = { guard: 'outcome' as const, write: outcomeNoted(table, ending.outcome) }
      const outcome = await transact(database, [...kept, noted])
      // What is noted stands: received before, with other content, or somebody else's. What came now is kept all the same.
      if (!outcome.committed && kept.length > 0) await transact(database, kept)
      const { authorId } = ending.outcome
      if (ending.isLetGo && authorId !== undefined)
        await transact(database, [{ guard: 'kept', write: keptNoMore(table, authorId, ending.outcome) }])
    },

    /** Sets it aside for a supervisor; the record that stands there already, where one does. */
    async quarantine(record: Parcelled, outcome: RecordOutcome, place: number): Promise<Quarantined | 'set-aside'> {
      const written = await transact(database, [
        { guard: 'record', write: setAside(table, record, outcome.at, place) },
        { guard: 'outcome', write: outcomeNoted(table, outcome) },
      ])
      if (written.committed) return 'set-aside'
      const old = written.failed.find(({ guard }) => guard === 'record')?.old
      if (old) return readStored(storedQuarantined, old)
      // Received before the device was revoked, with other content: this one is set aside beside it.
      await transact(database, [{ guard: 'record', write: setAside(table, record, outcome.at, place) }])
      return 'set-aside'
    },

    /** What supervisors released and nobody has handed on yet, in the order it came; page by page. */
    async *released(): AsyncGenerator<Quarantined> {
      const pages = paginateQuery(
        { client: database, pageSize: 50 },
        {
          TableName: table,
          IndexName: 'work',
          KeyConditionExpression: 'workQueue = :queue',
          ExpressionAttributeValues: toStored({ ':queue': releasedQueue }),
        },
      )
      for await (const { Items = [] } of pages) {
        for (const { pk, sk } of Items) {
          const key = { pk: pk?.S ?? '', sk: sk?.S ?? '' }
          const record = await findStored(database, table, key, storedQuarantined)
          if (record?.state === 'RELEASED') yield record
        }
      }
    },

    /** Ends a released record: it leaves the queue in the same transaction that notes how it ended. */
    async endReleased(record: Parcelled, ending: Ending): Promise<void> {
      const step = ending.outcome.is === 'received' ? 'deliver' : 'refuse'
      const left = change(table, registryKeys.quarantined(record.deviceId, record.recordId), {
        set: {
          state: quarantineTransitions[step].to,
          [expiry]: keptUntil(ending.outcome.at),
          sealed: ending.isLetGo ? new Uint8Array() : undefined,
        },
        remove: ['workQueue', 'workOrder'],
        ...whileStateAllows(quarantineTransitions, step),
      })
      const ended = [
        { guard: 'record', write: left },
        ...refusedOf(ending, record).map(write => ({ guard: 'kept', write })),
      ]
      const noted = { guard: 'outcome', write: outcomeNoted(table, ending.outcome) }
      const outcome = await transact(database, [...ended, noted])
      // A failed guard of the record: another run ended it in the meantime. Of the outcome: what is noted stands.
      const isNoted = outcome.committed || outcome.failed.some(({ guard }) => guard === 'record')
      if (!isNoted) await transact(database, ended)
    },

    /** An officer's own refused records that are neither expired nor received since. */
    async refusedFor(officerId: string, now: Date): Promise<RefusedRecord[]> {
      const { pk } = registryKeys.refusedRecord(officerId, '')
      const found = (await queryAll(database, table, { pk, prefix: recordPrefix })).map(item =>
        readStored(storedRefused, item),
      )
      const outcomes = await this.outcomes(found.map(({ recordId }) => recordId))
      return found.filter(record => !isExpired(record, now) && !isReceived(outcomes.get(record.recordId), officerId))
    },

    async findRefused(officerId: string, recordId: string, now: Date): Promise<RefusedRecord | undefined> {
      const key = registryKeys.refusedRecord(officerId, recordId)
      const record = await findStored(database, table, key, storedRefused)
      if (!record || isExpired(record, now)) return undefined
      return isReceived((await this.outcomes([recordId])).get(recordId), officerId) ? undefined : record
    },

    /** What was last refused of a record and kept for its author, received since or not. */
    async lastRefused(authorId: string, recordId: string): Promise<RefusedRecord | undefined> {
      return findStored(database, table, registryKeys.refusedRecord(authorId, recordId), storedRefused)
    },
  }
}
export type ParcelStore = ReturnType<typeof parcelStore>

const isExpired = (record: RefusedRecord, now: Date): boolean => record[expiry] * 1000 <= now.getTime()
/** As its author's: another's record under the same id says nothing of it. */
const isReceived = (outcome: RecordOutcome | undefined, authorId: string): boolean =>
  outcome?.is === 'received' && outcome.authorId === authorId
