/** The registration function whole, with the intake beside it to register people, on tables of its own. */
import { randomUUID } from 'node:crypto'
import type { BatchSummary } from '../../functions/arrivals/batch.ts'
import { batchStore } from '../../functions/arrivals/batch-store.ts'
import { claimTask } from '../../functions/follow-up/claim-task.ts'
import { completeTask } from '../../functions/follow-up/complete-task.ts'
import { followUpRoutes } from '../../functions/follow-up/contract.ts'
import { listTasks } from '../../functions/follow-up/list-tasks.ts'
import { openTask } from '../../functions/follow-up/open-task.ts'
import { storedTask } from '../../functions/follow-up/task-record.ts'
import { taskStore } from '../../functions/follow-up/task-store.ts'
import { intakeRoutes, type PutIntake } from '../../functions/intake/contract.ts'
import { intakeStore } from '../../functions/intake/intake-store.ts'
import { putIntake } from '../../functions/intake/put-intake.ts'
import { createAudit } from '../../functions/platform/audit.ts'
import { capability } from '../../functions/platform/capability.ts'
import { findStored, getAll } from '../../functions/platform/reads.ts'
import { receiptsOf } from '../../functions/platform/receipt.ts'
import { fromStored, readStored } from '../../functions/platform/stored.ts'
import { registryKeys } from '../../functions/platform/tables.ts'
import { completePerson } from '../../functions/registration/complete-person.ts'
import { consentStore } from '../../functions/registration/consent-store.ts'
import { registrationRoutes } from '../../functions/registration/contract.ts'
import { findByNumber } from '../../functions/registration/find-by-number.ts'
import { findByWords } from '../../functions/registration/find-by-words.ts'
import { findMatches } from '../../functions/registration/find-matches.ts'
import { storedPerson } from '../../functions/registration/person-record.ts'
import { personStore } from '../../functions/registration/person-store.ts'
import { personTasksStore } from '../../functions/registration/person-tasks-store.ts'
import { readPerson } from '../../functions/registration/read-person.ts'
import { recordConsents } from '../../functions/registration/record-consents.ts'
import { anHttpEvent, answerOf, type HttpEventParts } from '../builders/http-event.ts'
import { anIntake } from '../builders/intake.ts'
import { auditOf } from './audit-entries.ts'
import { freshTables } from './dynamodb-local.ts'
import { keptPhotos } from './kept-photos.ts'
import { silentLog } from './silent-log.ts'

export const registeredAt = '2026-11-22T09:00:00.000Z'

export async function registrationFunction(clock = { at: registeredAt }) {
  const { client, tables } = await freshTables()
  const now = { now: () => new Date(clock.at) }
  const audit = createAudit(client, tables.audit, now)
  const log = silentLog()
  const persons = personStore(client, tables.registry)
  const personTasks = personTasksStore(client, tables.registry)
  const tasks = taskStore(client, tables.registry)
  const consents = consentStore(client, tables.registry)
  const receipt = receiptsOf(0)
  const { attachments, bucket, objects, photos } = keptPhotos(client, tables.registry)
  const command = { persons, tasks, consents, personTasks, photos, audit, receipt }
  const handler = capability({
    endpoints: [
      findMatches(persons),
      findByNumber(persons),
      findByWords(persons),
      readPerson(persons),
      completePerson(command),
      recordConsents(command),
      putIntake({ ...command, intakes: intakeStore(client, tables) }),
      claimTask(command),
      openTask(tasks),
      completeTask(command),
      listTasks(tasks),
    ],
    audit,
    clock: now,
    log,
  })

  const batchIds = new Map<string, string>()
  async function batchAt(post: BatchSummary['post']): Promise<string> {
    const batchId = batchIds.get(post) ?? randomUUID()
    if (!batchIds.has(post)) {
      batchIds.set(post, batchId)
      const entry = audit.entry({ caller: { officerId: 'o', grants: [] }, action: 'openBatch', subjectId: batchId })
      const said = {
        transport: 'BUS',
        sendingFacility: 'LINDELA',
        returnType: 'DEPORTED',
        declaredHeadcount: 9,
      } as const
      const by = { officerId: 'o', deviceTime: registeredAt, contractVersion: 1, rulesVersion: '2026-11-01' }
      await batchStore(client, tables.registry).open(
        { ...said, ...by, batchId, post, openedAt: registeredAt, contentHash: 'hash' },
        entry,
      )
    }
    return batchId
  }

  const routes = { ...registrationRoutes, ...followUpRoutes }
  const ask = (name: keyof typeof routes, sent: Omit<HttpEventParts, 'route'> = {}) =>
    answerOf(handler, anHttpEvent({ groups: ['reception@MB'], ...sent, route: routes[name] }))

  return {
    ask,
    client,
    tables,
    log,
    clock,
    attachments,
    bucket,
    objects,
    batchAt,
    /** Registers a returnee at a post; both ids are those the tablet made. */
    async register(post: BatchSummary['post'], override: Partial<PutIntake> = {}) {
      const intakeId = randomUUID()
      const body = anIntake({ ...override, batchId: await batchAt(post) })
      const groups = [`reception@${post}`]
      const answer = await answerOf(
        handler,
        anHttpEvent({ route: intakeRoutes.putIntake, params: { intakeId }, body, groups }),
      )
      if (answer.status !== 201) throw new Error(`not registered: ${JSON.stringify(answer.body)}`)
      return { personId: body.personId, returnEventId: intakeId }
    },
    /** What is on record of a person since they were registered. */
    async recordOf(personId: string) {
      return (await auditOf({ client, tables }, personId)).filter(({ action }) => action !== 'putIntake')
    },
    /** What a person's record said before, the first change first, as it is kept. */
    async versionsAsStored(personId: string) {
      return (await persons.versionsOf({ personId })).reverse()
    },
    /** A return event of a person's, as it is kept. */
    async returnAsStored(personId: string, returnEventId: string) {
      const person = await findStored(client, tables.registry, registryKeys.person(personId), storedPerson)
      const reference = person?.returns.find(each => each.returnEventId === returnEventId)
      if (!reference) throw new Error('no such return')
      return persons.getReturnEvent(reference)
    },
    /** What a completion left behind of itself. */
    async completionAsStored(personId: string, completionId: string) {
      const [item] = await getAll(client, tables.registry, [registryKeys.completion(personId, completionId)])
      return item && fromStored(item)
    },
    /** Those of the tasks that were raised. */
    async tasks(taskIds: readonly string[]) {
      const items = await getAll(client, tables.registry, taskIds.map(registryKeys.task))
      return items.map(item => readStored(storedTask, item))
    },
  }
}
export type RegistrationFunction = Awaited<ReturnType<typeof registrationFunction>>
