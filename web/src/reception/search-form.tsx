import type { Signal } from '@preact/signals'
import type { ComponentChildren, ComponentProps } from 'preact'
import type { Sending } from '../api/use-command.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'

interface SearchFormProps extends Pick<ComponentProps<typeof TextField>, 'label' | 'hint' | 'capitals' | 'longest'> {
  readonly typed: Signal<string>
  /** What is wrong with what was typed; undefined where it may be searched for, or nothing was asked yet. */
  readonly problem: string | undefined
  readonly sending: Pick<Sending, 'busy' | 'no'>
  readonly action: string
  readonly onSearch: () => void
  /** What was found. */
  readonly children?: ComponentChildren
}

/** One field to find somebody by, and its button. */
export function SearchForm({ typed, problem, sending, action, onSearch, children, ...field }: SearchFormProps) {
  const { busy, no } = sending
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault()
        onSearch()
      }}
    >
      <TextField {...field} value={typed} problem={typed.value.trim() === '' ? undefined : problem} />
      {no.value === undefined ? null : <NoNotice no={no.value} title={shared('refused.search')} onAgain={onSearch} />}
      <Buttons>
        <Button kind="secondary" type="submit" busy={busy.value} disabled={typed.value.trim() === ''}>
          {action}
        </Button>
      </Buttons>
      {children}
    </form>
  )
}
