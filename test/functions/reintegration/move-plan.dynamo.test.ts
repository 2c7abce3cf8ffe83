/** Starting, completing and stopping a plan, through the whole chain on a real database. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { MovePlan } from '../../../functions/reintegration/contract.ts'
import { aMove } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks, startOfTest } from '../../harness/district-desks.ts'
import { recordedPlan, startedPlan } from './plans.ts'

describe('moving a plan', () => {
  let desks: DistrictDesks
  beforeAll(async () => {
    desks = await districtDesks()
  })

  const move = (
    planId: string,
    content: Partial<MovePlan>,
    transitionId: string = crypto.randomUUID(),
    groups?: string[],
  ) => desks.ask('movePlan', { params: { planId, transitionId }, body: aMove(content), ...(groups ? { groups } : {}) })
  const read = async (planId: string) => (await desks.ask('readPlan', { params: { planId } })).body

  it('raises the follow-ups when it starts, and a business its visits', async () => {
    const { planId, taskOf } = await startedPlan(desks)
    const types = ['FOLLOW_1M', 'FOLLOW_3M', 'FOLLOW_6M', 'FOLLOW_12M', 'RSS_MID', 'RSS_END', 'BUSINESS_VISIT'] as const
    for (const type of types)
      expect(await desks.taskAsStored(taskOf(type)), type).toMatchObject({ state: 'OPEN', planId })
    expect(await desks.taskAsStored(taskOf('BUSINESS_VISIT', 3))).toMatchObject({ dueAt: '2027-05-21T10:00:00.000Z' })
    expect(await read(planId)).toMatchObject({ state: 'STARTED', startedAt: startOfTest, revision: 2 })
    expect((await desks.auditOf(planId)).map(({ action }) => action)).toContain('movePlan')
  })

  it('completes with its steps done, or with a reason', async () => {
    const done = await startedPlan(desks)
    expect((await move(done.planId, { to: 'COMPLETED', revision: 2 })).body['word']).toBe('reason-needed')
    expect((await move(done.planId, { to: 'COMPLETED', revision: 2, stepsDone: [1] })).body).toMatchObject({
      revision: 3,
    })
    expect(await read(done.planId)).toMatchObject({
      state: 'COMPLETED',
      completedAt: startOfTest,
      steps: [{ done: true }],
    })
    const otherwise = await startedPlan(desks)
    const reason = 'She earns by sewing instead'
    expect((await move(otherwise.planId, { to: 'COMPLETED', revision: 2, reason })).status).toBe(201)
  })

  it('stops with a reason only', async () => {
    const { planId } = await recordedPlan(desks)
    expect((await move(planId, { to: 'STOPPED' })).body['word']).toBe('reason-needed')
    expect((await move(planId, { to: 'STOPPED', reason: 'Moved to Mafeteng' })).status).toBe(201)
    expect((await move(planId, { to: 'STARTED', revision: 2 })).body['word']).toBe('plan-state-not-allowed')
  })

  it('goes no way that is not in the table', async () => {
    const { planId } = await recordedPlan(desks)
    for (const to of ['COMPLETED', 'ELIGIBLE'] as const)
      expect((await move(planId, { to, reason: 'Why not' })).body['word']).toBe('plan-state-not-allowed')
  })

  it('asks to look again where somebody moved it first', async () => {
    const { planId } = await startedPlan(desks)
    expect((await move(planId, { to: 'STOPPED', reason: 'Moved', revision: 1 })).body['word']).toBe('revision-stale')
  })

  it('goes one way only when two officers move it at once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { planId } = await recordedPlan(desks)
      const both = await Promise.all([move(planId, {}), move(planId, { to: 'STOPPED', reason: 'Moved' })])
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
      expect(await read(planId)).toMatchObject({ revision: 2 })
    }
  })

  it('is harmless twice, and refuses the same id with other content', async () => {
    const { planId } = await recordedPlan(desks)
    const transitionId = crypto.randomUUID()
    const first = await move(planId, {}, transitionId)
    expect(first.status).toBe(201)
    desks.setClock('2026-11-23T10:00:00.000Z')
    expect(await move(planId, {}, transitionId)).toEqual(first)
    desks.setClock(startOfTest)
    expect((await move(planId, { reason: 'Other' }, transitionId)).body['word']).toBe('identifier-reused')
    expect(await read(planId)).toMatchObject({ revision: 2 })
  })

  it('knows no plan that is absent or out of scope', async () => {
    const { planId } = await recordedPlan(desks)
    expect((await move(crypto.randomUUID(), {})).body['word']).toBe('not-found')
    expect((await move(planId, {}, undefined, ['livelihood@LS-D'])).body['word']).toBe('not-found')
    expect((await move(planId, {}, undefined, ['administrator-office@LS-C'])).body['word']).toBe('not-permitted')
  })
})
