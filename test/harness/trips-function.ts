/** The trips function through its whole chain, on tables of its own, with intakes beside it that bring people. */
import { randomUUID } from 'node:crypto'
import { batchStore } from '../../functions/arrivals/batch-store.ts'
import { taskId } from '../../functions/follow-up/task-id.ts'
import type { PutIntake } from '../../functions/intake/contract.ts'
import { createAudit } from '../../functions/platform/audit.ts'
import { capability } from '../../functions/platform/capability.ts'
import { receiptsOf } from '../../functions/platform/receipt.ts'
import { arriveTrip } from '../../functions/trips/arrive-trip.ts'
import { cancelTrip } from '../../functions/trips/cancel-trip.ts'
import { changeTrip } from '../../functions/trips/change-trip.ts'
import { tripsRoutes } from '../../functions/trips/contract.ts'
import { departTrip } from '../../functions/trips/depart-trip.ts'
import { freeSeats } from '../../functions/trips/free-seats.ts'
import { homecomingStore } from '../../functions/trips/homecoming-store.ts'
import { keepApart } from '../../functions/trips/keep-apart.ts'
import { listTrips } from '../../functions/trips/list-trips.ts'
import { planTrip } from '../../functions/trips/plan-trip.ts'
import { readOnward } from '../../functions/trips/read-onward.ts'
import { readTrip } from '../../functions/trips/read-trip.ts'
import { takeSeats } from '../../functions/trips/take-seats.ts'
import { travellerStore } from '../../functions/trips/traveller-store.ts'
import type { PlanTrip, TakeSeats } from '../../functions/trips/trip.ts'
import { tripStore } from '../../functions/trips/trip-store.ts'
import { anHttpEvent, answerOf, type HttpEventParts } from '../builders/http-event.ts'
import { anIntake } from '../builders/intake.ts'
import { aDepartTrip, aPlanTrip, aTakeSeats } from '../builders/trip-commands.ts'
import { registrationFunction } from './registration-function.ts'
import { silentLog } from './silent-log.ts'
import { stockUp } from './stock-up.ts'

/** Eleven in the morning in Lesotho. */
export const morning = '2026-11-22T09:00:00.000Z'
export const byDay = { departsAt: '2026-11-22T10:00:00.000Z', arrivesAt: '2026-11-22T13:00:00.000Z' }
export const intoTheNight = { departsAt: '2026-11-22T15:00:00.000Z', arrivesAt: '2026-11-22T18:00:00.000Z' }

export async function tripsFunction() {
  const clock = { at: morning }
  const registration = await registrationFunction(clock)
  const { client, tables } = registration
  await stockUp(client, tables.ledger, 'TRANSPORT_ONWARD', 500)
  const now = { now: () => new Date(clock.at) }
  const audit = createAudit(client, tables.audit, now)
  const trips = tripStore(client, tables.registry)
  const homecomings = homecomingStore(client, tables.registry)
  const parts = {
    ...{ trips, homecomings, audit, receipt: receiptsOf(0) },
    travellers: travellerStore(client, tables.registry),
  }
  const handler = capability({
    endpoints: [
      ...[planTrip(parts), changeTrip(parts), takeSeats(parts), freeSeats(parts), departTrip(parts)],
      ...[arriveTrip(parts), cancelTrip(parts), keepApart(parts)],
      ...[listTrips(trips), readTrip(parts), readOnward({ ...parts, batches: batchStore(client, tables.registry) })],
    ],
    audit,
    clock: now,
    log: silentLog(),
  })
  const ask = (name: keyof typeof tripsRoutes, sent: Omit<HttpEventParts, 'route'> = {}) =>
    answerOf(handler, anHttpEvent({ groups: ['reception@MB'], ...sent, route: tripsRoutes[name] }))

  /** Somebody of Leribe who came to the post and was promised a seat home; a grown man where nothing else is said. */
  async function aReturnee(fast: Partial<PutIntake['fast']> = {}, override: Partial<PutIntake> = {}) {
    const intake = anIntake({
      fast: { ...anIntake().fast, urgentFlags: ['CANNOT_GET_HOME'], ...fast },
      support: [{ item: 'TRANSPORT_ONWARD', quantity: 1 }],
      ...override,
    })
    const registered = await registration.register('MB', intake)
    return { ...registered, displayNumber: intake.displayNumber }
  }

  async function aTrip(override: Partial<PlanTrip> = {}): Promise<string> {
    const tripId = randomUUID()
    const { status, body } = await ask('planTrip', { params: { tripId }, body: aPlanTrip({ ...byDay, ...override }) })
    if (status !== 201) throw new Error(`not planned: ${JSON.stringify(body)}`)
    return tripId
  }

  return {
    ...{ ask, client, tables, clock, registration, homecomings, trips },
    ...{ aReturnee, aTrip },
    seat: (
      tripId: string,
      passengers: readonly (string | TakeSeats['passengers'][number])[],
      seatingId = randomUUID(),
    ) => ask('takeSeats', { params: { tripId, seatingId }, body: aTakeSeats(passengers) }),
    depart: (tripId: string, departureId = randomUUID()) =>
      ask('departTrip', { params: { tripId, departureId }, body: aDepartTrip() }),
    /** What asks whether they are home, and how it stands. */
    async homecomingOf({ returnEventId }: { readonly returnEventId: string }) {
      const [task] = await registration.tasks([taskId(returnEventId, 'ARRIVED_HOME', 1)])
      return task
    },
  }
}
export type TripsFunction = Awaited<ReturnType<typeof tripsFunction>>
