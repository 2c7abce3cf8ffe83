/** Ways to blank the screen at once: Escape pressed twice, another application in front, the device put to sleep. */
import { useEffect } from 'preact/hooks'

const twiceWithinMilliseconds = 1_000

export function useQuickExit(onExit: () => void): void {
  useEffect(() => {
    let pressedAt = Number.NEGATIVE_INFINITY
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.repeat) return
      if (event.timeStamp - pressedAt <= twiceWithinMilliseconds) onExit()
      pressedAt = event.timeStamp
    }
    const leave = () => {
      if (document.visibilityState === 'hidden') onExit()
    }
    addEventListener('keydown', press)
    document.addEventListener('visibilitychange', leave)
    return () => {
      removeEventListener('keydown', press)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [])
}

/** A talk has long silences: the device must not go to sleep in them, since that closes the record. */
export function useAwake(): void {
  useEffect(() => {
    let sentinel: Promise<WakeLockSentinel | undefined> = Promise.resolve(undefined)
    if ('wakeLock' in navigator) sentinel = navigator.wakeLock.request('screen').catch(() => undefined) // battery is low
    return () => void sentinel.then(held => held?.release())
  }, [])
}
