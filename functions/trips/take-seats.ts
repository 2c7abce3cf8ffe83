import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { type Refused, refused } from '../platform/reply.ts'
import { atTheirPosts } from '../registration/person-access.ts'
import { tripsRoutes } from './contract.ts'
import { asPlanned } from './escort.ts'
import { ruleRefusal } from './judge-trip.ts'
import type { Traveller } from './traveller.ts'
import type { TakeSeats } from './trip.ts'
import { commanded, received, type TripParts } from './trip-command.ts'
import { holdsThem } from './trip-record.ts'
import { seatTaken } from './trip-writes.ts'

type Wanted = TakeSeats['passengers']

/** Which of those asked for are not there, by their place in the request: never what was typed. */
function notThere(wanted: Wanted, found: ReadonlyMap<string, Traveller>): Refused | undefined {
  const fields = wanted.flatMap(({ displayNumber }, place) =>
    found.has(displayNumber) ? [] : [{ path: `passengers.${place}.displayNumber`, problem: 'unknown' }],
  )
  return fields.length === 0 ? undefined : refused('passenger-unknown', { fields })
}

/** Gives seats to people who ride together, all of them or none: who rides with whom is judged for the whole trip. */
export const takeSeats = (parts: TripParts) =>
  endpoint(tripsRoutes.takeSeats, async asked => {
    const { trips, travellers } = parts
    const { params, body, caller, scope, receivedAt } = asked
    const { tripId, seatingId } = params
    const today = maseruDate(receivedAt)
    const outcome = await commanded(parts, { tripId, commandId: seatingId, action: 'takeSeats' }, asked, async trip => {
      const numbers = body.passengers.map(({ displayNumber }) => displayNumber)
      const found = await travellers.byNumbers(numbers, trip.post, atTheirPosts(caller, scope), today)
      const missing = notThere(body.passengers, found)
      if (missing) return missing
      const onBoard = await travellers.ofSeats(await trips.seatsOf(trip), atTheirPosts(caller, scope), today)
      const everybody = new Map([...onBoard, ...found.values()].map(each => [each.displayNumber, each]))
      const taking = body.passengers.flatMap(({ displayNumber, adult }): Traveller[] => {
        const traveller = found.get(displayNumber)
        const adultId = adult === undefined ? undefined : everybody.get(adult)?.returnEventId
        return traveller === undefined ? [] : [{ ...traveller, adultId }]
      })
      const held = await seatsElsewhere(taking)
      if (held.length > 0) return refused('already-seated', { numbers: held })
      return (
        ruleRefusal(asPlanned(trip), [...onBoard, ...taking]) ?? {
          seats: taking.length,
          writes: taking.flatMap(each => seatTaken(trips.table, trip, each)),
          subjects: taking.map(({ personId }) => personId),
        }
      )
    })
    return received(parts, seatingId, outcome)

    async function seatsElsewhere(taking: readonly Traveller[]): Promise<string[]> {
      const known = taking.flatMap(({ onward }) => onward?.tripId ?? [])
      const others = new Map((await trips.byIds(known)).map(each => [each.tripId, each]))
      return taking.flatMap(({ displayNumber, returnEventId, onward }) => {
        const other = onward?.tripId === undefined ? undefined : others.get(onward.tripId)
        return other !== undefined && holdsThem(other, returnEventId) ? [displayNumber] : []
      })
    }
  })
