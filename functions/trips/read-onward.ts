import type { Batch } from '../arrivals/batch-record.ts'
import type { BatchStore } from '../arrivals/batch-store.ts'
import { waitsForSeat } from '../arrivals/board.ts'
import { lackedIn } from '../arrivals/lacked.ts'
import type { ReturnEvent } from '../intake/return-event.ts'
import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { atTheirPosts } from '../registration/person-access.ts'
import { needsBed } from './beds.ts'
import { tripsRoutes } from './contract.ts'
import { darkFrom, darkness } from './darkness.ts'
import type { Traveller } from './traveller.ts'
import type { OnwardPerson } from './trip.ts'
import type { TripParts } from './trip-command.ts'
import { holdsThem, type Trip } from './trip-record.ts'

/** Whose arrival was closed may still wait for a vehicle: for two days, by when everybody has left or is in a shelter. */
const afterClosingMilliseconds = 48 * 60 * 60 * 1000

const mayStillWait = ({ state, openedAt }: Batch, now: Date): boolean =>
  state === 'EXPECTED' || state === 'ARRIVED' || now.getTime() - Date.parse(openedAt) < afterClosingMilliseconds

/** Undefined for who is on the way or home. */
function onwardPerson(traveller: Traveller, trips: ReadonlyMap<string, Trip>, now: Date): OnwardPerson | undefined {
  const { displayNumber, firstName, district, village, isChild, householdId, returnEventId, onward } = traveller
  const known = onward?.tripId === undefined ? undefined : trips.get(onward.tripId)
  const trip = known !== undefined && holdsThem(known, returnEventId) ? known : undefined
  if (trip !== undefined && trip.state !== 'PLANNED') return undefined
  return {
    ...{ displayNumber, firstName, district, village, isChild, householdId },
    tripId: trip?.tripId,
    needsBed: needsBed(trip, now),
  }
}

type OnwardParts = Pick<TripParts, 'trips' | 'travellers'> & { readonly batches: Pick<BatchStore, 'latest'> }

/** Who of a post's arrivals wants to go on and has not left; and who of them needs a bed before dark. */
export const readOnward = ({ trips, travellers, batches: arrivals }: OnwardParts) =>
  endpoint(tripsRoutes.readOnward, async ({ params: { post }, scope, caller, receivedAt }) => {
    const batches = await arrivals.latest(post, scope)
    if (!batches) return notFound()
    const today = maseruDate(receivedAt)
    const waiting = await Promise.all(
      batches
        .filter(batch => mayStillWait(batch, receivedAt))
        .map(batch => travellers.waitingOf(batch, isOnward, atTheirPosts(caller, scope), today)),
    )
    const everybody = waiting.flat()
    const named = await trips.byIds(everybody.flatMap(({ onward }) => onward?.tripId ?? []))
    const byId = new Map(named.map(trip => [trip.tripId, trip]))
    const shown = everybody.flatMap(({ returnEventId, ...each }) => {
      const person = onwardPerson({ returnEventId, ...each }, byId, receivedAt)
      return person === undefined ? [] : [{ person, returnEventId }]
    })
    return ok(
      {
        people: shown.map(({ person }) => person),
        darkFrom: darkFrom(receivedAt).toISOString(),
        approval: darkness.approval,
      },
      shown.map(({ returnEventId }) => returnEventId),
    )
  })

/** Who declined a ride waits for none; who says that they cannot get home needs a bed all the same. */
const isOnward = ({ urgentFlags, granted, notGiven }: ReturnEvent) =>
  waitsForSeat({
    urgentFlags,
    granted: granted.map(({ item }) => item),
    notGiven: lackedIn(notGiven),
  })
