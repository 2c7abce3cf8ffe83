import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'

interface DisclosureProps {
  readonly summary: string
  /** Made when it is first opened: what few ask for keeps nobody waiting for the page. */
  readonly children: () => ComponentChildren
}

/** What few need, behind a line of its own. */
export function Disclosure({ summary, children }: DisclosureProps) {
  const wasOpened = useSignal(false)
  return (
    <details
      class="more"
      onToggle={event => {
        if (event.currentTarget.open) wasOpened.value = true
      }}
    >
      <summary>{summary}</summary>
      {wasOpened.value ? children() : null}
    </details>
  )
}
