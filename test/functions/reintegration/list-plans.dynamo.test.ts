/** A plan is found until it is ended, whatever became of the task that led to it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { aMove, aVisit } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks } from '../../harness/district-desks.ts'
import { claimedTask, recordedPlan, startedPlan } from './plans.ts'

let desks: DistrictDesks
beforeAll(async () => {
  desks = await districtDesks()
})

const list = async (state: string, groups = ['livelihood@LS-C'], officer = 'officer-1') => {
  const { status, body } = await desks.ask('listPlans', { query: { district: 'LS-C', state }, groups, officer })
  expect(status).toBe(200)
  return (body['plans'] as { planId: string }[]).map(({ planId }) => planId)
}
const move = (planId: string, to: 'STARTED' | 'COMPLETED' | 'STOPPED', revision: number) =>
  desks.ask('movePlan', {
    params: { planId, transitionId: crypto.randomUUID() },
    body: aMove({ to, revision, reason: 'Agreed with the returnee' }),
  })

describe('the plans of a district', () => {
  it('hold one from its making to its end, in the state it is in', async () => {
    const { planId } = await recordedPlan(desks)
    expect(await list('ELIGIBLE')).toContain(planId)
    expect((await move(planId, 'STARTED', 1)).status).toBe(201)
    expect(await list('ELIGIBLE')).not.toContain(planId)
    expect(await list('STARTED')).toContain(planId)
    expect((await move(planId, 'COMPLETED', 2)).status).toBe(201)
    expect([...(await list('ELIGIBLE')), ...(await list('STARTED'))]).not.toContain(planId)
  })

  it('show a number and a date, and nobody', async () => {
    await recordedPlan(desks)
    const { body } = await desks.ask('listPlans', { query: { district: 'LS-C', state: 'ELIGIBLE' } })
    for (const line of body['plans'] as object[])
      expect(['council', 'displayNumber', 'planId', 'since', 'state']).toEqual(
        expect.arrayContaining(Object.keys(line)),
      )
  })

  it('are of no other district, no other role and nobody the returnee ruled out', async () => {
    const asked = { query: { district: 'LS-C', state: 'ELIGIBLE' } }
    expect(await desks.ask('listPlans', { ...asked, groups: ['livelihood@LS-D'] })).toMatchObject({ status: 404 })
    expect(await desks.ask('listPlans', { ...asked, groups: ['health@LS-C'] })).toMatchObject({ status: 403 })
  })

  it('come on record as one entry that names the query', async () => {
    await list('STARTED', ['livelihood@LS-C'], 'officer-9')
    expect(await desks.auditOf('PLANS#LS-C#STARTED')).toContainEqual(
      expect.objectContaining({ action: 'listPlans', officerId: 'officer-9' }),
    )
  })
})

describe('a plan that is stopped', () => {
  const stateOf = async (taskId: string) => {
    const task = await desks.taskAsStored(taskId)
    return [task?.state, task?.outcome]
  }

  it('ends what it had asked for, held or not, and leaves what was done', async () => {
    const { planId, taskOf } = await startedPlan(desks)
    await claimedTask(desks, taskOf('FOLLOW_3M'))
    await claimedTask(desks, taskOf('FOLLOW_1M'))
    const params = { planId, visitId: crypto.randomUUID() }
    expect((await desks.ask('recordVisit', { params, body: aVisit({ taskId: taskOf('FOLLOW_1M') }) })).status).toBe(201)
    expect((await move(planId, 'STOPPED', 2)).status).toBe(201)
    expect(await stateOf(taskOf('FOLLOW_1M'))).toEqual(['DONE', 'PROVIDED'])
    for (const type of ['FOLLOW_3M', 'FOLLOW_6M', 'FOLLOW_12M'] as const)
      expect(await stateOf(taskOf(type))).toEqual(['DONE', 'NOT_APPLICABLE'])
    expect(await list('STARTED')).not.toContain(planId)
  })

  it('is stopped once, also while somebody claims one of its tasks', async () => {
    const { planId, taskOf } = await startedPlan(desks)
    const claim = claimedTask(desks, taskOf('FOLLOW_6M')).catch(() => undefined)
    const [stopped] = await Promise.all([move(planId, 'STOPPED', 2), claim])
    expect(stopped.status).toBe(201)
    expect(await stateOf(taskOf('FOLLOW_6M'))).toEqual(['DONE', 'NOT_APPLICABLE'])
  })
})
