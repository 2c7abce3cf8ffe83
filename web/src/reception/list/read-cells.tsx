import type { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import { localBirth } from '../../i18n/local-time.ts'
import { countries } from '../completion/completion-draft.ts'
import { t as country } from '../completion/words.ts'

/** One that the forms do not name stays as it was read. */
function countryNamed(wanted: string): string {
  const known = countries.find(each => each === wanted)
  return known === undefined ? wanted : country(`country.${known}`)
}

/** The names and the birth as read, so that the officer can hold them against what was typed. */
export const ReadCells = ({ row: { person } }: { row: ReadRow }) =>
  person === undefined ? (
    <>–</>
  ) : (
    <div class="stack-small">
      <strong>
        {person.givenNames} {person.surname}
      </strong>
      <span class="small">
        {person.birth === undefined ? '' : localBirth(person.birth)} {countryNamed(person.nationality)}
      </span>
    </div>
  )
