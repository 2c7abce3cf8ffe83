/** Finishing a task, through the whole chain on a real database. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { CompleteTask } from '../../../functions/follow-up/contract.ts'
import type { NewTask } from '../../../functions/follow-up/task-record.ts'
import { anAnswer } from '../../builders/answers.ts'
import { aCallTask, aPerson, aTask } from '../../builders/task.ts'
import { aClaim, aCompletion } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks, startOfTest } from '../../harness/district-desks.ts'

const groups = ['administrator-office@LS-C', 'livelihood@LS-C']

describe('finishing a task', () => {
  let desks: DistrictDesks
  beforeAll(async () => {
    desks = await districtDesks()
  })

  const claimed = async (task: NewTask) => {
    await desks.raise(task)
    const params = { taskId: task.taskId, claimId: crypto.randomUUID() }
    const { body } = await desks.ask('claimTask', { groups, params, body: aClaim() })
    return { ...task, lapsesAt: String(body['lapsesAt']) }
  }
  const complete = (
    taskId: string,
    {
      completionId = crypto.randomUUID() as string,
      officer = 'officer-1',
      ...body
    }: Partial<CompleteTask> & { completionId?: string; officer?: string } = {},
  ) => desks.ask('completeTask', { groups, officer, params: { taskId, completionId }, body: aCompletion(body) })

  it('keeps how it ended, and takes it from every list', async () => {
    const { taskId } = await claimed(aCallTask())
    expect((await complete(taskId, { outcome: 'DECLINED', note: 'They would rather not' })).status).toBe(201)
    expect(await desks.taskAsStored(taskId)).toMatchObject({
      state: 'DONE',
      outcome: 'DECLINED',
      completionNote: 'They would rather not',
      claimedBy: 'officer-1',
      claimDeviceTime: aClaim().deviceTime,
      completionDeviceTime: aCompletion().deviceTime,
      finishedAt: startOfTest,
    })
    for (const state of ['OPEN', 'CLAIMED']) {
      const { body } = await desks.ask('listTasks', { groups, query: { place: 'LS-C', state } })
      expect(JSON.stringify(body)).not.toContain(taskId)
    }
    expect((await desks.auditOf(taskId)).map(({ action }) => action)).toContain('completeTask')
  })

  it('is harmless twice, and refuses the same id with other content', async () => {
    const { taskId } = await claimed(aCallTask())
    const completionId = crypto.randomUUID()
    const first = await complete(taskId, { completionId })
    desks.setClock('2026-11-25T10:00:00.000Z')
    expect(await complete(taskId, { completionId })).toEqual(first)
    desks.setClock(startOfTest)
    expect((await complete(taskId, { completionId, outcome: 'DECLINED' })).body['word']).toBe('identifier-reused')
    expect((await complete(taskId)).body['word']).toBe('task-finished')
    expect((await desks.taskAsStored(taskId))?.outcome).toBe('PROVIDED')
  })

  it('is for who holds it, until the claim lapses', async () => {
    const open = aCallTask()
    await desks.raise(open)
    expect((await complete(open.taskId)).body['word']).toBe('task-not-yours')
    const { taskId, lapsesAt } = await claimed(aCallTask())
    expect((await complete(taskId, { officer: 'officer-2' })).body['word']).toBe('task-not-yours')
    desks.setClock(lapsesAt)
    expect((await complete(taskId)).body['word']).toBe('task-not-yours')
    desks.setClock(startOfTest)
    expect((await complete(taskId)).status).toBe(201)
  })

  it.each(['PLAN_DRAFT', 'RSS_BASELINE', 'FOLLOW_1M', 'BUSINESS_VISIT'])(
    'is not done by saying so for %s',
    async type => {
      const { taskId } = await claimed(aTask({ type }))
      expect((await complete(taskId)).body['word']).toBe('task-other-kind')
      expect((await desks.taskAsStored(taskId))?.state).toBe('CLAIMED')
    },
  )

  it('ends a plan that will not be made, as somebody who declines it must be able to', async () => {
    const { taskId } = await claimed(aTask({ type: 'PLAN_DRAFT' }))
    expect((await complete(taskId, { outcome: 'REFERRED' })).body['word']).toBe('task-other-kind')
    expect((await complete(taskId, { outcome: 'DECLINED' })).status).toBe(201)
    expect(await desks.taskAsStored(taskId)).toMatchObject({ state: 'DONE', outcome: 'DECLINED' })
  })

  it('ends the question of consent without an answer only where nobody could be asked', async () => {
    const { taskId } = await claimed(aTask({ type: 'CONSENT_AGAIN' }))
    for (const outcome of ['PROVIDED', 'DECLINED', 'NOT_APPLICABLE'] as const)
      expect((await complete(taskId, { outcome })).body['word'], outcome).toBe('task-other-kind')
    expect((await complete(taskId, { outcome: 'NOT_REACHED' })).status).toBe(201)
  })

  it('is refused once the person took back what it rests on; a duty to a child still stands', async () => {
    const person = aPerson()
    await desks.register(person)
    const consented = await claimed(aCallTask({ personId: person.personId }))
    const child = aPerson({ fast: { ...person.fast, birth: { date: '2012-05-06', precision: 'DAY' } } })
    await desks.register(child)
    const duty = await claimed(aCallTask({ personId: child.personId, basis: 'PROTECTION_DUTY' }))
    for (const each of [person, child])
      await desks.answers(each, [anAnswer({ purpose: 'FOLLOWUP_CONTACT', given: false })])
    expect((await complete(consented.taskId)).body['word']).toBe('task-finished')
    expect((await complete(duty.taskId)).status).toBe(201)
  })

  it('is out of reach of whom the person has ruled out since the claim', async () => {
    const person = aPerson()
    await desks.register(person)
    const { taskId } = await claimed(aCallTask({ personId: person.personId }))
    await desks.ruleOut(person, ['officer-1'])
    expect((await complete(taskId)).body['word']).toBe('not-found')
    expect((await desks.taskAsStored(taskId))?.state).toBe('CLAIMED')
  })

  it('knows no task out of scope, and no outcome beside the list', async () => {
    const elsewhere = aCallTask({ place: 'LS-D' })
    await desks.raise(elsewhere)
    expect((await complete(elsewhere.taskId)).body['word']).toBe('not-found')
    const { taskId } = await claimed(aCallTask())
    const params = { taskId, completionId: crypto.randomUUID() }
    const body = { ...aCompletion(), outcome: 'LOST' }
    expect((await desks.ask('completeTask', { groups, params, body })).body['word']).toBe('invalid-fields')
  })
})
