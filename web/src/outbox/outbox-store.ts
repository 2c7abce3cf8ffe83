/**
 * The records on this device, in its database. Each change is one strict transaction: whatever moment the browser is
 * killed at, a record is there whole or was never said to be.
 */
import * as z from 'zod/mini'
import { deviceDatabase, isStorageFull, type StrictTransaction, strictly } from '../vault/device-database.ts'
import { OutboxRow, type RecordKind, wasLetGo } from './outbox-row.ts'
import { answered, mostRecords, nextParcel, type RecordAnswer } from './parcel.ts'
import { type RecordState, stateAfter, unsentStates } from './record-states.ts'

const Bytes = z.custom<Uint8Array<ArrayBuffer>>(value => value instanceof Uint8Array)
const epochKey = 'restore epoch'
const outboxStores = ['outbox', 'sealed', 'copies', 'keys', 'device'] as const

/** Sealed already: nothing here can open it. */
export interface SealedForServer {
  readonly sealed: Uint8Array<ArrayBuffer>
  readonly keyId: string
  readonly wrappedKey: Uint8Array<ArrayBuffer>
}

export interface NewRecord extends SealedForServer {
  readonly recordId: string
  readonly deviceId: string
  readonly authorId: string
  readonly kind: RecordKind
  readonly savedAt: string
  readonly dependsOn: readonly string[]
  /** For the author's own eyes; private screens have none. */
  readonly copy: Uint8Array<ArrayBuffer> | undefined
  readonly withoutPin: boolean
}

export type Kept =
  | 'kept'
  /** Nothing was written; the form stays open. */
  | 'storage-full'
  /** On its way, or answered: what was kept stays as it is. */
  | 'not-changeable'

async function rowsIn(transaction: StrictTransaction, state: RecordState): Promise<OutboxRow[]> {
  const rows = await transaction.objectStore('outbox').index('by-state').getAll(state)
  return rows.map(row => OutboxRow.parse(row))
}

/** After a restore the server forgot what it had said: what this device still holds goes once more. */
async function noteEpoch(transaction: StrictTransaction, epoch: number): Promise<void> {
  const device = transaction.objectStore('device')
  const known = z.int().safeParse(await device.get(epochKey))
  if (known.success && known.data >= epoch) return
  await device.put(epoch, epochKey)
  if (!known.success) return
  const held = [...(await rowsIn(transaction, 'refused')), ...(await rowsIn(transaction, 'quarantined'))]
  for (const row of held) {
    const state = wasLetGo(row) ? undefined : stateAfter(row.state, 'restore')
    if (state !== undefined)
      await transaction
        .objectStore('outbox')
        .put({ ...row, state, partsSent: 0, attempts: 0, nextTryAt: 0 }, row.recordId)
  }
}

/** One past the highest there is. */
async function nextSequence(transaction: StrictTransaction): Promise<number> {
  const last = await transaction.objectStore('outbox').index('by-sequence').openCursor(null, 'prev')
  return last === null ? 1 : OutboxRow.parse(last.value).sequence + 1
}

async function write(transaction: StrictTransaction, record: NewRecord, row: OutboxRow): Promise<void> {
  const { recordId, sealed, keyId, wrappedKey, copy } = record
  await transaction.objectStore('outbox').put(row, recordId)
  await transaction.objectStore('sealed').put(sealed, recordId)
  await transaction.objectStore('keys').put(wrappedKey, keyId)
  if (copy !== undefined) await transaction.objectStore('copies').put(copy, recordId)
}

