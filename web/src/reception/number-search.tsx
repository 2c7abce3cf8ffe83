import { useSignal } from '@preact/signals'
import { readDisplayNumber } from '../slips/read-number.ts'
import { SearchForm } from './search-form.tsx'
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
    <SearchForm
      label={t('find.number')}
      capitals="characters"
      longest={30}
      typed={number}
      problem={asked.value && displayNumber === undefined ? t('find.number.problem') : undefined}
      sending={{ busy, no }}
      action={t('find.by-number')}
      onSearch={search}
    />
  )
}
