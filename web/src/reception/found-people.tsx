import { districts } from '../../../functions/platform/places.ts'
import type { FoundPerson } from '../../../functions/registration/contract.ts'
import { personPath, usePost } from './desk-address.ts'

/** People who may be the one at the desk: enough of each to choose by. */
export function FoundPeople({ people }: { readonly people: readonly FoundPerson[] }) {
  const post = usePost()
  return (
    <ul class="doors">
      {people.map(({ personId, givenNames, surname, displayNumber, birthYear, district }) => (
        <li key={personId}>
          <a class="door" href={personPath(post, personId)}>
            <span class="door-name">
              {givenNames} {surname}
            </span>
            <span class="door-note">
              {[birthYear, districts.find(each => each.code === district)?.name]
                .filter(part => part !== undefined)
                .join(' · ')}
            </span>
            <span class="door-side number">{displayNumber}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
