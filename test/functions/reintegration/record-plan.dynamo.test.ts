/** Recording a plan, through the whole chain on a real database. */
import { beforeAll, describe, expect, it } from 'vitest'
import { taskId as idOfTask } from '../../../functions/follow-up/task-id.ts'
import { anAnswer } from '../../builders/answers.ts'
import { aPerson, aTask } from '../../builders/task.ts'
import { aPlan } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks, startOfTest } from '../../harness/district-desks.ts'
import { claimedTask, heldDraft, recordedPlan } from './plans.ts'

describe('recording a plan', () => {
  let desks: DistrictDesks
  beforeAll(async () => {
    desks = await districtDesks()
  })

  const record = (taskId: string, planId: string = crypto.randomUUID(), content = {}, groups?: string[]) =>
    desks.ask('recordPlan', { params: { planId }, body: aPlan({ taskId, ...content }), ...(groups ? { groups } : {}) })

  it('finishes the task and raises the first survey, in one go', async () => {
    const { planId, draftTaskId, taskOf, returnEventId } = await recordedPlan(desks)
    expect(await desks.taskAsStored(draftTaskId)).toMatchObject({
      state: 'DONE',
      completionId: planId,
      outcome: 'PROVIDED',
    })
    expect(await desks.taskAsStored(taskOf('RSS_BASELINE'))).toMatchObject({
      state: 'OPEN',
      planId,
      returnEventId,
      place: 'LS-C',
      dueAt: '2026-12-06T10:00:00.000Z',
    })
    expect(await desks.taskAsStored(taskOf('FOLLOW_1M'))).toBeUndefined()
    expect(await desks.auditOf(planId)).toMatchObject([
      { action: 'recordPlan', officerId: 'officer-1', commandId: planId },
    ])
    const { body } = await desks.ask('readPlan', { params: { planId } })
    expect(body).toMatchObject({
      planId,
      returnEventId,
      district: 'LS-C',
      state: 'ELIGIBLE',
      eligibleAt: startOfTest,
      visits: [],
      revision: 1,
    })
  })

  it('is harmless twice, and refuses the same id with other content', async () => {
    const { taskId } = await heldDraft(desks)
    const planId = crypto.randomUUID()
    const first = await record(taskId, planId)
    expect(first.status).toBe(201)
    desks.setClock('2026-11-23T10:00:00.000Z')
    expect(await record(taskId, planId)).toEqual(first)
    desks.setClock(startOfTest)
    expect((await record(taskId, planId, { assistance: ['TVET'] })).body['word']).toBe('identifier-reused')
    expect((await record(taskId)).body['word']).toBe('task-finished')
    expect((await desks.auditOf(planId)).filter(({ action }) => action === 'recordPlan')).toHaveLength(1)
  })

  it('is for who holds the task', async () => {
    const open = aTask({ personId: crypto.randomUUID() })
    await desks.raise(open)
    const planId = crypto.randomUUID()
    expect((await record(open.taskId, planId)).body['word']).toBe('task-not-yours')
    expect((await desks.ask('readPlan', { params: { planId } })).status).toBe(404)
  })

  it('refuses a task that asks for something else', async () => {
    const other = aTask({ type: 'PDM_CALL' })
    await desks.raise(other)
    await claimedTask(desks, other.taskId)
    expect((await record(other.taskId)).body['word']).toBe('task-other-kind')
  })

  it('knows no task out of scope, or whose person ruled the officer out', async () => {
    const { taskId } = await heldDraft(desks)
    expect((await record(taskId, undefined, {}, ['livelihood@LS-D'])).body['word']).toBe('not-found')
    expect((await record(taskId, undefined, {}, ['labour@LS-C'])).body['word']).toBe('not-permitted')
    const person = aPerson({ full: { exclusions: ['officer-1'] } })
    const barred = aTask({ personId: person.personId })
    await desks.register(person)
    await desks.raise(barred)
    expect((await record(barred.taskId)).body['word']).toBe('not-found')
  })

  it('is not made, and raises nothing, once the returnee has taken back what the task rested on', async () => {
    const { taskId, returnEventId, person } = await heldDraft(desks)
    await desks.answers(person, [anAnswer({ given: false })])
    expect((await record(taskId)).body['word']).toBe('task-finished')
    expect(await desks.taskAsStored(idOfTask(returnEventId, 'RSS_BASELINE', 1))).toBeUndefined()
  })

  it('needs a kind of help, each named once, and a step', async () => {
    const { taskId } = await heldDraft(desks)
    for (const content of [
      { assistance: [] },
      { steps: [] },
      { assistance: ['MONEY'] },
      { assistance: ['TVET', 'TVET'] },
    ])
      expect((await record(taskId, undefined, content)).body['word']).toBe('invalid-fields')
  })
})
