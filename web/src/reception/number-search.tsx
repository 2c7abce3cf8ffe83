import { useSignal } from '@preact/signals'
import { t as shared } from '../i18n/shared-words.ts'
import { readDisplayNumber } from '../slips/read-number.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { useNumberSearch } from './use-number-search.ts'
import { t } from './words.ts'

/** Opens the person whose slip it is. A number that does not check out was misread, and is not sent at all. */
export function NumberSearch() {
  const number = useSignal('')
  const asked = useSignal(false)
  const { busy, no, open } = useNumberSearch()
  const displayNumber = readDisplayNumber(number.value)

  const search = () => {
    asked.value = true
    if (displayNumber !== undefined) open(displayNumber)
  }
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault()
        search()
      }}
    >
      <TextField
        label={t('find.number')}
        capitals="characters"
        longest={30}
        value={number}
        problem={
          asked.value && number.value.trim() !== '' && displayNumber === undefined
            ? t('find.number.problem')
            : undefined
        }
      />
      {no.value === undefined ? null : <NoNotice no={no.value} title={shared('refused.search')} onAgain={search} />}
      <Buttons>
        <Button kind="secondary" type="submit" busy={busy.value} disabled={number.value.trim() === ''}>
          {t('find.by-number')}
        </Button>
      </Buttons>
    </form>
  )
}
