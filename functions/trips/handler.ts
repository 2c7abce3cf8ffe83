import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { batchStore } from '../arrivals/batch-store.ts'
import { createAudit } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { arriveTrip } from './arrive-trip.ts'
import { cancelTrip } from './cancel-trip.ts'
import { changeTrip } from './change-trip.ts'
import { departTrip } from './depart-trip.ts'
import { freeSeats } from './free-seats.ts'
import { homecomingStore } from './homecoming-store.ts'
import { keepApart } from './keep-apart.ts'
import { listTrips } from './list-trips.ts'
import { planTrip } from './plan-trip.ts'
import { readOnward } from './read-onward.ts'
import { readTrip } from './read-trip.ts'
import { takeSeats } from './take-seats.ts'
import { travellerStore } from './traveller-store.ts'
import { tripStore } from './trip-store.ts'

const environment = readEnvironment(
  z.object({ REGISTRY_TABLE: z.string(), AUDIT_TABLE: z.string(), RESTORE_EPOCH: z.coerce.number() }),
)
const database = new DynamoDBClient({})
const audit = createAudit(database, environment.AUDIT_TABLE, systemClock)
const parts = {
  trips: tripStore(database, environment.REGISTRY_TABLE),
  travellers: travellerStore(database, environment.REGISTRY_TABLE),
  homecomings: homecomingStore(database, environment.REGISTRY_TABLE),
  audit,
  receipt: receiptsOf(environment.RESTORE_EPOCH),
}

export const handler = capability({
  endpoints: [
    planTrip(parts),
    changeTrip(parts),
    takeSeats(parts),
    freeSeats(parts),
    departTrip(parts),
    arriveTrip(parts),
    cancelTrip(parts),
    keepApart(parts),
    listTrips(parts.trips),
    readTrip(parts),
    readOnward({ ...parts, batches: batchStore(database, environment.REGISTRY_TABLE) }),
  ],
  audit,
  clock: systemClock,
  log: lambdaLog,
})
