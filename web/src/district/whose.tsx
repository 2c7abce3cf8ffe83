import type { PersonName } from '../../../functions/follow-up/contract.ts'
import { t } from './words.ts'

interface WhoseProps {
  readonly displayNumber: string | undefined
  /** Undefined where nothing opened it to this officer. */
  readonly person: PersonName | undefined
}

/** Of whom a page is, under its title: a name on the screen, and none in the address or in the window's title. */
export const Whose = ({ displayNumber, person }: WhoseProps) =>
  person === undefined ? (
    displayNumber === undefined ? null : (
      <p class="whose">
        <span class="number">{displayNumber}</span>
        <span class="quiet"> · {t('whose.closed')}</span>
      </p>
    )
  ) : (
    <p class="whose">
      <strong>
        {person.givenNames} {person.surname}
      </strong>
      {displayNumber === undefined ? null : (
        <>
          {' · '}
          <span class="number">{displayNumber}</span>
        </>
      )}
      {person.village === undefined ? null : ` · ${person.village}`}
    </p>
  )
