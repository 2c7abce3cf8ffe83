/**
 * What one officer can open on this device, for as long as it is unlocked. Sealing needs nobody to be unlocked.
 * Design: docs/adr/0011-devices-passes-parcels.md.
 */
import { signal } from '@preact/signals'
import { makeOfficerKeys, openPrivateKey, wrapAgain } from './officer-keys.ts'
import { officerSealer, openAsOfficer, type Sealer, sealToOfficer } from './officer-seal.ts'
import { type PinProblem, pinProblem } from './pin.ts'
import { beginAttempt, noAttempts } from './pin-attempts.ts'
import { pinKeyReady, saltBytes, vaultKey } from './pin-key.ts'
import { vaultStore } from './vault-store.ts'

interface Unlocked {
  readonly officerId: string
  readonly privateKey: CryptoKey
}

/** The officer whose vault is open in this tab. The key is in memory alone and cannot be exported. */
const unlocked = signal<Unlocked | undefined>(undefined)

export const unlockedOfficer = (): string | undefined => unlocked.value?.officerId

export type Unlocking =
  | { readonly is: 'unlocked' }
  | { readonly is: 'wrong-pin'; readonly attemptsLeft: number }
  | { readonly is: 'wait'; readonly waitMilliseconds: number }
  /** The share is gone: 72 hours, hand-over, revocation, or ten wrong PINs. The officer signs in with a network. */
  | { readonly is: 'no-pass' }
  | { readonly is: 'no-vault' }

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter(part => part !== '')
    .map(part => `${part.charAt(0).toUpperCase()}.`)
    .join(' ')

const nameLabel = (officerId: string): string => `officer name|${officerId}`

/**
 * Makes an officer's vault under a first PIN, or a new one where the PIN was forgotten: what the old one held for the
 * officer's own eyes is lost then, and nothing else. The pass must be here.
 */
export async function setPin(
  officer: { readonly officerId: string; readonly name: string },
  pin: string,
): Promise<PinProblem | 'no-pass' | undefined> {
  const problem = pinProblem(pin)
  if (problem !== undefined) return problem
  const { officerId, name } = officer
  await vaultStore.tick()
  const pass = await vaultStore.findPass(officerId)
  if (pass === undefined) return 'no-pass'
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes))
  const key = await vaultKey({ pin, salt, share: pass.share })
  const keys = await makeOfficerKeys(officerId, key)
  const sealedName = await sealToOfficer(name, keys.publicKey, nameLabel(officerId))
  await vaultStore.putOfficer({
    officerId,
    initials: initialsOf(name),
    salt,
    ...keys,
    sealedName,
    groups: pass.groups,
    attempts: noAttempts,
  })
  const privateKey = await openPrivateKey(keys.wrapped, key, officerId)
  if (privateKey === undefined) throw new Error('a vault just made does not open')
  unlocked.value = { officerId, privateKey }
  return undefined
}

/** Tries a PIN. Counted before it is tried, where it can be tried at all; the tenth wrong one deletes the share. */
export async function unlock(officerId: string, pin: string): Promise<Unlocking> {
  await pinKeyReady()
  const counted = await vaultStore.countAttempt(officerId, beginAttempt)
  if (counted === undefined) return { is: 'no-vault' }
  const { attempt, officer, pass } = counted
  if (pass === undefined) return { is: 'no-pass' }
  if (!attempt.allowed) return { is: 'wait', waitMilliseconds: attempt.waitMilliseconds }
  // before the last one is tried, so that ending the application now does not keep it; right or wrong, it was the last
  if (attempt.isLast) await vaultStore.deleteShare(officerId)
  const key = await vaultKey({ pin, salt: officer.salt, share: pass.share })
  const privateKey = await openPrivateKey(officer.wrapped, key, officerId)
  if (privateKey === undefined)
    return attempt.isLast ? { is: 'no-pass' } : { is: 'wrong-pin', attemptsLeft: attempt.attemptsLeft }
  // nobody waits for it: one attempt counted too many is no harm, and the next right PIN begins anew
  void vaultStore.clearAttempts(officerId).catch(() => undefined)
  unlocked.value = { officerId, privateKey }
  return { is: 'unlocked' }
}

export function lock(): void {
  unlocked.value = undefined
}

/** Another PIN for the same vault: everything kept stays readable. The old one is counted as an attempt. */
export async function changePin(officerId: string, oldPin: string, newPin: string): Promise<PinProblem | Unlocking> {
  const problem = pinProblem(newPin)
  if (problem !== undefined) return problem
  const opened = await unlock(officerId, oldPin)
  if (opened.is !== 'unlocked') return opened
  const [officer, pass] = await Promise.all([vaultStore.findOfficer(officerId), vaultStore.findPass(officerId)])
  if (officer === undefined) return { is: 'no-vault' }
  if (pass === undefined) return { is: 'no-pass' }
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes))
  const from = await vaultKey({ pin: oldPin, salt: officer.salt, share: pass.share })
  const to = await vaultKey({ pin: newPin, salt, share: pass.share })
  const wrapped = await wrapAgain(officer.wrapped, from, to, officerId)
  if (wrapped === undefined || !(await vaultStore.replaceWrapped(officer, { ...officer, salt, wrapped })))
    throw new Error('the vault changed while its PIN was changed')
  return { is: 'unlocked' }
}

/** Ends one officer's time on this device: what they kept stays, sealed, and is sent; nobody can look into it. */
export async function handOver(officerId: string): Promise<void> {
  if (unlocked.value?.officerId === officerId) lock()
  await vaultStore.deleteShare(officerId)
}

/** The device was revoked: nothing here can be opened any more. What waits to be sent stays. */
export async function endAllPasses(): Promise<void> {
  lock()
  await vaultStore.deleteAllShares()
}

/** Deletes shares whose 72 hours are over; locks where it was the one in use. Called every minute and at each start. */
export async function endOldPasses(): Promise<void> {
  const ended = await vaultStore.tick()
  if (unlocked.value !== undefined && ended.includes(unlocked.value.officerId)) lock()
}

/** Seals something for an officer's own eyes; undefined for an officer without a vault here. Needs no PIN. */
export async function sealFor(
  officerId: string,
  value: unknown,
  label: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const officer = await vaultStore.findOfficer(officerId)
  return officer && sealToOfficer(value, officer.publicKey, label)
}

/** The same for what is kept again and again while it is filled, by who drops it when that ends. */
export async function sealerFor(officerId: string, label: string): Promise<Sealer | undefined> {
  const officer = await vaultStore.findOfficer(officerId)
  return officer && officerSealer(officer.publicKey, label)
}

/** What the unlocked officer sealed; undefined while locked, or where another officer sealed it. */
export async function openOwn(sealed: Uint8Array<ArrayBuffer>, label: string): Promise<unknown> {
  const current = unlocked.value
  return current && openAsOfficer(sealed, current.privateKey, label)
}

/** The full name, for the officer alone. */
export async function ownName(): Promise<string | undefined> {
  const officerId = unlocked.value?.officerId
  const officer = officerId === undefined ? undefined : await vaultStore.findOfficer(officerId)
  if (officer === undefined) return undefined
  const name = await openOwn(officer.sealedName, nameLabel(officer.officerId))
  return typeof name === 'string' ? name : undefined
}
