/** How an officer of a tablet begins to work, and how that ends by itself. */
import { effect } from '@preact/signals'
import { readCaller } from '../../../functions/platform/caller.ts'
import type { Grant } from '../../../functions/platform/permissions.ts'
import { watchIdle } from '../vault/idle-lock.ts'
import { endOldPasses, lock, ownName, unlockedOfficer } from '../vault/vault.ts'
import { vaultStore } from '../vault/vault-store.ts'
import { stopWorking, working } from './working.ts'

const grantsOf = (officerId: string, groups: readonly string[]): readonly Grant[] =>
  readCaller({ sub: officerId, 'cognito:groups': [...groups] })?.grants ?? []

/** After the PIN opened their vault. */
export async function workByPin(officerId: string): Promise<void> {
  const [name, officer] = await Promise.all([ownName(), vaultStore.findOfficer(officerId)])
  if (officer === undefined || unlockedOfficer() !== officerId) return
  const { initials, groups } = officer
  working.value = { officerId, name: name ?? initials, grants: grantsOf(officerId, groups), by: 'pin' }
}

/** Without PIN or pass: for an officer who had a pass on this tablet once. */
export async function workByChoice(officerId: string): Promise<void> {
  const officer = await vaultStore.findOfficer(officerId)
  if (officer === undefined) return
  lock()
  const { initials, groups } = officer
  working.value = { officerId, name: initials, grants: grantsOf(officerId, groups), by: 'choice' }
}

const looksAtClockEvery = 60_000

/** Once, where the browser is a tablet: locks when idle, and ends passes by the kept clock. */
export function watchTablet(): void {
  let before = working.peek()
  effect(() => {
    const here = working.value
    if (before?.by === 'pin' && here?.officerId !== before.officerId && unlockedOfficer() === before.officerId) lock()
    before = here
  })
  effect(() => {
    const opened = unlockedOfficer()
    const here = working.peek()
    if (here?.by === 'pin' && here.officerId !== opened) stopWorking() // its pass ended, or the device was withdrawn
  })
  const lookAtClock = () => void endOldPasses().catch(() => undefined) // the next minute looks again
  lookAtClock()
  setInterval(lookAtClock, looksAtClockEvery)
  watchIdle(stopWorking)
}
