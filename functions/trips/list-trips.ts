import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { tripsRoutes } from './contract.ts'
import type { TripStore } from './trip-store.ts'
import { summaryOf } from './trip-summary.ts'

/** Trips of a post that are not over, by departure: vehicles, times and free seats, nobody's number. */
export const listTrips = (trips: TripStore) =>
  endpoint(tripsRoutes.listTrips, async ({ query: { post }, scope }) => {
    const open = await trips.openAt(post, scope)
    return open === undefined ? notFound() : ok({ trips: open.map(summaryOf) })
  })
