import { useSignal } from '@preact/signals'
import { tripsRoutes } from '../../../functions/trips/contract.ts'
import type { TripView } from '../../../functions/trips/trip.ts'
import { call } from '../api/client.ts'
import { may } from '../sign-in/may.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { useMove } from '../ui/move-dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { usePost } from './desk-address.ts'
import { PersonCard } from './person-card.tsx'
import { districtName } from './said.ts'
import { TripNo } from './trip-no.tsx'
import { t } from './words.ts'

interface ArriveFormProps {
  readonly trip: TripView
  readonly onDone: (sentence: string) => void
}

/** Who got off at their own stop, by where it is; nobody is taken for home before somebody says so. */
export function ArriveForm({ trip, onDone }: ArriveFormProps) {
  const post = usePost()
  const { tripId, plate, passengers, stops } = trip
  const down = useSignal<readonly string[]>(
    passengers.filter(({ setDown }) => setDown === true).map(({ displayNumber }) => displayNumber),
  )
  const { makeCommand, send, busy, no } = useMove()
  const count = down.value.length
  if (!may('trip.close', post)) return null
  const save = () => {
    const { id: arrivalId, body } = makeCommand({ setDown: [...down.value] })
    void send(
      () => call(tripsRoutes.arriveTrip, { params: { tripId, arrivalId }, body }),
      () => onDone(t('arrive.saved', { plate })),
    )
  }
  // what follows stopped half-way: whoever asks again goes on with it, whatever they say
  if (trip.state === 'ARRIVED')
    return (
      <Notice kind="look">
        <p>{t('arrive.again.lead')}</p>
        {no.value === undefined ? null : <TripNo no={no.value} />}
        <Buttons>
          <Button kind="primary" busy={busy.value} onPress={save}>
            {t('arrive.again')}
          </Button>
        </Buttons>
      </Notice>
    )
  return (
    <section class="stack" aria-labelledby="arrive">
      <h2 id="arrive">{t('arrive.title')}</h2>
      <p>{t('arrive.lead')}</p>
      <Buttons>
        <Button
          onPress={() => {
            down.value = passengers.map(({ displayNumber }) => displayNumber)
          }}
        >
          {t('arrive.all')}
        </Button>
      </Buttons>
      {stops.map(stop => {
        const here = passengers.filter(({ district }) => district === stop)
        return here.length === 0 ? null : (
          <fieldset key={stop} class="cards">
            <legend>{districtName(stop)}</legend>
            <div class="village-people">
              {here.map(person => (
                <PersonCard key={person.displayNumber} person={person} chosen={down} />
              ))}
            </div>
          </fieldset>
        )
      })}
      {no.value === undefined ? null : <TripNo no={no.value} onAgain={save} />}
      <Buttons>
        <Button kind="primary" busy={busy.value} onPress={save}>
          {t('arrive.do', { count })}
        </Button>
      </Buttons>
    </section>
  )
}
