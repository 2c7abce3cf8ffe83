import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Answer, No } from './client.ts'

export interface Asked<T> {
  /** The last good answer: it stays on screen while a newer one is asked for, and when that fails. */
  readonly value: T | undefined
  readonly no: No | undefined
  readonly ask: () => void
}

/** Asks once for each `key`, and again whenever `ask` is called; an answer to an older question is dropped. */
export function useAnswer<T>(key: string, question: () => Promise<Answer<T>>): Asked<T> {
  const value = useSignal<{ readonly key: string; readonly value: T } | undefined>(undefined)
  const no = useSignal<No | undefined>(undefined)
  const turn = useSignal(0)
  const asking = turn.value
  useEffect(() => {
    let current = true
    void question().then(answer => {
      if (!current) return
      no.value = answer.ok ? undefined : answer
      if (answer.ok) value.value = { key, value: answer.value }
    })
    return () => {
      current = false
    }
  }, [key, asking])
  return {
    value: value.value?.key === key ? value.value.value : undefined,
    no: no.value,
    ask: () => {
      turn.value += 1
    },
  }
}
