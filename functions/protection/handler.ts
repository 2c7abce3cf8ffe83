import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import * as z from 'zod/mini'
import { createAudit } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock as clock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { keyPair } from '../platform/key-pair.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { StreamEvent } from '../platform/stream-event.ts'
import { protectionKeys } from '../platform/tables.ts'
import { decideScreen } from './decide-screen.ts'
import { listScreens } from './list-screens.ts'
import { openScreen } from './open-screen.ts'
import { readSealingKey } from './read-sealing-key.ts'
import { returneeStore } from './returnee-store.ts'
import { screenStore } from './screen-store.ts'
import { screenSummaries } from './screen-summaries.ts'
import { sealedContents } from './sealed-content.ts'
import { takeInScreens } from './take-in-screen.ts'

const environment = readEnvironment(
  z.object({
    REGISTRY_TABLE: z.string(),
    PROTECTION_TABLE: z.string(),
    PROTECTION_KEY_ID: z.string(),
    RESTORE_EPOCH: z.coerce.number(),
    /** How many may be promised a talk now. One until a roster says otherwise. */
    INTERVIEWERS_ON_DUTY: z._default(z.coerce.number().check(z.int(), z.nonnegative()), 1),
  }),
)
const database = new DynamoDBClient({})
const log = lambdaLog
const key = keyPair(new KMSClient({}), environment.PROTECTION_KEY_ID)
const screens = screenStore(database, environment.PROTECTION_TABLE)
const contents = sealedContents(screens, key)
const receipt = receiptsOf(environment.RESTORE_EPOCH)
/** In the zone's own table: an entry elsewhere would say that a screen exists. */
const audit = createAudit(database, environment.PROTECTION_TABLE, clock, protectionKeys.audit)

const serve = capability({
  endpoints: [
    readSealingKey(key, environment.INTERVIEWERS_ON_DUTY),
    listScreens({ screens, summaries: screenSummaries(contents) }),
    openScreen({ screens, contents, returnees: returneeStore(database, environment.REGISTRY_TABLE) }),
    decideScreen({ screens, contents, audit, receipt }),
  ],
  audit,
  clock,
  log,
})
const takeIn = takeInScreens({ screens, contents, audit, clock, log })

/** The officers' routes, and the zone's own stream. A stream's batch that does not parse is a fault, not a request. */
export const handler = async (event: unknown, context: unknown) =>
  typeof event === 'object' && event !== null && 'Records' in event
    ? takeIn(StreamEvent.parse(event).Records)
    : serve(event, context)
