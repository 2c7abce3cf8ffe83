import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** Draws its children right after what stands around them: a slow processor answers a touch between the two. */
export function InOwnTask({ children }: { children: ComponentChildren }) {
  const isDue = useSignal(false)
  useLayoutEffect(() => {
    const timer = setTimeout(() => {
      isDue.value = true
    })
    return () => clearTimeout(timer)
  }, [])
  return isDue.value ? children : null
}
