import { endpoint } from '../platform/endpoint.ts'
import { refused } from '../platform/reply.ts'
import { tripsRoutes } from './contract.ts'
import type { HomecomingStore } from './homecoming-store.ts'
import { type Asked, commanded, received, type TripParts } from './trip-command.ts'
import type { Trip } from './trip-record.ts'

export interface ArrivalParts extends TripParts {
  readonly homecomings: HomecomingStore
}

/**
 * Closes a trip with those who were set down at their own stop. Who was set down is decided in one write; what follows
 * for each of them comes after it, one by one, and whoever asks next goes on where it stopped.
 */
export const arriveTrip = (parts: ArrivalParts) =>
  endpoint(tripsRoutes.arriveTrip, async asked => {
    const { trips } = parts
    const { params, body, scope, receivedAt } = asked
    const { tripId, arrivalId } = params
    const outcome = await commanded(
      parts,
      { tripId, commandId: arrivalId, action: 'arriveTrip' },
      asked,
      async trip => {
        const seats = await trips.seatsOf(trip)
        const there = seats.filter(({ displayNumber }) => body.setDown.includes(displayNumber))
        if (there.length < body.setDown.length) return refused('not-seated')
        const setDown = there.map(({ returnEventId }) => returnEventId)
        return { set: { arrival: { commandId: arrivalId, at: receivedAt.toISOString(), setDown } } }
      },
    )
    const arrived = await trips.find(tripId, scope)
    if (arrived?.lookupKey !== undefined && arrived.state === 'ARRIVED') await settle(parts, arrived, asked)
    return received(parts, arrivalId, outcome)
  })

async function settle({ trips, homecomings, audit }: ArrivalParts, trip: Trip, { caller }: Asked): Promise<void> {
  const { arrival } = trip
  if (arrival === undefined) throw new Error('a trip arrived, and nothing says who was set down')
  const { commandId, at, setDown } = arrival
  const entry = (subjectId: string) => audit.entry({ caller, action: 'arriveTrip', subjectId, commandId })
  for (const seat of await trips.seatsOf(trip))
    if (seat.state === 'TAKEN' && setDown.includes(seat.returnEventId))
      await homecomings.settle(trip, seat, { commandId, at }, entry)
  await trips.close(trip)
}
