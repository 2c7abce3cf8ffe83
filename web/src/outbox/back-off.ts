/** When to try again. Pure: the caller reads the clock and draws the chance. */

const firstMilliseconds = 2_000
/** In milliseconds. */
export const longestWait = 10 * 60_000

/** Doubles with each attempt, and half of it is left to chance: tablets of one post do not come back all at once. */
export function waitBefore(attempts: number, chance: number): number {
  const whole = Math.min(firstMilliseconds * 2 ** Math.max(0, attempts - 1), longestWait)
  return Math.round(whole / 2 + (whole / 2) * chance)
}

/** A clock that was set back makes nothing wait longer than the longest wait. */
export const isDue = (nextTryAt: number, now: number): boolean => nextTryAt <= now || nextTryAt - now > longestWait
