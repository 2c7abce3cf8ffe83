/**
 * The sealed records that wait on this device, in every tab: how many, and what becomes of each. Nothing of what is in
 * them, of when, or of whom: a line of the tray says "record", and one looks like the other.
 */
import { computed, signal } from '@preact/signals'
import { closedRecords } from './record-database.ts'

export interface UnsentRecord {
  readonly screenId: string
  readonly state: 'waiting' | 'sending' | 'refused'
}

export const unsentRecords = signal<readonly UnsentRecord[]>([])

/** How many closed records are not yet received. */
export const unsent = computed(() => unsentRecords.value.length)

/** What this tab knows beyond that a record waits. */
const known = new Map<string, 'sending' | 'refused'>()

/** As the device has it now. Gives how many there are. */
export async function lookAtRecords(): Promise<number> {
  const records = await closedRecords()
  unsentRecords.value = records.map(({ screenId }) => ({ screenId, state: known.get(screenId) ?? 'waiting' }))
  return records.length
}

/** The tray's own channel: it counts these too. */
const news = new BroadcastChannel('kamohelo.outbox')

/** After anything that changed a record in this tab; `kept` for one that now waits. */
export async function tellRecords(what: 'kept' | 'changed'): Promise<void> {
  await lookAtRecords()
  news.postMessage(what)
}

/** What becomes of one record in this tab; undefined where it waits, or is no longer there. */
export async function markRecord(screenId: string, state: 'sending' | 'refused' | undefined): Promise<void> {
  if (state === undefined) known.delete(screenId)
  else known.set(screenId, state)
  await tellRecords('changed')
}
