import { tripsRoutes } from '../../../functions/trips/contract.ts'
import type { TripView } from '../../../functions/trips/trip.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { NoNotice } from '../ui/no-notice.tsx'
import { AddPeople } from './add-people.tsx'
import { usePost } from './desk-address.ts'
import { Riders } from './riders.tsx'

interface SeatsPartProps {
  readonly trip: TripView
  readonly onDone: (sentence: string) => void
}

/** Who has a seat, and who could have one. */
export function SeatsPart({ trip, onDone }: SeatsPartProps) {
  const post = usePost()
  // asked anew for every trip as it stands: whoever was given a seat waits no more
  const { value, no, ask } = useAnswer(`${trip.tripId} ${trip.revision}`, () =>
    call(tripsRoutes.readOnward, { params: { post } }),
  )
  return (
    <>
      <Riders trip={trip} onDone={onDone} />
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined && no === undefined ? <p class="quiet">{shared('app.loading')}</p> : null}
      {value === undefined || trip.taken >= trip.seats ? null : (
        <AddPeople trip={trip} people={value.people} onDone={onDone} />
      )}
    </>
  )
}
