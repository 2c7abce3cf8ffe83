/**
 * Who works at this tablet. By PIN: they read back what is theirs. By choice: known by nothing but their own line in the
 * list, they capture and read nothing back (docs/adr/0011-devices-passes-parcels.md). Light: every page reads it.
 */
import { signal } from '@preact/signals'
import type { Grant } from '../../../functions/platform/permissions.ts'
import { thisDevice } from './this-device.ts'

export interface Working {
  readonly officerId: string
  /** The full name by PIN, initials by choice. */
  readonly name: string
  readonly grants: readonly Grant[]
  readonly by: 'pin' | 'choice'
}

/** Undefined while the tablet is locked. Emptying it locks: the vault follows. */
export const working = signal<Working | undefined>(undefined)

export function stopWorking(): void {
  working.value = undefined
}

/**
 * Whether who works here saves with `keepRecord` (outbox/keep-record.ts, fetched when it is first needed). Otherwise the
 * desk sends by `call`, with a network only: on a browser that is not enrolled, and for officers of another post, who
 * can have no pass on this tablet. Follows changes.
 */
export const keepsRecords = (): boolean => thisDevice() !== undefined && working.value !== undefined
