/** Locks the vault by itself when nobody has touched the tablet for a while. */

export const locksAfterMilliseconds = 5 * 60_000
const looksEveryMilliseconds = 10_000

/**
 * Begins to watch; the answer ends it. Timers stand still while a tablet sleeps, so the time is also looked at when it
 * wakes, and before the touch that woke it counts. A clock that went back counts as long idle.
 */
export function watchIdle(onIdle: () => void, idleMilliseconds = locksAfterMilliseconds): () => void {
  let touched = Date.now()
  const check = () => {
    const idle = Date.now() - touched
    if (idle >= 0 && idle < idleMilliseconds) return
    touched = Date.now()
    onIdle()
  }
  const touch = () => {
    check()
    touched = Date.now()
  }
  const timer = setInterval(check, Math.min(looksEveryMilliseconds, idleMilliseconds))
  const events = ['pointerdown', 'keydown', 'input'] as const
  for (const event of events) addEventListener(event, touch, { capture: true, passive: true })
  document.addEventListener('visibilitychange', check)
  return () => {
    clearInterval(timer)
    for (const event of events) removeEventListener(event, touch, { capture: true })
    document.removeEventListener('visibilitychange', check)
  }
}
