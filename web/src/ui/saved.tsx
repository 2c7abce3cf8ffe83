import { useEffect, useRef } from 'preact/hooks'
import { Notice } from './notice.tsx'

/** What was done last; it takes the focus, since the button it was begun from may be gone. */
export function Saved({ sentence }: { sentence: string }) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    element.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [])
  return (
    <div ref={element} tabIndex={-1}>
      <Notice kind="good">
        <p>{sentence}</p>
      </Notice>
    </div>
  )
}

/** One sentence at a time; the same one again is another one. */
export interface Done {
  readonly sentence: string
  readonly turn: number
}
export const doneAfter = (last: Done | undefined, sentence: string): Done => ({ sentence, turn: (last?.turn ?? 0) + 1 })
