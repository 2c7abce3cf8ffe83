/**
 * The one database of a tablet. What it holds of people is sealed before it comes here; ids, codes, states and public
 * keys lie open. Writes are strict: a promise that is kept means bytes that are on the disk.
 */

import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import { passMilliseconds } from '../../../functions/devices/pass.ts'
import { isPractice } from '../practice/is-practice.ts'

/** Rows are parsed where they are read: an older version of the application may have written them. */
interface DeviceSchema extends DBSchema {
  /** Of the device itself, by name: what is there once. */
  device: { key: string; value: unknown }
  /** By officer: salt, key pair, attempts. */
  officers: { key: string; value: unknown }
  /** By officer: share and its end. Deleted, the vault cannot be opened. */
  passes: { key: string; value: unknown }
  /** By record: its state, and nothing of what is in it. */
  outbox: { key: string; value: unknown; indexes: { 'by-sequence': number; 'by-state': string } }
  /** By record: sealed for the server. */
  sealed: { key: string; value: unknown }
  /** By record: sealed for its author. */
  copies: { key: string; value: unknown }
  /** By number: the keys of sealed records, wrapped for the server. */
  keys: { key: string; value: unknown }
  /** By name: what a desk was told while it had a network, sealed to the officers of this tablet. Ends. */
  known: { key: string; value: unknown; indexes: { 'by-until': number } }
  /** By record: what it means for who looks at the desk, sealed likewise. Ends a while after its receipt. */
  effects: { key: string; value: unknown; indexes: { 'by-until': number } }
  /** By officer and form: half-filled forms, sealed to who fills them. Ends. */
  drafts: { key: string; value: unknown; indexes: { 'by-until': number } }
}
export type StoreName = StoreNames<DeviceSchema>
export type DeviceDatabase = IDBPDatabase<DeviceSchema>
export type StrictTransaction = IDBPTransaction<DeviceSchema, StoreName[], 'readwrite'>

const name = 'kamohelo'
const version = 2

/** What is deleted by itself once its `until` has passed, by the kept clock. A row without one stays. */
export const endingStores = ['known', 'effects', 'drafts'] as const satisfies readonly StoreName[]

const hour = 3_600_000
/** How long each of them is kept, in milliseconds. */
export const keptMilliseconds = {
  /** As long as a pass: what nobody asked about for three days is not kept about anybody. */
  known: passMilliseconds,
  effects: 72 * hour,
  /** A form that was left on a Friday is there on the next one (PROPOSAL). */
  drafts: 7 * 24 * hour,
} as const satisfies Record<(typeof endingStores)[number], number>

let opened: Promise<DeviceDatabase> | undefined

/** Opened once; again after the browser closed it, or another tab brought a newer version. */
export function deviceDatabase(): Promise<DeviceDatabase> {
  if (isPractice) return Promise.reject(new Error('practice keeps nothing on the device'))
  const forget = () => {
    opened = undefined
  }
  opened ??= openDB<DeviceSchema>(name, version, {
    upgrade(database, from) {
      if (from < 1) {
        for (const store of ['device', 'officers', 'passes', 'sealed', 'copies', 'keys'] as const)
          database.createObjectStore(store)
        const outbox = database.createObjectStore('outbox')
        outbox.createIndex('by-sequence', 'sequence', { unique: true })
        outbox.createIndex('by-state', 'state')
      }
      for (const store of endingStores) database.createObjectStore(store).createIndex('by-until', 'until')
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

/**
 * All of `work` on disk, or none of it. It may await nothing but the transaction's own requests: a transaction that
 * waits for anything else ends. Throws what `isStorageFull` knows where the disk or the quota is full.
 */
export async function strictly<T>(
  stores: readonly StoreName[],
  work: (transaction: StrictTransaction) => Promise<T>,
): Promise<T> {
  const database = await deviceDatabase()
  const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' })
  const done = transaction.done
  done.catch(() => undefined) // told below; a rejection that nobody heard yet is no fault of the page
  try {
    const result = await work(transaction)
    await done
    return result
  } catch (problem) {
    try {
      transaction.abort()
    } catch {
      // it has ended by itself
    }
    throw problem
  }
}

export const isStorageFull = (problem: unknown): boolean =>
  problem instanceof Error && problem.name === 'QuotaExceededError'
