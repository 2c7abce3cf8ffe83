import { type ReadonlySignal, useSignal } from '@preact/signals'
import type { Answer, No } from './client.ts'

export interface Sending {
  readonly busy: ReadonlySignal<boolean>
  /** Why the last one was not stored; cleared when it is sent again. */
  readonly no: ReadonlySignal<No | undefined>
  /** Sends, and goes on only once the server has stored it. The form makes the command's id, so that a retry carries it too. */
  readonly send: <T>(command: () => Promise<Answer<T>>, stored: (value: T) => void | Promise<void>) => Promise<void>
}

/** One command at a time from one form: a second press while one is under way does nothing. */
export function useCommand(): Sending {
  const busy = useSignal(false)
  const no = useSignal<No | undefined>(undefined)
  return {
    busy,
    no,
    async send(command, stored) {
      if (busy.value) return
      busy.value = true
      no.value = undefined
      try {
        const answer = await command()
        if (answer.ok) await stored(answer.value)
        else no.value = answer
      } finally {
        busy.value = false
      }
    },
  }
}
