/** Whom a returnee rules out later, in an intake or a completion, no longer sees even the masked line of earlier tasks. */
import { randomUUID } from 'node:crypto'
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import { taskId } from '../../../functions/follow-up/task-id.ts'
import { raiseTask } from '../../../functions/follow-up/task-record.ts'
import { intakeRoutes } from '../../../functions/intake/contract.ts'
import { intakeStore } from '../../../functions/intake/intake-store.ts'
import { putIntake } from '../../../functions/intake/put-intake.ts'
import { createAudit } from '../../../functions/platform/audit.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { findStored } from '../../../functions/platform/reads.ts'
import { receiptsOf } from '../../../functions/platform/receipt.ts'
import { registryKeys } from '../../../functions/platform/tables.ts'
import { putNew } from '../../../functions/platform/transaction.ts'
import { possibleTasks } from '../../../functions/registration/person-tasks.ts'
import { mostCorrections, personTasksStore } from '../../../functions/registration/person-tasks-store.ts'
import { storedPlan } from '../../../functions/reintegration/plan-record.ts'
import { anAnswer, someAnswers } from '../../builders/answers.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'
import { anIntake } from '../../builders/intake.ts'
import { aTask } from '../../builders/task.ts'
import { aClaim } from '../../builders/task-commands.ts'
import { keptPhotos } from '../../harness/kept-photos.ts'
import { type RegistrationFunction, registeredAt, registrationFunction } from '../../harness/registration-function.ts'

let desk: RegistrationFunction
beforeAll(async () => {
  desk = await registrationFunction()
})

type Registered = Awaited<ReturnType<RegistrationFunction['register']>>

const owed = { wages: { owed: true } } as const
const someone = () => desk.register('MB', { full: owed })
const comesAgain = ({ personId }: Registered, full: object) =>
  desk.register('MB', { personId, knownPerson: true, full })
const wagesOf = ({ returnEventId }: Registered) => taskId(returnEventId, 'WAGE_CLAIM', 1)
const stored = async (id: string) => (await desk.tasks([id]))[0]
const listed = async (groups: string[], id: string, place = 'LS-C', officer = 'officer-1') => {
  const { body } = await desk.ask('listTasks', { query: { place, state: 'OPEN' }, groups, officer })
  return JSON.stringify(body).includes(id)
}
const completes = ({ personId, returnEventId }: Registered, exclusions: string[]) =>
  desk.ask('completePerson', {
    params: { personId, completionId: randomUUID() },
    body: {
      versions: { contract: 1, rules: '2026-11-01' },
      returnEventId,
      revision: 1,
      full: { exclusions },
      deviceTime: registeredAt,
    },
  })

/** A plan of an earlier return, which one of its tasks tells of. */
async function planned({ personId, returnEventId }: Registered): Promise<string> {
  const planId = randomUUID()
  const task = aTask({
    taskId: taskId(returnEventId, 'FOLLOW_1M', 1),
    type: 'FOLLOW_1M',
    returnEventId,
    personId,
    planId,
  })
  const plan = {
    schemaVersion: 1,
    ...{ planId, personId, returnEventId, district: 'LS-C', state: 'STARTED', assistance: ['TVET'], steps: [] },
    ...{ taskId: task.taskId, eligibleAt: registeredAt, contractVersion: 1, rulesVersion: '2026-11-01' },
    ...{ officerId: 'officer-1', deviceTime: registeredAt, receivedAt: registeredAt, contentHash: 'hash' },
  }
  await desk.client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        raiseTask(desk.tables.registry, task),
        putNew(desk.tables.registry, registryKeys.plan(planId), plan),
      ],
    }),
  )
  return planId
}
const planOf = (planId: string) => findStored(desk.client, desk.tables.registry, registryKeys.plan(planId), storedPlan)

