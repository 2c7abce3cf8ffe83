/**
 * Records of this device that are not yet received, and what the desk needs without a network. A record is sealed to the
 * protection zone before it comes here: its id and its size are all that lies open. Writes are strict: a promise that
 * is kept means bytes that are on the disk.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import * as z from 'zod/mini'
import { SealedEnvelope } from '../../../functions/screening/sealed-envelope.ts'
import { isPractice } from '../practice/is-practice.ts'

interface RecordSchema extends DBSchema {
  records: { key: string; value: unknown }
  /** By name: the public key to seal to, who is on duty. */
  desk: { key: string; value: unknown }
}

const KeptRecord = z.object({ envelope: SealedEnvelope, isOpen: z.boolean() })
type KeptRecord = z.infer<typeof KeptRecord>

let opened: Promise<IDBPDatabase<RecordSchema>> | undefined

function recordDatabase(): Promise<IDBPDatabase<RecordSchema>> {
  if (isPractice) return Promise.reject(new Error('practice keeps nothing on the device'))
  const forget = () => {
    opened = undefined
  }
  opened ??= openDB<RecordSchema>('kamohelo-records', 1, {
    upgrade(database) {
      database.createObjectStore('records')
      database.createObjectStore('desk')
    },
    blocking(_, __, event) {
      forget()
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated: forget,
  }).catch((problem: unknown) => {
    forget()
    throw problem
  })
  return opened
}

async function put(store: 'records' | 'desk', key: string, value: unknown): Promise<void> {
  if (isPractice) return // the page alone knows it, and forgets it
  const transaction = (await recordDatabase()).transaction(store, 'readwrite', { durability: 'strict' })
  await Promise.all([transaction.store.put(value, key), transaction.done])
}

export const keepRecord = (screenId: string, record: KeptRecord): Promise<void> => put('records', screenId, record)

export async function dropRecord(screenId: string): Promise<void> {
  await (await recordDatabase()).delete('records', screenId)
}

/** Held as long as a record is open, by its tab: a browser that is killed lets go of it. */
const lockOf = (screenId: string): string => `kamohelo.record.${screenId}`

/** Until the answer is called, the record is somebody's open form. */
export function holdOpen(screenId: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  void navigator.locks.request(lockOf(screenId), () => promise)
  return resolve
}

/** Every record that nobody has open: closed, or left by a browser that was killed. */
export async function closedRecords(): Promise<readonly { screenId: string; envelope: SealedEnvelope }[]> {
  if (isPractice) return []
  const { held = [] } = await navigator.locks.query()
  const database = await recordDatabase()
  const ids = await database.getAllKeys('records')
  const records = await Promise.all(
    ids.map(async screenId => ({ screenId, kept: KeptRecord.safeParse(await database.get('records', screenId)) })),
  )
  return records.flatMap(({ screenId, kept }) => {
    if (!kept.success) return []
    const isHeld = held.some(({ name }) => name === lockOf(screenId))
    return kept.data.isOpen && isHeld ? [] : [{ screenId, envelope: kept.data.envelope }]
  })
}

export const keepForDesk = (name: string, value: unknown): Promise<void> => put('desk', name, value)

export const findForDesk = async (name: string): Promise<unknown> =>
  isPractice ? undefined : (await recordDatabase()).get('desk', name)
