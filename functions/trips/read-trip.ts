import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { atTheirPosts } from '../registration/person-access.ts'
import { tripsRoutes } from './contract.ts'
import { asLeavesWith } from './escort.ts'
import type { TripParts } from './trip-command.ts'
import { brokenRules } from './trip-rules.ts'
import { summaryOf } from './trip-summary.ts'

/** A trip with who rides on it, but those who ruled the caller out: they are counted and not shown. And what would keep the caller from letting it leave as it stands. */
export const readTrip = ({ trips, travellers }: Pick<TripParts, 'trips' | 'travellers'>) =>
  endpoint(tripsRoutes.readTrip, async ({ params: { tripId }, scope, caller, receivedAt }) => {
    const trip = await trips.find(tripId, scope)
    if (!trip) return notFound()
    const today = maseruDate(receivedAt)
    const riders = await travellers.ofSeats(await trips.seatsOf(trip), atTheirPosts(caller, scope), today)
    const shown = riders.filter(({ isHidden }) => !isHidden)
    const numbers = new Map(shown.map(({ returnEventId, displayNumber }) => [returnEventId, displayNumber]))
    const { driver, escort, revision, departedAt, arrival, lookupKey } = trip
    const passengers = shown
      .map(({ returnEventId, displayNumber, firstName, district, isChild, adultId }) => ({
        ...{ displayNumber, firstName, district, isChild },
        adult: adultId === undefined ? undefined : numbers.get(adultId),
        setDown: arrival?.setDown.includes(returnEventId),
      }))
      .toSorted((one, other) => one.displayNumber.localeCompare(other.displayNumber))
    const problems =
      trip.state === 'PLANNED'
        ? brokenRules(asLeavesWith(trip, caller), riders).map(({ rule, numbers: about }) => ({
            rule,
            numbers: [...about],
          }))
        : []
    return ok(
      {
        ...summaryOf(trip),
        driver,
        escort: escort && { name: escort.name },
        revision,
        departedAt,
        isOver: lookupKey === undefined,
        passengers,
        problems,
      },
      [tripId, ...new Set(shown.map(({ personId }) => personId))],
    )
  })
