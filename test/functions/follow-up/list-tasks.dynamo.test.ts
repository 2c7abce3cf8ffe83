/** The task list through its whole chain, on a real database. */
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { MaskedTask } from '../../../functions/follow-up/contract.ts'
import { aCallTask, aTask } from '../../builders/task.ts'
import { aClaim } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks, startOfTest } from '../../harness/district-desks.ts'

const Listed = z.object({ tasks: z.array(MaskedTask), more: z.boolean() })

describe('the task list', () => {
  let desks: DistrictDesks
  const plan = aTask({ note: 'Ha Ramokoatsi, ask for Khotso', excluded: ['officer-9'] })
  const followUp = aTask({ type: 'FOLLOW_1M', roles: ['livelihood', 'administrator-office', 'social-development'] })
  const call = aCallTask()
  const child = aTask({ type: 'CHILD_ASSESS', roles: ['social-development', 'child-gender-police'] })
  const medicine = aTask({ type: 'MEDICINE_BRIDGE', roles: ['health'], family: 'OFFICE' })
  const escalated = aTask({ type: 'WAGE_CLAIM', roles: ['labour', 'administrator-office'], family: 'OFFICE' })
  const elsewhere = aTask({ place: 'LS-D' })
  const ofPost = aTask({ type: 'UNEXPLAINED_COUNT', place: 'MB', roles: ['supervisor'], family: 'OFFICE' })

  const list = async (group: string, query: Record<string, string> = {}, officer?: string) => {
    const [, place = ''] = group.split('@')
    const { status, body } = await desks.ask('listTasks', {
      groups: [group],
      query: { place, state: 'OPEN', ...query },
      ...(officer === undefined ? {} : { officer }),
    })
    expect(status).toBe(200)
    return Listed.parse(body)
  }
  const idsOf = async (...asked: Parameters<typeof list>) => (await list(...asked)).tasks.map(({ taskId }) => taskId)
  const sorted = (...tasks: { taskId: string }[]) => tasks.map(({ taskId }) => taskId).sort()

  beforeAll(async () => {
    desks = await districtDesks()
    await desks.raise(plan, followUp, call, child, medicine, escalated, elsewhere, ofPost)
  })

  it('shows a desk the tasks of its own role and place, and no others', async () => {
    expect((await idsOf('livelihood@LS-C')).sort()).toEqual(sorted(plan, followUp))
    expect((await idsOf('administrator-office@LS-C')).sort()).toEqual(sorted(followUp, call, escalated))
    expect((await idsOf('social-development@LS-C')).sort()).toEqual(sorted(followUp, child))
    expect(await idsOf('child-gender-police@LS-C')).toEqual([child.taskId])
    expect(await idsOf('health@LS-C')).toEqual([medicine.taskId])
    expect(await idsOf('civil-registry@LS-C')).toEqual([])
    expect(await idsOf('livelihood@LS-D')).toEqual([elsewhere.taskId])
    expect(await idsOf('supervisor@MB')).toEqual([ofPost.taskId])
  })

  it('shows the task due first before the others', async () => {
    const dues = (await list('administrator-office@LS-C')).tasks.map(({ dueAt }) => dueAt)
    expect(dues).toEqual([...dues].sort())
    expect(dues[0]).toBe(call.dueAt)
  })

  it('never says type, village, name or who was ruled out', async () => {
    const { status, body } = await desks.ask('listTasks', { query: { place: 'LS-C', state: 'OPEN' } })
    expect(status).toBe(200)
    const text = JSON.stringify(body)
    for (const secret of ['PLAN_DRAFT', 'FOLLOW_1M', 'Ramokoatsi', 'Khotso', 'officer-9', plan.returnEventId])
      expect(text).not.toContain(secret)
    expect(text).toContain(plan.displayNumber)
  })

  it('hides a task from the officer, the office and the place the person ruled out', async () => {
    expect(await idsOf('livelihood@LS-C', {}, 'officer-9')).toEqual([followUp.taskId])
  })

  it('narrows to a desk and to a due date, in whatever form the instant is written', async () => {
    expect(await idsOf('administrator-office@LS-C', { desk: 'labour' })).toEqual([escalated.taskId])
    expect(await idsOf('administrator-office@LS-C', { dueBefore: '2026-11-24T08:00:00Z' })).toEqual([])
    expect(await idsOf('administrator-office@LS-C', { dueBefore: '2026-11-24T08:00:01Z' })).toEqual([call.taskId])
  })

  it('knows nothing of a place outside the scope', async () => {
    const asked = { groups: ['livelihood@LS-C'], query: { place: 'LS-D', state: 'OPEN' } }
    expect(await desks.ask('listTasks', asked)).toMatchObject({ status: 404, body: { word: 'not-found' } })
  })

  it('puts one entry on record, which names the query', async () => {
    await list('labour@LS-C', { desk: 'labour', dueBefore: '2026-12-01T00:00:00Z' })
    await list('labour@LS-C', { state: 'CLAIMED' })
    expect(await desks.auditOf('TASKS#LS-C#OPEN#labour#2026-12-01T00:00:00.000Z')).toMatchObject([
      { action: 'listTasks', officerId: 'officer-1', roles: ['labour@LS-C'], at: startOfTest },
    ])
    expect(await desks.auditOf('TASKS#LS-C#CLAIMED')).toHaveLength(1)
    expect(await desks.auditOf(escalated.taskId)).toEqual([])
  })

  it('moves a task from the open to the claimed ones, and says whose it is', async () => {
    const params = { taskId: call.taskId, claimId: crypto.randomUUID() }
    const groups = ['administrator-office@LS-C']
    expect((await desks.ask('claimTask', { groups, params, body: aClaim() })).status).toBe(201)
    expect(await idsOf('administrator-office@LS-C')).not.toContain(call.taskId)
    expect((await list('administrator-office@LS-C', { state: 'CLAIMED' })).tasks).toMatchObject([
      { taskId: call.taskId, state: 'CLAIMED', mine: true, revision: 2 },
    ])
    const others = await list('administrator-office@LS-C', { state: 'CLAIMED' }, 'officer-2')
    expect(others.tasks).toMatchObject([{ taskId: call.taskId, mine: false }])
  })

  it('stops at two hundred and says that there are more', async () => {
    const many = Array.from({ length: 205 }, () => aCallTask({ place: 'LS-J' }))
    await desks.raise(...many)
    const { tasks, more } = await list('administrator-office@LS-J')
    expect([tasks.length, more]).toEqual([200, true])
    expect((await list('administrator-office@LS-J', { dueBefore: '2026-11-23T00:00:00Z' })).more).toBe(false)
  })
})
