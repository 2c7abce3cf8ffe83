import { endpoint } from '../platform/endpoint.ts'
import { refused } from '../platform/reply.ts'
import { tripsRoutes } from './contract.ts'
import { commanded, received, type TripParts } from './trip-command.ts'
import { seatFreed } from './trip-writes.ts'

/** Gives seats up again. Nobody is kept in a seat by what it does to the others: that is judged before the trip leaves. */
export const freeSeats = (parts: TripParts) =>
  endpoint(tripsRoutes.freeSeats, async asked => {
    const { params, body } = asked
    const { tripId, removalId } = params
    const outcome = await commanded(parts, { tripId, commandId: removalId, action: 'freeSeats' }, asked, async trip => {
      const seats = await parts.trips.seatsOf(trip)
      const leaving = seats.filter(({ displayNumber }) => body.passengers.includes(displayNumber))
      if (leaving.length < body.passengers.length) return refused('not-seated')
      return {
        seats: -leaving.length,
        writes: leaving.flatMap(seat => seatFreed(parts.trips.table, trip, seat)),
        subjects: leaving.map(({ personId }) => personId),
      }
    })
    return received(parts, removalId, outcome)
  })
