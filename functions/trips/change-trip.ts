import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { refused } from '../platform/reply.ts'
import { atTheirPosts } from '../registration/person-access.ts'
import { tripsRoutes } from './contract.ts'
import { asPlanned, escortNamed } from './escort.ts'
import { ruleRefusal } from './judge-trip.ts'
import { planOf, setsOutInThePast } from './planned.ts'
import { commanded, received, type TripParts } from './trip-command.ts'
import { tripLookup } from './trip-writes.ts'

/** Another vehicle, driver, way or time, or an escort, for a plan as its officer saw it; who has a seat must fit into it. */
export const changeTrip = (parts: TripParts) =>
  endpoint(tripsRoutes.changeTrip, async asked => {
    const { params, body, caller, scope, receivedAt } = asked
    const { tripId, changeId } = params
    const outcome = await commanded(parts, { tripId, commandId: changeId, action: 'changeTrip' }, asked, async trip => {
      const plan = { ...planOf(body), escort: escortNamed(body.escort, caller.officerId, trip.escort) }
      if (trip.revision !== body.revision) return refused('revision-stale')
      if (setsOutInThePast(body, receivedAt)) return refused('departure-past')
      const seats = await parts.trips.seatsOf(trip)
      const riders = await parts.travellers.ofSeats(seats, atTheirPosts(caller, scope), maseruDate(receivedAt))
      const { lookupOrder } = tripLookup({ ...trip, ...plan })
      return (
        ruleRefusal(asPlanned(plan), riders) ?? {
          set: { ...plan, lookupOrder },
          remove: plan.escort === undefined ? ['escort'] : [],
        }
      )
    })
    return received(parts, changeId, outcome)
  })
