import { useSignal } from '@preact/signals'
import { tripsRoutes } from '../../../functions/trips/contract.ts'
import { type DistrictGroup, groupedByPlace } from '../../../functions/trips/grouped.ts'
import type { OnwardPerson, TripView } from '../../../functions/trips/trip.ts'
import { call } from '../api/client.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { useMove } from '../ui/move-dialog.tsx'
import { AddByNumber } from './add-by-number.tsx'
import { AdultField } from './adult-field.tsx'
import { type Chosen, PersonCard, toggle } from './person-card.tsx'
import { districtName } from './said.ts'
import { everybodyOf, passengersOf } from './seating.ts'
import { numbersIn, TripNo } from './trip-no.tsx'
import { t } from './words.ts'

interface AddPeopleProps {
  readonly trip: TripView
  readonly people: readonly OnwardPerson[]
  readonly onDone: (sentence: string) => void
}

/** A family is chosen with one press: its members stand side by side. */
function Family({ people, chosen }: { people: readonly OnwardPerson[]; chosen: Chosen }) {
  const numbers = people.map(({ displayNumber }) => displayNumber)
  const areChosen = numbers.every(number => chosen.value.includes(number))
  return (
    <div class="family">
      <Button pressed={areChosen} onPress={() => toggle(chosen, numbers, !areChosen)}>
        {t('add.family', { count: people.length })}
      </Button>
      {people.map(person => (
        <PersonCard key={person.displayNumber} person={person} chosen={chosen} />
      ))}
    </div>
  )
}

function District({ group, chosen }: { group: DistrictGroup<OnwardPerson>; chosen: Chosen }) {
  return (
    <fieldset class="cards">
      <legend>
        {districtName(group.district)} <span class="quiet">{t('waiting.count', { count: group.count })}</span>
      </legend>
      {group.villages.map(({ village, people }) => (
        <div key={village ?? ''} class="stack-small village">
          <p class="village-name">{village ?? t('village.none')}</p>
          <div class="village-people">
            {[...Map.groupBy(people, ({ householdId, displayNumber }) => householdId ?? displayNumber)].map(
              ([key, together]) =>
                together.length > 1 ? (
                  <Family key={key} people={together} chosen={chosen} />
                ) : (
                  together.map(person => <PersonCard key={key} person={person} chosen={chosen} />)
                ),
            )}
          </div>
        </div>
      ))}
    </fieldset>
  )
}

/** Who waits and lives on the way, by district and village; and anybody else, by the number on their slip. */
export function AddPeople({ trip, people, onDone }: AddPeopleProps) {
  const chosen: Chosen = useSignal<readonly string[]>([])
  const adults = useSignal<Readonly<Record<string, string>>>({})
  const { makeCommand, send, busy, no } = useMove()
  const { tripId, stops } = trip
  const waiting = people.filter(person => person.tripId === undefined)
  const onWay = waiting.filter(({ district }) => stops.includes(district))
  const elsewhere = waiting.length - onWay.length
  const choosing = {
    people: everybodyOf(people, trip.passengers, chosen.value),
    chosen: chosen.value,
    onBoard: trip.passengers.map(({ displayNumber }) => displayNumber),
    adults: adults.value,
  }
  // of who was typed by number alone only the server knows that they are a child: it said so
  const named = no.value === undefined ? [] : numbersIn(no.value)
  const children = choosing.people.filter(
    ({ isChild, firstName, displayNumber }) =>
      chosen.value.includes(displayNumber) && (isChild || (firstName === undefined && named.includes(displayNumber))),
  )
  const count = chosen.value.length
  const save = () => {
    const { id: seatingId, body } = makeCommand({ passengers: passengersOf(choosing) })
    void send(
      () => call(tripsRoutes.takeSeats, { params: { tripId, seatingId }, body }),
      () => {
        chosen.value = []
        onDone(t('add.saved', { count }))
      },
    )
  }
  return (
    <section class="stack" aria-labelledby="add">
      <h2 id="add">{t('add.title')}</h2>
      {onWay.length === 0 ? <p class="quiet">{t('add.none')}</p> : null}
      {groupedByPlace(onWay).map(group => (
        <District key={group.district} group={group} chosen={chosen} />
      ))}
      {elsewhere === 0 ? null : <p class="quiet">{t('add.elsewhere', { count: elsewhere })}</p>}
      <AddByNumber chosen={chosen} known={onWay.map(({ displayNumber }) => displayNumber)} />
      {children.map(child => (
        <AdultField key={child.displayNumber} child={child} choosing={choosing} adults={adults} />
      ))}
      {no.value === undefined ? null : <TripNo no={no.value} onAgain={save} />}
      <div class="add-foot">
        <Buttons>
          <Button kind="primary" busy={busy.value} disabled={count === 0} onPress={save}>
            {count === 0 ? t('add.do.nobody') : t('add.do', { count })}
          </Button>
        </Buttons>
      </div>
    </section>
  )
}
