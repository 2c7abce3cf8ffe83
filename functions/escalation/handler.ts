import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { createAudit } from '../platform/audit.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { sweepStore } from './sweep-store.ts'
import { sweepTasks } from './sweep-tasks.ts'

const environment = readEnvironment(z.object({ REGISTRY_TABLE: z.string(), AUDIT_TABLE: z.string() }))
const database = new DynamoDBClient({})

export const handler = sweepTasks({
  tasks: sweepStore(database, environment.REGISTRY_TABLE),
  audit: createAudit(database, environment.AUDIT_TABLE, systemClock),
  clock: systemClock,
  log: lambdaLog,
})
