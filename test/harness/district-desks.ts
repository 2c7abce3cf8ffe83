/** The district desks whole, on tables of their own: follow-up, reintegration and the sweep, under a clock one can set. */
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { sweepStore } from '../../functions/escalation/sweep-store.ts'
import { sweepTasks } from '../../functions/escalation/sweep-tasks.ts'
import { claimTask } from '../../functions/follow-up/claim-task.ts'
import { completeTask } from '../../functions/follow-up/complete-task.ts'
import { followUpRoutes } from '../../functions/follow-up/contract.ts'
import { listHeldTasks } from '../../functions/follow-up/list-held-tasks.ts'
import { listTasks } from '../../functions/follow-up/list-tasks.ts'
import { openTask } from '../../functions/follow-up/open-task.ts'
import { releaseTask } from '../../functions/follow-up/release-task.ts'
import { type NewTask, raiseTask, storedTask } from '../../functions/follow-up/task-record.ts'
import { taskStore } from '../../functions/follow-up/task-store.ts'
import { createAudit } from '../../functions/platform/audit.ts'
import { capability } from '../../functions/platform/capability.ts'
import { findStored } from '../../functions/platform/reads.ts'
import { receiptsOf } from '../../functions/platform/receipt.ts'
import { registryKeys } from '../../functions/platform/tables.ts'
import { change, putNew, transact } from '../../functions/platform/transaction.ts'
import type { Person } from '../../functions/registration/person-record.ts'
import { reintegrationRoutes } from '../../functions/reintegration/contract.ts'
import { listPlans } from '../../functions/reintegration/list-plans.ts'
import { movePlan } from '../../functions/reintegration/move-plan.ts'
import { planQueueStore } from '../../functions/reintegration/plan-queue-store.ts'
import { planStore } from '../../functions/reintegration/plan-store.ts'
import { readPlan } from '../../functions/reintegration/read-plan.ts'
import { recordPlan } from '../../functions/reintegration/record-plan.ts'
import { recordVisit } from '../../functions/reintegration/record-visit.ts'
import { anHttpEvent, answerOf, type HttpEventParts } from '../builders/http-event.ts'
import { auditOf } from './audit-entries.ts'
import { freshTables } from './dynamodb-local.ts'
import { silentLog } from './silent-log.ts'

const routes = { ...followUpRoutes, ...reintegrationRoutes }

/** A Sunday, two days after most tasks of the builders were raised. */
export const startOfTest = '2026-11-22T10:00:00.000Z'

export async function districtDesks() {
  const { client, tables } = await freshTables()
  const log = silentLog()
  let now = startOfTest
  const clock = { now: () => new Date(now) }
  const audit = createAudit(client, tables.audit, clock)
  const tasks = taskStore(client, tables.registry)
  const plans = planStore(client, tables.registry)
  const command = { tasks, plans, audit, receipt: receiptsOf(0) }
  const handler = capability({
    endpoints: [
      listTasks(tasks),
      listHeldTasks(tasks),
      openTask(tasks),
      claimTask(command),
      releaseTask(command),
      completeTask(command),
      recordPlan(command),
      movePlan(command),
      recordVisit(command),
      readPlan(command),
      listPlans(planQueueStore(client, tables.registry)),
    ],
    audit,
    clock,
    log,
  })
  return {
    client,
    tables,
    log,
    setClock: (instant: string) => {
      now = instant
    },
    /** Asks a route by name; as Leribe's livelihood desk where nobody else is named. */
    ask: (name: keyof typeof routes, sent: Omit<HttpEventParts, 'route'> = {}) =>
      answerOf(handler, anHttpEvent({ groups: ['livelihood@LS-C'], ...sent, route: routes[name] })),
    raise: async (...raised: NewTask[]) => {
      for (const task of raised)
        await client.send(new TransactWriteItemsCommand({ TransactItems: [raiseTask(tables.registry, task)] }))
    },
    register: (person: Person) =>
      client.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            putNew(tables.registry, registryKeys.person(person.personId), { schemaVersion: 1, ...person }),
          ],
        }),
      ),
    /** What another intake of theirs may say: the tasks that stand are not told of it. */
    ruleOut: ({ personId, full }: Person, exclusions: string[]) =>
      transact(client, [
        {
          guard: 'person',
          write: change(tables.registry, registryKeys.person(personId), {
            set: { full: { ...full, exclusions } },
            when: 'attribute_exists(pk)',
          }),
        },
      ]),
    /** What another command of theirs may say: the tasks that stand are not told of it. */
    answers: ({ personId, consents }: Person, said: Person['consents']) =>
      transact(client, [
        {
          guard: 'person',
          write: change(tables.registry, registryKeys.person(personId), {
            set: { consents: [...consents, ...said] },
            when: 'attribute_exists(pk)',
          }),
        },
      ]),
    taskAsStored: (taskId: string) => findStored(client, tables.registry, registryKeys.task(taskId), storedTask),
    sweep: sweepTasks({ tasks: sweepStore(client, tables.registry), audit, clock, log }),
    auditOf: (subjectId: string) => auditOf({ client, tables }, subjectId),
  }
}
export type DistrictDesks = Awaited<ReturnType<typeof districtDesks>>
