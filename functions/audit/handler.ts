import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { createAudit } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { auditStore } from './audit-store.ts'
import { readAudit } from './read-audit.ts'

const environment = readEnvironment(z.object({ AUDIT_TABLE: z.string() }))
const database = new DynamoDBClient({})

export const handler = capability({
  endpoints: [readAudit(auditStore(database, environment.AUDIT_TABLE))],
  audit: createAudit(database, environment.AUDIT_TABLE, systemClock),
  clock: systemClock,
  log: lambdaLog,
})
