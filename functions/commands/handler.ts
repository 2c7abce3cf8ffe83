import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import * as z from 'zod/mini'
import { commandOwners, routesOf } from '../contracts.ts'
import { createAudit } from '../platform/audit.ts'
import { openBucket } from '../platform/bucket.ts'
import { capability } from '../platform/capability.ts'
import { systemClock as clock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { keyPair } from '../platform/key-pair.ts'
import { lambdaLog as log } from '../platform/log.ts'
import { signedService } from '../platform/signed-service.ts'
import { lambdaGateway } from './lambda-gateway.ts'
import { listRefused } from './list-refused.ts'
import { parcelStore } from './parcel-store.ts'
import { partsGateway } from './parts-gateway.ts'
import { replayReleased } from './replay-released.ts'
import { sendCommands } from './send-commands.ts'
import { sendParcel } from './send-parcel.ts'
import { sendPart } from './send-part.ts'
import { takeRefused } from './take-refused.ts'

const environment = readEnvironment(
  z.object({
    FUNCTION_ARRIVALS: z.string(),
    FUNCTION_INTAKE: z.string(),
    FUNCTION_REGISTRATION: z.string(),
    FUNCTION_ATTACHMENTS: z.string(),
    FUNCTION_SCREENING: z.string(),
    FUNCTION_SUPPLIES: z.string(),
    FUNCTION_SUPPORT: z.string(),
    FUNCTION_TRIPS: z.string(),
    FUNCTION_FOLLOW_UP: z.string(),
    FUNCTION_REINTEGRATION: z.string(),
    FUNCTION_PROTECTION: z.string(),
    REGISTRY_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    DELIVERY_KEY_ID: z.string(),
    PARTS_BUCKET: z.string(),
    RESTORE_EPOCH: z.coerce.number(),
  }),
)
const gateway = lambdaGateway(signedService('lambda'), {
  arrivals: environment.FUNCTION_ARRIVALS,
  intake: environment.FUNCTION_INTAKE,
  registration: environment.FUNCTION_REGISTRATION,
  attachments: environment.FUNCTION_ATTACHMENTS,
  screening: environment.FUNCTION_SCREENING,
  supplies: environment.FUNCTION_SUPPLIES,
  support: environment.FUNCTION_SUPPORT,
  trips: environment.FUNCTION_TRIPS,
  'follow-up': environment.FUNCTION_FOLLOW_UP,
  reintegration: environment.FUNCTION_REINTEGRATION,
  protection: environment.FUNCTION_PROTECTION,
})
const rows = commandOwners.flatMap(owner => routesOf(owner).map(route => ({ owner, route })))

const database = new DynamoDBClient({})
const parcels = parcelStore(database, environment.REGISTRY_TABLE)
const deliveryKey = keyPair(new KMSClient({}), environment.DELIVERY_KEY_ID)
const parts = partsGateway(openBucket(environment.PARTS_BUCKET))
const playing = { rows, gateway, clock, log }
const sealed = { ...playing, parcels, parts, deliveryKey, restoreEpoch: environment.RESTORE_EPOCH }

const serve = capability({
  endpoints: [
    sendCommands(playing),
    sendPart({ parcels, parts }),
    sendParcel(sealed),
    listRefused(parcels),
    takeRefused({ parcels, deliveryKey }),
  ],
  audit: createAudit(database, environment.AUDIT_TABLE, clock),
  clock,
  log,
})
const replay = replayReleased(sealed)

/** Officers' requests, and the clock's: what supervisors released is handed on without anybody asking. */
export const handler = async (event: unknown, context: unknown) =>
  typeof event === 'object' && event !== null && 'routeKey' in event ? serve(event, context) : replay()
