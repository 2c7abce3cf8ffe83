import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** What a question that cannot fail came to; undefined until it is known, and while another is asked. */
export function useAnswered<T>(key: string, question: () => Promise<T>): T | undefined {
  const answer = useSignal<{ readonly key: string; readonly value: T } | undefined>(undefined)
  useEffect(() => {
    let isCurrent = true
    void question().then(value => {
      if (isCurrent) answer.value = { key, value }
    })
    return () => {
      isCurrent = false
    }
  }, [key])
  return answer.value?.key === key ? answer.value.value : undefined
}