export const outboxStore = {
  /**
   * Keeps a record, or what a refused one was corrected to, under the same id. Only after `kept` may anybody be told
   * that it is saved.
   */
  async keep(record: NewRecord): Promise<Kept> {
    try {
      return await strictly([...outboxStores], async transaction => {
        const found = await transaction.objectStore('outbox').get(record.recordId)
        const { recordId, deviceId, authorId, kind, savedAt, keyId, sealed, withoutPin } = record
        const common = {
          ...{ recordId, deviceId, authorId, kind, savedAt, keyId, withoutPin, dependsOn: [...record.dependsOn] },
          ...{ bytes: sealed.length, partsSent: 0, attempts: 0, nextTryAt: 0 },
        }
        if (found === undefined) {
          await write(transaction, record, { ...common, state: 'waiting', sequence: await nextSequence(transaction) })
          return 'kept'
        }
        const { state, sequence } = OutboxRow.parse(found)
        const mended = stateAfter(state, 'mend')
        if (mended === undefined) return 'not-changeable'
        await write(transaction, record, { ...common, state: mended, sequence })
        return 'kept'
      })
    } catch (problem) {
      if (isStorageFull(problem)) return 'storage-full'
      throw problem
    }
  },

  /** Marks the next parcel as being sent and gives its records with their bytes; empty where nothing is due. */
  take: (now: number, most = mostRecords): Promise<readonly TakenRecord[]> =>
    strictly([...outboxStores], async transaction => {
      const states = ['waiting', 'sending', 'refused', 'quarantined'] as const
      const rows = (await Promise.all(states.map(state => rowsIn(transaction, state)))).flat()
      const chosen = nextParcel(
        rows.sort((one, other) => one.sequence - other.sequence),
        now,
        most,
      )
      return Promise.all(
        chosen.map(async row => {
          const sent = { ...row, state: stateAfter(row.state, 'send') ?? row.state }
          await transaction.objectStore('outbox').put(sent, row.recordId)
          return {
            row: sent,
            sealed: Bytes.parse(await transaction.objectStore('sealed').get(row.recordId)),
            wrappedKey: Bytes.parse(await transaction.objectStore('keys').get(row.keyId)),
          }
        }),
      )
    }),

  /** Keeps what the server answered; a receipt, or that nobody keeps it, and the end of both copies are one write. */
  settle: (answers: ReadonlyMap<string, RecordAnswer>, now: number): Promise<void> =>
    strictly([...outboxStores], async transaction => {
      const outbox = transaction.objectStore('outbox')
      let epoch: number | undefined
      for (const [recordId, answer] of answers) {
        const row = OutboxRow.safeParse(await outbox.get(recordId))
        if (!row.success) continue
        const next = answered(row.data, answer, now, Math.random())
        await outbox.put(next, recordId)
        if (next.state !== 'received' && !wasLetGo(next)) continue
        await transaction.objectStore('sealed').delete(recordId)
        await transaction.objectStore('copies').delete(recordId)
        if (next.state !== 'received') continue
        epoch = Math.max(epoch ?? 0, next.receipt?.restoreEpoch ?? 0)
      }
      if (epoch !== undefined) await noteEpoch(transaction, epoch)
    }),

  /** The server has this part of what is being sent, and all before it. */
  notePart: (recordId: string, number: number): Promise<void> =>
    strictly(['outbox'], async transaction => {
      const row = OutboxRow.safeParse(await transaction.objectStore('outbox').get(recordId))
      if (!row.success || row.data.state !== 'sending') return
      await transaction.objectStore('outbox').put({ ...row.data, partsSent: number } satisfies OutboxRow, recordId)
    }),

  /** No answer came: what was being sent waits again, all of it at a start. Only under the sender's lock. */
  sendAgain: (recordIds?: readonly string[]): Promise<void> =>
    strictly(['outbox'], async transaction => {
      for (const row of await rowsIn(transaction, 'sending')) {
        if (recordIds !== undefined && !recordIds.includes(row.recordId)) continue
        const state = stateAfter(row.state, 'sendAgain')
        if (state !== undefined) await transaction.objectStore('outbox').put({ ...row, state }, row.recordId)
      }
    }),

  /** What a failed attempt put off is due now. */
  endPauses: (): Promise<void> =>
    strictly(['outbox'], async transaction => {
      for (const row of await rowsIn(transaction, 'waiting'))
        if (row.nextTryAt > 0)
          await transaction.objectStore('outbox').put({ ...row, nextTryAt: 0 } satisfies OutboxRow, row.recordId)
    }),

  /** The server's count of its restores, wherever it said it. */
  noteRestore: (epoch: number): Promise<void> =>
    strictly([...outboxStores], transaction => noteEpoch(transaction, epoch)),

  /** At hand-over: what the officer could read of their records here ends; the records themselves are sent. */
  dropCopies: (authorId: string): Promise<void> =>
    strictly(['outbox', 'copies'], async transaction => {
      for (const found of await transaction.objectStore('outbox').getAll()) {
        const row = OutboxRow.parse(found)
        if (row.authorId === authorId) await transaction.objectStore('copies').delete(row.recordId)
      }
    }),

  /** How many the sender has still to bring away. */
  async waitingCount(): Promise<number> {
    const database = await deviceDatabase()
    const states = ['waiting', 'sending'] as const
    const counts = await Promise.all(states.map(state => database.countFromIndex('outbox', 'by-state', state)))
    return counts.reduce((sum, count) => sum + count, 0)
  },

  /** How many have still to be brought away or mended; quick however many there are. */
  async unsentCount(): Promise<number> {
    const database = await deviceDatabase()
    const counts = await Promise.all(unsentStates.map(state => database.countFromIndex('outbox', 'by-state', state)))
    const refused = await database.getAllFromIndex('outbox', 'by-state', 'refused')
    const letGo = refused.filter(row => wasLetGo(OutboxRow.parse(row)))
    return counts.reduce((sum, count) => sum + count, 0) - letGo.length
  },

  /** The latest first, so many from below a sequence. */
  async page(count: number, below = Number.MAX_SAFE_INTEGER): Promise<readonly OutboxRow[]> {
    const database = await deviceDatabase()
    const rows: OutboxRow[] = []
    const range = IDBKeyRange.upperBound(below, true)
    let cursor = await database.transaction('outbox').store.index('by-sequence').openCursor(range, 'prev')
    while (cursor !== null && rows.length < count) {
      rows.push(OutboxRow.parse(cursor.value))
      cursor = await cursor.continue()
    }
    return rows
  },

  /** Everything that is not received, with its bytes: for the file of the whole queue. */
  async held(): Promise<readonly HeldRecord[]> {
    const stores = ['outbox', 'sealed', 'copies', 'keys'] as const
    const transaction = (await deviceDatabase()).transaction([...stores], 'readonly')
    const rows = (await transaction.objectStore('outbox').index('by-sequence').getAll())
      .map(row => OutboxRow.parse(row))
      .filter(row => row.state !== 'received' && !wasLetGo(row))
    return Promise.all(
      rows.map(async row => ({
        row,
        sealed: Bytes.parse(await transaction.objectStore('sealed').get(row.recordId)),
        wrappedKey: Bytes.parse(await transaction.objectStore('keys').get(row.keyId)),
        copy: z.optional(Bytes).parse(await transaction.objectStore('copies').get(row.recordId)),
      })),
    )
  },

  async findRow(recordId: string): Promise<OutboxRow | undefined> {
    const row = await (await deviceDatabase()).get('outbox', recordId)
    return row === undefined ? undefined : OutboxRow.parse(row)
  },

  /** The author's own sealed copy; the vault opens it. */
  async findCopy(recordId: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const copy = await (await deviceDatabase()).get('copies', recordId)
    return copy === undefined ? undefined : Bytes.parse(copy)
  },
}

export interface TakenRecord {
  readonly row: OutboxRow
  readonly sealed: Uint8Array<ArrayBuffer>
  readonly wrappedKey: Uint8Array<ArrayBuffer>
}

export interface HeldRecord extends TakenRecord {
  readonly copy: Uint8Array<ArrayBuffer> | undefined
}
