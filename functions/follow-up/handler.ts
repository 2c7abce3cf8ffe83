import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { createAudit } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { claimTask } from './claim-task.ts'
import { completeTask } from './complete-task.ts'
import { listHeldTasks } from './list-held-tasks.ts'
import { listTasks } from './list-tasks.ts'
import { openTask } from './open-task.ts'
import { releaseTask } from './release-task.ts'
import { taskStore } from './task-store.ts'

const environment = readEnvironment(
  z.object({ REGISTRY_TABLE: z.string(), AUDIT_TABLE: z.string(), RESTORE_EPOCH: z.coerce.number() }),
)
const database = new DynamoDBClient({})
const tasks = taskStore(database, environment.REGISTRY_TABLE)
const audit = createAudit(database, environment.AUDIT_TABLE, systemClock)
const command = { tasks, audit, receipt: receiptsOf(environment.RESTORE_EPOCH) }

export const handler = capability({
  endpoints: [
    listTasks(tasks),
    listHeldTasks(tasks),
    openTask(tasks),
    claimTask(command),
    releaseTask(command),
    completeTask(command),
  ],
  audit,
  clock: systemClock,
  log: lambdaLog,
})
