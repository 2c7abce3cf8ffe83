import { describe, expect, it } from 'vitest'
import { beginAttempt, noAttempts, type PinAttempts } from '../../../web/src/vault/pin-attempts.ts'

const minute = 60_000

/** Types wrong PINs, each at the first moment that is allowed: how long each one had to wait. */
function waitsOf(count: number): number[] {
  let attempts: PinAttempts = noAttempts
  let now = 1_000_000
  return Array.from({ length: count }, () => {
    const asked = beginAttempt(attempts, now)
    const wait = asked.allowed ? 0 : asked.waitMilliseconds
    now += wait
    const begun = beginAttempt(attempts, now)
    if (begun.allowed) attempts = begun.attempts
    return wait
  })
}

describe('wrong PINs', () => {
  it('wait a minute after three, then twice as long each time', () => {
    expect(waitsOf(10).map(wait => wait / minute)).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 64])
  })

  it('end with the tenth', () => {
    expect(waitsOf(11).at(-1)).toBe(Number.POSITIVE_INFINITY)
    const tenth = beginAttempt({ begun: 9, blockedUntil: 0 }, 1)
    expect(tenth).toMatchObject({ allowed: true, isLast: true, attemptsLeft: 0 })
  })

  it('wait no longer than they were told, wherever the clock was moved', () => {
    const third = beginAttempt({ begun: 2, blockedUntil: 0 }, 5 * minute)
    if (!third.allowed) throw new Error('the third is free')
    expect(beginAttempt(third.attempts, -1e12)).toMatchObject({ allowed: false, waitMilliseconds: minute })
  })
})
