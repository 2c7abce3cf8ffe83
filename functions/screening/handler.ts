import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { createAudit } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { putScreen } from './put-screen.ts'
import { sealedStore } from './sealed-store.ts'

const environment = readEnvironment(
  z.object({ PROTECTION_TABLE: z.string(), AUDIT_TABLE: z.string(), RESTORE_EPOCH: z.coerce.number() }),
)
const database = new DynamoDBClient({})
const sealed = sealedStore(database, environment.PROTECTION_TABLE)
const audit = createAudit(database, environment.AUDIT_TABLE, systemClock)
const receipt = receiptsOf(environment.RESTORE_EPOCH)

export const handler = capability({
  endpoints: [putScreen({ sealed, audit, receipt, freshId: randomUUID })],
  audit,
  clock: systemClock,
  log: lambdaLog,
})
