import { useSignal } from '@preact/signals'
import { tripsRoutes } from '../../../functions/trips/contract.ts'
import type { TripView } from '../../../functions/trips/trip.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { type Done, doneAfter, Saved } from '../ui/saved.tsx'
import { ArriveForm } from './arrive-form.tsx'
import { tripsPath, usePost, useTripId } from './desk-address.ts'
import { SeatsPart } from './seats-part.tsx'
import { SetDown } from './set-down.tsx'
import { TripActions } from './trip-actions.tsx'
import { TripFacts, TripProblems } from './trip-facts.tsx'
import { t } from './words.ts'

function Trip({ trip, onDone }: { trip: TripView; onDone: (sentence: string) => void }) {
  return (
    <>
      <TripFacts trip={trip} />
      <TripProblems trip={trip} />
      <TripActions trip={trip} onDone={onDone} />
      {trip.state === 'PLANNED' ? <SeatsPart trip={trip} onDone={onDone} /> : null}
      {trip.state === 'DEPARTED' || (trip.state === 'ARRIVED' && !trip.isOver) ? (
        <ArriveForm trip={trip} onDone={onDone} />
      ) : null}
      {trip.state === 'ARRIVED' && trip.isOver ? <SetDown trip={trip} /> : null}
    </>
  )
}

/** One trip: who rides, what keeps it from leaving, and everything that becomes of it. */
export function TripPage() {
  const post = usePost()
  const tripId = useTripId()
  const { value, no, ask } = useAnswer(tripId, () => call(tripsRoutes.readTrip, { params: { tripId } }))
  const done = useSignal<Done | undefined>(undefined)
  const onDone = (sentence: string) => {
    done.value = doneAfter(done.value, sentence)
    ask()
  }
  return (
    <Page
      title={value === undefined ? t('trips.title') : t('trip.title', { plate: value.plate })}
      back={tripsPath(post)}
      wide
    >
      {done.value === undefined ? null : <Saved key={done.value.turn} sentence={done.value.sentence} />}
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined && no === undefined ? <p class="quiet">{shared('app.loading')}</p> : null}
      {value === undefined ? null : <Trip trip={value} onDone={onDone} />}
    </Page>
  )
}
