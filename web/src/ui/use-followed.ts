import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** A value as a signal: what reads it follows it, and what hands it on is not drawn anew. */
export function useFollowed<T>(value: T): ReadonlySignal<T> {
  const followed = useSignal(value)
  useEffect(() => {
    followed.value = value
  }, [value])
  return followed
}