describe.each([
  ['a later intake', (person: Registered, names: string[]) => comesAgain(person, { exclusions: names })],
  ['a completion', (person: Registered, names: string[]) => completes(person, names)],
] as const)('named in %s', (_where, ruleOut) => {
  it.each([
    ['an officer', 'officer-1'],
    ['an office', 'labour@LS-C'],
    ['a place', 'LS-C'],
  ])('%s no longer sees the masked line of an earlier return', async (_who, name) => {
    const person = await someone()
    expect(await listed(['labour@LS-C'], wagesOf(person))).toBe(true)
    await ruleOut(person, [name])
    expect(await listed(['labour@LS-C'], wagesOf(person))).toBe(false)
    expect(await listed(['labour@LS-C'], wagesOf(person), 'LS-C', 'officer-2')).toBe(name === 'officer-1')
  })

  it('reaches plans', async () => {
    const person = await someone()
    const planId = await planned(person)
    await ruleOut(person, ['officer-8'])
    expect(await planOf(planId)).toMatchObject({ excluded: ['officer-8'] })
  })

  it('takes a task from its holder who is ruled out, and leaves it to others', async () => {
    const person = await someone()
    const sent = { params: { taskId: wagesOf(person), claimId: randomUUID() }, groups: ['labour@LS-C'] }
    expect((await desk.ask('claimTask', { ...sent, body: aClaim() })).status).toBe(201)
    await ruleOut(person, ['officer-1'])
    expect(await stored(wagesOf(person))).toMatchObject({ state: 'OPEN', excluded: ['officer-1'] })
    expect(await listed(['labour@LS-C'], wagesOf(person), 'LS-C', 'officer-2')).toBe(true)
  })

  it('where nobody is left, the supervisor of the post is asked to find another way', async () => {
    const person = await someone()
    await ruleOut(person, ['LS-C'])
    const needed = taskId(person.returnEventId, 'OTHER_HANDLER', 1)
    expect(await stored(needed)).toMatchObject({ place: 'MB', roles: ['supervisor'], state: 'OPEN' })
    expect(await listed(['supervisor@MB'], needed, 'MB')).toBe(true)
    expect(await stored(wagesOf(person))).toMatchObject({ state: 'OPEN' })
  })
})

it('asks the supervisor at the first intake too, where it rules everybody out', async () => {
  const person = await desk.register('MB', {
    full: { ...owed, exclusions: ['labour@LS-C', 'administrator-office@LS-C'] },
  })
  expect(await stored(taskId(person.returnEventId, 'OTHER_HANDLER', 1))).toMatchObject({ place: 'MB' })
  const other = await desk.register('MB', { full: { ...owed, exclusions: ['labour@LS-C'] } })
  expect(await stored(taskId(other.returnEventId, 'OTHER_HANDLER', 1))).toBeUndefined()
})

it('takes a no in a later intake for the withdrawal it is', async () => {
  const person = await someone()
  await desk.register('MB', {
    personId: person.personId,
    knownPerson: true,
    consents: anIntake().consents.map(each => ({ ...each, given: false })),
  })
  expect(await stored(wagesOf(person))).toMatchObject({ state: 'DONE', outcome: 'BASIS_ENDED' })
})

it('is finished by the retry of an intake that broke off after it was stored', async () => {
  const person = await someone()
  const { client, tables } = desk
  const audit = createAudit(client, tables.audit, { now: () => new Date(registeredAt) })
  const real = personTasksStore(client, tables.registry)
  let broken = true
  const handler = capability({
    endpoints: [
      putIntake({
        intakes: intakeStore(client, tables),
        personTasks: {
          ...real,
          settle: async (...asked) => {
            if (broken) throw new Error('the power went')
            return real.settle(...asked)
          },
        },
        photos: keptPhotos(client, tables.registry).photos,
        audit,
        receipt: receiptsOf(0),
      }),
    ],
    audit,
    clock: { now: () => new Date(registeredAt) },
    log: desk.log,
  })
  const batchId = await desk.batchAt('MB')
  const body = anIntake({ personId: person.personId, knownPerson: true, batchId, full: { exclusions: ['LS-C'] } })
  const event = anHttpEvent({
    route: intakeRoutes.putIntake,
    params: { intakeId: randomUUID() },
    body,
    groups: ['reception@MB'],
  })
  expect((await answerOf(handler, event)).status).toBe(500)
  expect(await stored(wagesOf(person))).not.toHaveProperty('excluded')
  broken = false
  expect((await answerOf(handler, event)).status).toBe(201)
  expect(await stored(wagesOf(person))).toMatchObject({ excluded: ['LS-C'] })
})

it('ends more tasks at once than one transaction holds', async () => {
  const first = await someone()
  const returns = [first]
  for (let again = 0; again < 3; again += 1) returns.push(await comesAgain(first, {}))
  const known = new Set(
    (await desk.tasks(returns.flatMap(each => possibleTasks(each.returnEventId)))).map(each => each.taskId),
  )
  const missing = returns.flatMap(each =>
    possibleTasks(each.returnEventId)
      .filter(id => !known.has(id))
      .map(id => aTask({ taskId: id, type: 'FOLLOW_1M', returnEventId: each.returnEventId, personId: first.personId })),
  )
  expect(missing.length).toBeGreaterThan(mostCorrections)
  for (const task of missing)
    await desk.client.send(new TransactWriteItemsCommand({ TransactItems: [raiseTask(desk.tables.registry, task)] }))
  const { status } = await desk.ask('recordConsents', {
    params: { personId: first.personId, consentId: randomUUID() },
    body: someAnswers({ answers: [anAnswer({ given: false })] }),
  })
  expect(status).toBe(201)
  const after = await desk.tasks(missing.map(task => task.taskId))
  expect(after.length).toBe(missing.length)
  expect(after.filter(({ state }) => state !== 'DONE')).toEqual([])
})
