import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { taskStore } from '../follow-up/task-store.ts'
import { createAudit } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { listPlans } from './list-plans.ts'
import { movePlan } from './move-plan.ts'
import { planQueueStore } from './plan-queue-store.ts'
import { planStore } from './plan-store.ts'
import { readPlan } from './read-plan.ts'
import { recordPlan } from './record-plan.ts'
import { recordVisit } from './record-visit.ts'

const environment = readEnvironment(
  z.object({ REGISTRY_TABLE: z.string(), AUDIT_TABLE: z.string(), RESTORE_EPOCH: z.coerce.number() }),
)
const database = new DynamoDBClient({})
const plans = planStore(database, environment.REGISTRY_TABLE)
const tasks = taskStore(database, environment.REGISTRY_TABLE)
const audit = createAudit(database, environment.AUDIT_TABLE, systemClock)
const command = { plans, tasks, audit, receipt: receiptsOf(environment.RESTORE_EPOCH) }

export const handler = capability({
  endpoints: [
    recordPlan(command),
    movePlan(command),
    recordVisit(command),
    readPlan({ plans, tasks }),
    listPlans(planQueueStore(database, environment.REGISTRY_TABLE)),
  ],
  audit,
  clock: systemClock,
  log: lambdaLog,
})
