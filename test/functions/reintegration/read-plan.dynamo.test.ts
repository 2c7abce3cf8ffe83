/** Reading a plan, through the whole chain on a real database. */
import { beforeAll, describe, expect, it } from 'vitest'
import { anAnswer } from '../../builders/answers.ts'
import { aPerson } from '../../builders/task.ts'
import { aClaim, aVisit } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks } from '../../harness/district-desks.ts'
import { claimedTask, startedPlan } from './plans.ts'

describe('reading a plan', () => {
  let desks: DistrictDesks
  beforeAll(async () => {
    desks = await districtDesks()
  })
  const read = (planId: string, groups = ['livelihood@LS-C'], officer = 'officer-1') =>
    desks.ask('readPlan', { params: { planId }, groups, officer })

  it('shows the visits, the first one first', async () => {
    const { planId, taskOf } = await startedPlan(desks)
    for (const [type, visitedOn] of [
      ['FOLLOW_3M', '2026-11-20'],
      ['FOLLOW_1M', '2026-11-18'],
    ] as const) {
      await claimedTask(desks, taskOf(type))
      const params = { planId, visitId: crypto.randomUUID() }
      expect(
        (await desks.ask('recordVisit', { params, body: aVisit({ taskId: taskOf(type), visitedOn }) })).status,
      ).toBe(201)
    }
    const { body } = await read(planId)
    expect(body['visits']).toMatchObject([{ visitedOn: '2026-11-18' }, { visitedOn: '2026-11-20' }])
  })

  it('is on record for the plan and for the person', async () => {
    const { planId, personId } = await startedPlan(desks)
    await read(planId)
    expect((await desks.auditOf(planId)).map(({ action }) => action)).toContain('readPlan')
    expect(await desks.auditOf(personId)).toMatchObject([{ action: 'readPlan', officerId: 'officer-1' }])
  })

  it('says whose it is to who made it, and to who holds a task of theirs; others read the number', async () => {
    const { planId, taskOf } = await startedPlan(desks)
    const whose = async (officer: string) => (await read(planId, ['livelihood@LS-C'], officer)).body['person']
    expect(await whose('officer-1')).toEqual({
      givenNames: 'Khotso',
      surname: 'Foulo',
      village: 'Ha Ramokoatsi',
    })
    expect(await whose('officer-2')).toBeUndefined()
    expect((await read(planId, ['livelihood@LS-C'], 'officer-2')).body['displayNumber']).toEqual(expect.any(String))
    const params = { taskId: taskOf('FOLLOW_1M'), claimId: crypto.randomUUID() }
    await desks.ask('claimTask', { params, body: aClaim(), officer: 'officer-2' })
    expect(await whose('officer-2')).toMatchObject({ surname: 'Foulo' })
  })

  it('names nobody once they took back what the plan stands on', async () => {
    const { planId, personId } = await startedPlan(desks)
    const person = aPerson({ personId })
    await desks.answers(person, [anAnswer({ given: false })])
    const { body } = await read(planId)
    expect(JSON.stringify(body)).not.toContain('Foulo')
  })

  it('knows no plan that is absent or out of scope', async () => {
    const { planId } = await startedPlan(desks)
    expect((await read(crypto.randomUUID())).body['word']).toBe('not-found')
    expect((await read(planId, ['livelihood@LS-D'])).body['word']).toBe('not-found')
    expect((await read(planId, ['health@LS-C'])).body['word']).toBe('not-permitted')
  })
})
