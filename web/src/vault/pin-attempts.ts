/**
 * Wrong PINs slow down, and the tenth deletes the share (docs/adr/0011-devices-passes-parcels.md). An attempt is
 * counted before it is judged, so that ending the application in the middle of one gives no free guess.
 * Pure: no clock, no network. Times are readings of the device's kept clock, in milliseconds.
 */

export interface PinAttempts {
  /** Begun since the last right one, or since the last pass. */
  readonly begun: number
  /** No attempt is taken before. */
  readonly blockedUntil: number
}

export const noAttempts: PinAttempts = { begun: 0, blockedUntil: 0 }

const freeAttempts = 3
const firstWait = 60_000
export const lastAttempt = 10

/** How long the next one waits, once so many have been begun. */
export const waitAfter = (begun: number): number =>
  begun < freeAttempts ? 0 : firstWait * 2 ** Math.min(begun - freeAttempts, lastAttempt)

export type Attempt =
  | { readonly allowed: true; readonly attempts: PinAttempts; readonly attemptsLeft: number; readonly isLast: boolean }
  | { readonly allowed: false; readonly attempts?: undefined; readonly waitMilliseconds: number }

/** Begins an attempt: what is to be stored before the PIN is tried, or how long to wait. */
export function beginAttempt({ begun, blockedUntil }: PinAttempts, now: number): Attempt {
  if (begun >= lastAttempt) return { allowed: false, waitMilliseconds: Number.POSITIVE_INFINITY }
  // a clock that was moved never makes the wait longer than it was
  const wait = Math.min(blockedUntil - now, waitAfter(begun))
  if (wait > 0) return { allowed: false, waitMilliseconds: wait }
  const counted = begun + 1
  return {
    allowed: true,
    attempts: { begun: counted, blockedUntil: now + waitAfter(counted) },
    attemptsLeft: lastAttempt - counted,
    isLast: counted === lastAttempt,
  }
}
