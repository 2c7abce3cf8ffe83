/** A plan ends with the consent it rests on, and comes back with it, in the transaction of the answer (domain.md 2.7, 5.4). */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { taskId as idOfTask } from '../../../functions/follow-up/task-id.ts'
import { taskStore } from '../../../functions/follow-up/task-store.ts'
import { createAudit } from '../../../functions/platform/audit.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { findStored } from '../../../functions/platform/reads.ts'
import { receiptsOf } from '../../../functions/platform/receipt.ts'
import { registryKeys } from '../../../functions/platform/tables.ts'
import { reintegrationRoutes } from '../../../functions/reintegration/contract.ts'
import { listPlans } from '../../../functions/reintegration/list-plans.ts'
import { movePlan } from '../../../functions/reintegration/move-plan.ts'
import { planQueueStore } from '../../../functions/reintegration/plan-queue-store.ts'
import { storedPlan } from '../../../functions/reintegration/plan-record.ts'
import { planStore } from '../../../functions/reintegration/plan-store.ts'
import { readPlan } from '../../../functions/reintegration/read-plan.ts'
import { recordPlan } from '../../../functions/reintegration/record-plan.ts'
import { anAnswer, someAnswers } from '../../builders/answers.ts'
import { anHttpEvent, answerOf, type HttpEventParts } from '../../builders/http-event.ts'
import { aClaim, aMove, aPlan } from '../../builders/task-commands.ts'
import { type RegistrationFunction, registrationFunction } from '../../harness/registration-function.ts'

const livelihood = ['livelihood@LS-C']
const withdrawal = [anAnswer({ given: false })]

let desk: RegistrationFunction
let plansHandler: ReturnType<typeof capability>
beforeAll(async () => {
  desk = await registrationFunction()
  const { client, tables, clock, log } = desk
  const now = { now: () => new Date(clock.at) }
  const audit = createAudit(client, tables.audit, now)
  const tasks = taskStore(client, tables.registry)
  const command = { tasks, plans: planStore(client, tables.registry), audit, receipt: receiptsOf(0) }
  const lists = listPlans(planQueueStore(client, tables.registry))
  plansHandler = capability({
    endpoints: [recordPlan(command), movePlan(command), readPlan(command), lists],
    audit,
    clock: now,
    log,
  })
})

const askOfPlans = (name: keyof typeof reintegrationRoutes, sent: Omit<HttpEventParts, 'route'>) =>
  answerOf(plansHandler, anHttpEvent({ groups: livelihood, ...sent, route: reintegrationRoutes[name] }))
const move = (planId: string, revision = 1) =>
  askOfPlans('movePlan', { params: { planId, transitionId: randomUUID() }, body: aMove({ revision }) })
const stored = (planId: string) => findStored(desk.client, desk.tables.registry, registryKeys.plan(planId), storedPlan)
const listed = async (state: 'ELIGIBLE' | 'STARTED') =>
  JSON.stringify((await askOfPlans('listPlans', { query: { district: 'LS-C', state } })).body)
const say = (personId: string, answers = withdrawal) =>
  desk.ask('recordConsents', { params: { personId, consentId: randomUUID() }, body: someAnswers({ answers }) })

/** A returnee with a plan, recorded by the livelihood desk through its task. */
async function planned() {
  const person = await desk.register('MB', { full: { wantsLivelihoodHelp: true } })
  const taskId = idOfTask(person.returnEventId, 'PLAN_DRAFT', 1)
  const claimed = { params: { taskId, claimId: randomUUID() }, body: aClaim({ revision: 1 }), groups: livelihood }
  expect((await desk.ask('claimTask', claimed)).status).toBe(201)
  const planId: string = randomUUID()
  expect((await askOfPlans('recordPlan', { params: { planId }, body: aPlan({ taskId }) })).status).toBe(201)
  return { ...person, planId }
}

describe('a plan whose returnee takes the consent back', () => {
  it('ends with its tasks, out of every list, and shows the district no reason', async () => {
    const { personId, planId } = await planned()
    expect((await move(planId)).status).toBe(201)
    expect(await listed('STARTED')).toContain(planId)
    expect((await say(personId)).status).toBe(201)
    expect(await stored(planId)).toMatchObject({
      state: 'STOPPED',
      stoppedFor: 'WITHDREW_CONSENT',
      stoppedAt: desk.clock.at,
      revision: 3,
    })
    expect(await listed('STARTED')).not.toContain(planId)
    const { body } = await askOfPlans('readPlan', { params: { planId } })
    expect(body).toMatchObject({ state: 'STOPPED' })
    expect(JSON.stringify(body)).not.toMatch(/withdrew|consent/i)
    expect((await move(planId, 3)).body['word']).toBe('plan-state-not-allowed')
  })

  it('is on record with the answer that ended it', async () => {
    const { personId, planId } = await planned()
    await say(personId)
    expect(await desk.recordOf(planId)).toContainEqual(expect.objectContaining({ action: 'recordConsents' }))
  })

  it('comes back with a yes as it was, and can go on', async () => {
    const { personId, planId } = await planned()
    await say(personId)
    await say(personId, [anAnswer()])
    const back = await stored(planId)
    expect(back).toMatchObject({ state: 'ELIGIBLE', revision: 3 })
    expect(back).not.toHaveProperty('stoppedFor')
    expect(await listed('ELIGIBLE')).toContain(planId)
    expect((await move(planId, 3)).status).toBe(201)
  })

  it('ends whoever starts it at the same moment: the start loses, or ends with it', async () => {
    const { personId, planId } = await planned()
    const [started, said] = await Promise.all([move(planId), say(personId)])
    expect(said.status).toBe(201)
    expect([201, 409]).toContain(started.status)
    expect(await stored(planId)).toMatchObject({ state: 'STOPPED', stoppedFor: 'WITHDREW_CONSENT' })
    const plan = await stored(planId)
    expect(plan?.startedAt === undefined).toBe(started.status === 409)
  })
})
