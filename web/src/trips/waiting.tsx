import type { OnwardPerson } from '../../../functions/trips/trip.ts'
import { PeopleByPlace } from './people-by-place.tsx'
import { t } from './words.ts'

/** Who has no seat on any trip yet, by where they go. */
export function Waiting({ people }: { people: readonly OnwardPerson[] }) {
  const waiting = people.filter(({ tripId }) => tripId === undefined)
  return (
    <section class="stack" aria-labelledby="waiting">
      <h2 id="waiting">
        {t('waiting.title')} <span class="quiet">{waiting.length}</span>
      </h2>
      {waiting.length === 0 ? <p class="quiet">{t('waiting.none')}</p> : <PeopleByPlace people={waiting} />}
    </section>
  )
}
