import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { refused } from '../platform/reply.ts'
import { atTheirPosts } from '../registration/person-access.ts'
import { tripsRoutes } from './contract.ts'
import { asLeavesWith } from './escort.ts'
import { ruleRefusal } from './judge-trip.ts'
import { commanded, received, type TripParts } from './trip-command.ts'
import type { Trip } from './trip-record.ts'
import { stillApart } from './trip-writes.ts'

/** The ride as it really is: who sets out late is on the road late. */
function fromNow(trip: Trip, now: Date): Trip {
  const lasts = Date.parse(trip.arrivesAt) - Date.parse(trip.departsAt)
  return { ...trip, departsAt: now.toISOString(), arrivesAt: new Date(now.getTime() + lasts).toISOString() }
}

/**
 * Lets a trip leave, judged once more as a whole and by the time it is now: somebody may have got off since. An escort
 * counts where the officer who lets it leave may stand for them.
 */
export const departTrip = (parts: TripParts) =>
  endpoint(tripsRoutes.departTrip, async asked => {
    const { trips, travellers } = parts
    const { params, caller, scope, receivedAt } = asked
    const { tripId, departureId } = params
    const outcome = await commanded(
      parts,
      { tripId, commandId: departureId, action: 'departTrip' },
      asked,
      async trip => {
        const seats = await trips.seatsOf(trip)
        if (seats.length === 0) return refused('trip-empty')
        const riders = await travellers.ofSeats(seats, atTheirPosts(caller, scope), maseruDate(receivedAt))
        return (
          ruleRefusal(asLeavesWith(fromNow(trip, receivedAt), caller), riders) ?? {
            set: { departedAt: receivedAt.toISOString() },
            writes: riders.flatMap(rider => stillApart(trips.table, rider)),
          }
        )
      },
    )
    return received(parts, departureId, outcome)
  })
