/** Visits and the survey, through the whole chain on a real database. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { RecordVisit } from '../../../functions/reintegration/contract.ts'
import { survey1 } from '../../../functions/reintegration/survey-1.ts'
import { surveyScales } from '../../../functions/reintegration/survey-scales.ts'
import type { SurveyAnswers } from '../../../functions/reintegration/survey-scoring.ts'
import { aTask } from '../../builders/task.ts'
import { aMove, aVisit } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks, startOfTest } from '../../harness/district-desks.ts'
import { claimedTask, recordedPlan, startedPlan } from './plans.ts'

/** The first answer each question offers. */
const answers: SurveyAnswers = Object.fromEntries(
  survey1.items.map(({ id, scale }) => [id, surveyScales[scale][0].code]),
)
const baseline = { occasion: 'BASELINE', instrument: { id: survey1.id, version: survey1.version }, answers } as const

describe('recording a visit', () => {
  let desks: DistrictDesks
  beforeAll(async () => {
    desks = await districtDesks()
  })

  type Asked = Partial<Omit<RecordVisit, 'taskId'>> & { visitId?: string; groups?: string[] }
  const record = (planId: string, taskId: string, { visitId = crypto.randomUUID(), groups, ...content }: Asked = {}) =>
    desks.ask('recordVisit', {
      params: { planId, visitId },
      body: aVisit({ taskId, ...content }),
      ...(groups ? { groups } : {}),
    })
  const heldVisit = async () => {
    const plan = await startedPlan(desks)
    const taskId = plan.taskOf('FOLLOW_1M')
    await claimedTask(desks, taskId)
    return { ...plan, taskId }
  }
  const heldSurvey = async () => {
    const plan = await recordedPlan(desks)
    const taskId = plan.taskOf('RSS_BASELINE')
    await claimedTask(desks, taskId)
    return { ...plan, taskId }
  }

  it('finishes its task and stands with the plan', async () => {
    const { planId, taskId } = await heldVisit()
    const visitId = crypto.randomUUID()
    expect(await record(planId, taskId, { visitId })).toMatchObject({ status: 201, body: { id: visitId } })
    expect(await desks.taskAsStored(taskId)).toMatchObject({
      state: 'DONE',
      outcome: 'PROVIDED',
      completionId: visitId,
    })
    const { body } = await desks.ask('readPlan', { params: { planId } })
    expect(body['visits']).toEqual([{ visitId, visitedOn: '2026-11-21', reached: true }])
    expect((await desks.auditOf(planId)).map(({ action, commandId }) => [action, commandId])).toContainEqual([
      'recordVisit',
      visitId,
    ])
  })

  it('keeps that somebody was not reached, or would not answer', async () => {
    const visit = await heldVisit()
    expect((await record(visit.planId, visit.taskId, { reached: false })).status).toBe(201)
    expect((await desks.taskAsStored(visit.taskId))?.outcome).toBe('NOT_REACHED')
    const { nextTaskId = '' } = (await desks.taskAsStored(visit.taskId)) ?? {}
    expect(nextTaskId).toBe(visit.taskOf('FOLLOW_1M', 2))
    expect(await desks.taskAsStored(nextTaskId)).toMatchObject({
      state: 'OPEN',
      planId: visit.planId,
      attempts: [{ channel: 'VISIT', at: startOfTest }],
    })
    const survey = await heldSurvey()
    expect((await record(survey.planId, survey.taskId)).status).toBe(201)
    expect((await desks.taskAsStored(survey.taskId))?.outcome).toBe('DECLINED')
  })

  it('visits again whoever was not met, once, however often it is sent, and not who refused', async () => {
    const { planId, taskOf, taskId } = await heldVisit()
    const visitId = crypto.randomUUID()
    const missed = { visitId, reached: false, attempt: { code: 'MOVED', channel: 'NEIGHBOUR' } } as const
    const first = await record(planId, taskId, missed)
    expect(first.status).toBe(201)
    desks.setClock('2026-11-23T10:00:00.000Z')
    expect(await record(planId, taskId, missed)).toEqual(first)
    desks.setClock(startOfTest)
    const again = taskOf('FOLLOW_1M', 2)
    expect(await desks.taskAsStored(again)).toMatchObject({
      revision: 1,
      dueAt: '2026-12-22T10:00:00.000Z',
      attempts: [{ code: 'MOVED', channel: 'NEIGHBOUR', at: startOfTest }],
    })
    await claimedTask(desks, again)
    const attempt = { code: 'REFUSED', channel: 'VISIT' } as const
    expect((await record(planId, again, { reached: true, attempt })).body['word']).toBe('invalid-fields')
    expect((await record(planId, again, { reached: false, attempt })).status).toBe(201)
    expect(await desks.taskAsStored(again)).toMatchObject({ state: 'DONE', outcome: 'DECLINED' })
    expect(await desks.taskAsStored(taskOf('FOLLOW_1M', 3))).toBeUndefined()
  })

  it('keeps the second visit to a business apart from another attempt at the first', async () => {
    const { planId, taskOf } = await startedPlan(desks)
    const [first, second] = [taskOf('BUSINESS_VISIT', 1), taskOf('BUSINESS_VISIT', 2)]
    await claimedTask(desks, first)
    expect((await record(planId, first, { reached: false })).status).toBe(201)
    expect(await desks.taskAsStored(second)).toMatchObject({ state: 'OPEN', revision: 1 })
    expect((await desks.taskAsStored(second))?.attempts).toBeUndefined()
    expect(await desks.taskAsStored(taskOf('BUSINESS_VISIT', 4))).toMatchObject({ state: 'OPEN' })
  })

  it('ends the next attempt too where the plan is stopped', async () => {
    const { planId, taskId, taskOf } = await heldVisit()
    expect((await record(planId, taskId, { reached: false })).status).toBe(201)
    const params = { planId, transitionId: crypto.randomUUID() }
    const body = aMove({ to: 'STOPPED', reason: 'Moved away', revision: 2 })
    expect((await desks.ask('movePlan', { params, body })).status).toBe(201)
    expect(await desks.taskAsStored(taskOf('FOLLOW_1M', 2))).toMatchObject({ state: 'DONE', outcome: 'NOT_APPLICABLE' })
  })

  it('tells the scores of a survey, under their provisional weights', async () => {
    const { planId, taskId } = await heldSurvey()
    const { status, body } = await record(planId, taskId, { survey: baseline })
    expect(status).toBe(201)
    expect(body['scores']).toMatchObject({ weightSet: 'PROVISIONAL_EQUAL', composite: expect.any(Number) })
    const plan = await desks.ask('readPlan', { params: { planId } })
    expect(plan.body['visits']).toMatchObject([{ occasion: 'BASELINE', scores: body['scores'] }])
  })

  it('gives no score where too little was answered', async () => {
    const { planId, taskId } = await heldSurvey()
    const { body } = await record(planId, taskId, { survey: { ...baseline, answers: { Q1: 'GOOD' } } })
    expect(body['scores']).toMatchObject({ economic: null, social: null, psychosocial: null, composite: null })
  })

  it('refuses an answer its question does not offer, and stores nothing of it', async () => {
    const { planId, taskId } = await heldSurvey()
    const survey = { ...baseline, answers: { Q1: 'YES' } } as RecordVisit['survey']
    expect((await record(planId, taskId, { survey })).body['word']).toBe('invalid-fields')
    expect((await desks.taskAsStored(taskId))?.state).toBe('CLAIMED')
  })

  it('is harmless twice, and refuses the same id with other content', async () => {
    const { planId, taskId } = await heldSurvey()
    const visitId = crypto.randomUUID()
    const first = await record(planId, taskId, { visitId, survey: baseline })
    desks.setClock('2026-11-23T10:00:00.000Z')
    expect(await record(planId, taskId, { visitId, survey: baseline })).toEqual(first)
    desks.setClock(startOfTest)
    expect((await record(planId, taskId, { visitId })).body['word']).toBe('identifier-reused')
    expect((await record(planId, taskId)).body['word']).toBe('task-finished')
    const { body } = await desks.ask('readPlan', { params: { planId } })
    expect(body['visits']).toHaveLength(1)
  })

  it('was not tomorrow, in Lesotho', async () => {
    const { planId, taskId } = await heldVisit()
    expect((await record(planId, taskId, { visitedOn: '2026-11-23' })).body['word']).toBe('date-in-future')
    // Half an hour past midnight in Lesotho is still the day before by UTC.
    desks.setClock('2026-11-22T22:30:00.000Z')
    expect((await record(planId, taskId, { visitedOn: '2026-11-23' })).status).toBe(201)
    desks.setClock(startOfTest)
  })

  it('is for who holds the task, and for a task that asks for it', async () => {
    const { planId, taskOf } = await startedPlan(desks)
    expect((await record(planId, taskOf('FOLLOW_1M'))).body['word']).toBe('task-not-yours')
    const other = await heldVisit()
    expect((await record(planId, other.taskId)).body['word']).toBe('task-other-kind')
    const call = aTask({ type: 'PDM_CALL', planId })
    await desks.raise(call)
    await claimedTask(desks, call.taskId)
    expect((await record(planId, call.taskId)).body['word']).toBe('task-other-kind')
    expect((await record(other.planId, other.taskId, { survey: baseline })).body['word']).toBe('task-other-kind')
  })

  it('knows no plan and no task out of scope', async () => {
    const { planId, taskId } = await heldVisit()
    expect((await record(crypto.randomUUID(), taskId)).body['word']).toBe('plan-unknown')
    expect((await record(planId, taskId, { groups: ['livelihood@LS-D'] })).body['word']).toBe('plan-unknown')
    expect((await record(planId, crypto.randomUUID())).body['word']).toBe('not-found')
  })

  it('may be made by another role the task names', async () => {
    const { planId, taskOf } = await startedPlan(desks)
    const groups = ['social-development@LS-C']
    const params = { taskId: taskOf('FOLLOW_3M'), claimId: crypto.randomUUID() }
    const body = { versions: { contract: 1, rules: '2026-11-01' }, revision: 1, deviceTime: startOfTest }
    expect((await desks.ask('claimTask', { groups, params, body })).status).toBe(201)
    expect((await record(planId, taskOf('FOLLOW_3M'), { groups })).status).toBe(201)
    expect((await record(planId, taskOf('RSS_MID'), { groups })).body['word']).toBe('not-found')
  })
})
