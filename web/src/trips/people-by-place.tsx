import { groupedByPlace } from '../../../functions/trips/grouped.ts'
import type { OnwardPerson } from '../../../functions/trips/trip.ts'
import { districtName } from './said.ts'
import { t } from './words.ts'

/** Numbers and first names, by district and village. */
export const PeopleByPlace = ({ people }: { people: readonly OnwardPerson[] }) => (
  <div class="people-places">
    {groupedByPlace(people).map(({ district, count, villages }) => (
      <section key={district} class="people-place">
        <p class="place-name">
          {districtName(district)} <span class="quiet">{count}</span>
        </p>
        {villages.map(({ village, people: there }) => (
          <div key={village ?? ''}>
            <p class="village-name">{village ?? t('village.none')}</p>
            <ul>
              {there.map(({ displayNumber, firstName, isChild }) => (
                <li key={displayNumber}>
                  <span class="number">{displayNumber}</span> {firstName}
                  {isChild ? `, ${t('rider.child')}` : ''}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    ))}
  </div>
)
