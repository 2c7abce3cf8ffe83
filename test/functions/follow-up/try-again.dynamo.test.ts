/** Who was not reached is tried again, through the whole chain on a real database. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { CompleteTask, ContactAttempt } from '../../../functions/follow-up/contract.ts'
import { endedUnreached } from '../../../functions/follow-up/next-attempt.ts'
import { taskId as idOfTask } from '../../../functions/follow-up/task-id.ts'
import type { NewTask } from '../../../functions/follow-up/task-record.ts'
import { taskStore } from '../../../functions/follow-up/task-store.ts'
import { escalated } from '../../../functions/follow-up/task-writes.ts'
import { createAudit } from '../../../functions/platform/audit.ts'
import { transact } from '../../../functions/platform/transaction.ts'
import { personTasksStore } from '../../../functions/registration/person-tasks-store.ts'
import { aCallTask, aPerson } from '../../builders/task.ts'
import { aClaim, aCompletion } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks, startOfTest } from '../../harness/district-desks.ts'

const groups = ['administrator-office@LS-C']
const noAnswer = { code: 'NO_ANSWER', channel: 'OWN_PHONE' } as const

describe('trying again', () => {
  let desks: DistrictDesks
  beforeAll(async () => {
    desks = await districtDesks()
  })

  /** A call under the id its return gives it. */
  const aRaisedCall = async (override: Partial<NewTask> = {}) => {
    const returnEventId: string = crypto.randomUUID()
    const task = aCallTask({ returnEventId, taskId: idOfTask(returnEventId, 'ARRIVED_HOME', 1), ...override })
    await desks.raise(task)
    return { ...task, returnEventId, at: (occurrence: number) => idOfTask(returnEventId, 'ARRIVED_HOME', occurrence) }
  }
  const claim = async (taskId: string) => {
    const { status } = await desks.ask('claimTask', {
      groups,
      params: { taskId, claimId: crypto.randomUUID() },
      body: aClaim(),
    })
    expect(status).toBe(201)
  }
  const finish = (taskId: string, body: Partial<CompleteTask>, completionId: string = crypto.randomUUID()) =>
    desks.ask('completeTask', { groups, params: { taskId, completionId }, body: aCompletion(body) })
  const miss = async (taskId: string, attempt: ContactAttempt) => {
    await claim(taskId)
    expect((await finish(taskId, { outcome: 'NOT_REACHED', attempt })).status).toBe(201)
  }

  it('raises the next attempt with the one that failed, in the same desk’s queue', async () => {
    const { taskId, at } = await aRaisedCall()
    await miss(taskId, noAnswer)
    const attempts = [{ ...noAnswer, at: startOfTest }]
    expect(await desks.taskAsStored(taskId)).toMatchObject({
      state: 'DONE',
      outcome: 'NOT_REACHED',
      attempts,
      nextTaskId: at(2),
    })
    expect(await desks.taskAsStored(at(2))).toMatchObject({
      state: 'OPEN',
      dueAt: '2026-11-24T10:00:00.000Z',
      attempts,
    })
    const { body } = await desks.ask('listTasks', { groups, query: { place: 'LS-C', state: 'OPEN' } })
    expect(JSON.stringify(body)).toContain(at(2))
    expect(JSON.stringify(body)).not.toContain('NO_ANSWER')
  })

  it('shows the tries so far to who holds the next one', async () => {
    const { taskId, at } = await aRaisedCall()
    await miss(taskId, { code: 'NUMBER_DEAD', channel: 'OWN_PHONE' })
    await claim(at(2))
    const { body } = await desks.ask('openTask', { groups, params: { taskId: at(2) } })
    expect(body['attempts']).toEqual([{ code: 'NUMBER_DEAD', channel: 'OWN_PHONE', at: startOfTest }])
  })

  it('answers a retry alike, and raises nothing twice', async () => {
    const { taskId, at } = await aRaisedCall()
    await claim(taskId)
    const completionId = crypto.randomUUID()
    const body = { outcome: 'NOT_REACHED', attempt: noAnswer } as const
    const first = await finish(taskId, body, completionId)
    await claim(at(2))
    desks.setClock('2026-11-23T08:00:00.000Z')
    expect(await finish(taskId, body, completionId)).toEqual(first)
    desks.setClock(startOfTest)
    expect((await finish(taskId, { outcome: 'NOT_REACHED' }, completionId)).body['word']).toBe('identifier-reused')
    expect(await desks.taskAsStored(at(2))).toMatchObject({ state: 'CLAIMED', revision: 2 })
    expect(await desks.taskAsStored(at(3))).toBeUndefined()
  })

  it('takes the body of an older tablet, which says nothing of the attempt', async () => {
    const { taskId, at } = await aRaisedCall()
    await claim(taskId)
    expect((await finish(taskId, { outcome: 'NOT_REACHED' })).status).toBe(201)
    expect(await desks.taskAsStored(at(2))).toMatchObject({ state: 'OPEN', attempts: [{ at: startOfTest }] })
  })

  it('ends it where the person refused, and takes an attempt with no other outcome', async () => {
    const { taskId, at } = await aRaisedCall()
    await claim(taskId)
    const attempt = { code: 'REFUSED', channel: 'OWN_PHONE' } as const
    expect((await finish(taskId, { outcome: 'PROVIDED', attempt })).body['word']).toBe('invalid-fields')
    expect((await finish(taskId, { outcome: 'NOT_REACHED', attempt })).status).toBe(201)
    expect(await desks.taskAsStored(taskId)).toMatchObject({ state: 'DONE', outcome: 'DECLINED' })
    expect(await desks.taskAsStored(at(2))).toBeUndefined()
  })

  it('loses contact after three tries in two ways over sixty days, and not before', async () => {
    const { taskId, at } = await aRaisedCall()
    await miss(taskId, noAnswer)
    desks.setClock('2026-12-22T10:00:00.000Z')
    await miss(at(2), { ...noAnswer, channel: 'CHIEF' })
    desks.setClock('2027-01-21T10:00:00.000Z')
    await miss(at(3), { ...noAnswer, channel: 'VISIT' })
    desks.setClock(startOfTest)
    expect(await desks.taskAsStored(at(3))).toMatchObject({ state: 'DONE', outcome: 'LOST_CONTACT' })
    expect((await desks.taskAsStored(at(3)))?.nextTaskId).toBeUndefined()
    expect(await desks.taskAsStored(at(4))).toBeUndefined()
  })

  it('is found by who looks for all the work of a return, however often it was tried', async () => {
    const { taskId, returnEventId, at } = await aRaisedCall()
    for (const each of [taskId, at(2), at(3)]) await miss(each, noAnswer)
    const { tasks } = await personTasksStore(desks.client, desks.tables.registry).workOf([returnEventId])
    expect(new Set(tasks.map(task => task.taskId))).toEqual(new Set([taskId, at(2), at(3), at(4)]))
  })

  it('rests on the same ground: who took their yes back is not tried again', async () => {
    const person = aPerson()
    await desks.register(person)
    const { taskId, at } = await aRaisedCall({ personId: person.personId })
    await miss(taskId, noAnswer)
    await desks.answers(
      person,
      person.consents.map(consent => ({ ...consent, given: false })),
    )
    const params = { taskId: at(2), claimId: crypto.randomUUID() }
    expect((await desks.ask('claimTask', { groups, params, body: aClaim() })).body['word']).toBe('task-finished')
    expect(await desks.taskAsStored(at(2))).toMatchObject({ outcome: 'BASIS_ENDED' })
  })

  it('makes nothing of a task as it no longer stands', async () => {
    const { taskId, at } = await aRaisedCall()
    await claim(taskId)
    const read = await desks.taskAsStored(taskId)
    if (read === undefined) throw new Error('nothing was raised')
    const level = { level: 1, roles: [...read.roles, 'social-development'] }
    await transact(desks.client, [{ guard: 'task', write: escalated(desks.tables.registry, read, level) }])
    const clock = { now: () => new Date(startOfTest) }
    const audit = createAudit(desks.client, desks.tables.audit, clock)
    const { taskId: subjectId, claimedBy: officerId = '' } = read
    const caller = { officerId, grants: [] }
    const completionId = crypto.randomUUID()
    const outcome = await taskStore(desks.client, desks.tables.registry).complete(
      {
        ...{ task: read, completionId, officerId, deviceTime: startOfTest, finishedAt: startOfTest, contentHash: 'x' },
        ...endedUnreached(read, { ...noAnswer, at: startOfTest }),
      },
      audit.entry({ caller, action: 'completeTask', subjectId, commandId: completionId }),
    )
    expect(outcome).toBe('task-moved-meanwhile')
    expect(await desks.taskAsStored(at(2))).toBeUndefined()
    // The request looks again, and the next attempt stands where the task stands by now.
    expect((await finish(taskId, { outcome: 'NOT_REACHED', attempt: noAnswer })).status).toBe(201)
    expect(await desks.taskAsStored(at(2))).toMatchObject({ roles: level.roles })
  })
})
