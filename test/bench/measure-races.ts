/** Two hundred officers after one task; a thousand intakes after five hundred blankets. */
import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { claimLapsesAt } from '../../functions/follow-up/claim-lapse.ts'
import { taskStore } from '../../functions/follow-up/task-store.ts'
import { intakeStore } from '../../functions/intake/intake-store.ts'
import { createAudit } from '../../functions/platform/audit.ts'
import { systemClock } from '../../functions/platform/clock.ts'
import { deskOf } from '../../functions/supplies/accounts.ts'
import { suppliesStore } from '../../functions/supplies/supplies-store.ts'
import { aFastIntakeWithOneTask, anIntake } from '../builders/intake.ts'
import { stockUp } from '../harness/stock-up.ts'
import { createTables } from '../harness/tables.ts'
import { committed } from './intakes.ts'
import type { Measure } from './measure.ts'

const claimants = 200
const spenders = 1_000
const balance = 500

export async function measureRaces(client: DynamoDBClient): Promise<Measure[]> {
  return [await raceForTask(client), await raceForBalance(client)]
}

async function raceForTask(client: DynamoDBClient): Promise<Measure> {
  const tables = await createTables(client)
  await stockUp(client, tables.ledger, 'TRANSPORT_ONWARD', 1)
  const intake = committed(client, tables, aFastIntakeWithOneTask())
  await intakeStore(client, tables).commit(intake)
  const [task] = intake.tasks
  if (!task) throw new Error('the intake raised no task to race for')
  const tasks = taskStore(client, tables.registry)
  const audit = createAudit(client, tables.audit, systemClock)
  const claimedAt = new Date().toISOString()
  const outcomes = await Promise.all(
    Array.from({ length: claimants }, () => {
      const officerId = randomUUID()
      const caller = { officerId, grants: [] }
      return tasks.claim(
        {
          task,
          claimId: randomUUID(),
          officerId,
          claimDeviceTime: claimedAt,
          claimedAt,
          lapsesAt: claimLapsesAt({ ...task, claimedAt }),
          seenRevision: 1,
        },
        audit.entry({ caller, action: 'claimTask', subjectId: task.taskId }),
      )
    }),
  )
  const winners = outcomes.filter(outcome => 'lapsesAt' in outcome).length
  return {
    name: 'claim-race-winners',
    value: winners,
    unit: 'winners',
    bound: { exactly: 1 },
    detail: `${claimants} claimants on one task`,
  }
}

async function raceForBalance(client: DynamoDBClient): Promise<Measure> {
  const tables = await createTables(client)
  await stockUp(client, tables.ledger, 'BLANKET', balance)
  const intakes = intakeStore(client, tables)
  const outcomes = await Promise.all(
    Array.from({ length: spenders }, () =>
      intakes.commit(committed(client, tables, anIntake({ support: [{ item: 'BLANKET', quantity: 1 }] }))),
    ),
  )
  const granted = outcomes.filter(outcome => 'stored' in outcome).length
  const left = (await suppliesStore(client, tables.ledger).findLease(deskOf('MB'), 'BLANKET'))?.left
  return {
    name: 'spend-race-granted',
    value: granted,
    unit: 'granted',
    bound: { exactly: balance },
    detail: `${spenders} intakes on a balance of ${balance}, which ends at ${left}`,
  }
}
