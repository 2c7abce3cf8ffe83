/** What follows a call or visit that did not reach the person. */
import { describe, expect, it } from 'vitest'
import { type AfterAttempt, afterAttempt } from '../../../functions/follow-up/next-attempt.ts'
import { taskId } from '../../../functions/follow-up/task-id.ts'
import type { Attempt, NewTask, Task } from '../../../functions/follow-up/task-record.ts'
import { type TaskTypeName, taskTypeNames, taskTypes } from '../../../functions/follow-up/task-types.ts'
import { aCallTask, aTask } from '../../builders/task.ts'

const start = Date.parse('2026-11-22T10:00:00.000Z')
const hour = 60 * 60 * 1000
const day = 24 * hour
const onDay = (days: number) => new Date(start + days * day).toISOString()
const held = (override: Partial<NewTask> = {}): Task => ({
  ...aCallTask(override),
  state: 'CLAIMED',
  claimedBy: 'officer-1',
  revision: 2,
})
const tried = (days: number, override: Partial<Attempt> = {}): Attempt => ({
  code: 'NO_ANSWER',
  channel: 'OWN_PHONE',
  at: onDay(days),
  ...override,
})
const afterTries = (attempts: readonly Attempt[], task: Partial<NewTask> = {}): AfterAttempt => {
  const last = attempts.at(-1)
  if (last === undefined) throw new Error('nobody tried')
  return afterAttempt(held({ ...task, attempts: attempts.slice(0, -1) }), last)
}
const nextOf = (found: AfterAttempt): NewTask => {
  if (found.rule !== 'TRY_AGAIN') throw new Error(found.rule)
  return found.next
}

describe('TRY_AGAIN', () => {
  it.each(['NO_ANSWER', 'WRONG_PERSON', 'NUMBER_DEAD', 'NOT_SAFE_TO_TALK', 'MOVED', undefined] as const)(
    'raises the same task once more after %s',
    code => {
      const task = held({ planId: crypto.randomUUID(), excluded: ['officer-9'], note: 'Near the mill' })
      const attempt = tried(0, { code })
      const found = afterAttempt(task, attempt)
      expect(found).toMatchObject({ rule: 'TRY_AGAIN', outcome: 'NOT_REACHED', attempts: [attempt] })
      const { type, place, roles, family, basis, displayNumber, council, returnEventId, planId, excluded, note } = task
      expect(nextOf(found)).toEqual({
        taskId: taskId(String(returnEventId), 'ARRIVED_HOME', 2),
        occurrence: 2,
        raisedAt: onDay(0),
        dueAt: onDay(2),
        attempts: [attempt],
        ...{ type, place, roles, family, basis, displayNumber, council, returnEventId, planId, excluded, note },
      })
    },
  )

  it('waits as long as the kind of task allows at first, then twice as long, thirty days at most', () => {
    const waits = [1, 2, 3, 4, 5, 6].map(times => {
      const { raisedAt, dueAt } = nextOf(afterTries(Array.from({ length: times }, (_, index) => tried(index))))
      return (Date.parse(dueAt) - Date.parse(raisedAt)) / day
    })
    expect(waits).toEqual([2, 4, 8, 16, 30, 30])
  })

  it.each([
    ['CHILD_LEFT_IN_SA', 2 * hour],
    ['CONSENT_AGAIN', day],
    ['FOLLOW_12M', 30 * day],
    ['BUSINESS_VISIT', 30 * day],
  ] as const)('waits first for %s what its first due time says', (type, milliseconds) => {
    const { raisedAt, dueAt } = nextOf(afterTries([tried(0)], { type }))
    expect(Date.parse(dueAt) - Date.parse(raisedAt)).toBe(milliseconds)
  })

  it('never meets another due time of its type, however long the chains', () => {
    const returnEventId = crypto.randomUUID()
    const chainOf = (type: TaskTypeName, first: number): string[] => {
      let task: NewTask = aTask({ type, occurrence: first, returnEventId, taskId: taskId(returnEventId, type, first) })
      const ids = [task.taskId]
      for (let time = 0; time < 6; time += 1) {
        task = nextOf(afterAttempt({ ...task, state: 'CLAIMED', revision: 2 }, tried(0)))
        ids.push(task.taskId)
      }
      return ids
    }
    const types = taskTypeNames.filter(name => taskTypes[name].zone === 'district')
    const ids = types.flatMap(type => taskTypes[type].dues.flatMap((_, index) => chainOf(type, index + 1)))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('CONTACT_LOST', () => {
  const byVisit = { channel: 'VISIT' } as const

  it('takes three attempts by two channels over sixty days', () => {
    const found = afterTries([tried(0), tried(30), tried(60, byVisit)])
    expect(found).toMatchObject({ rule: 'CONTACT_LOST', outcome: 'LOST_CONTACT' })
    expect(found.attempts).toHaveLength(3)
  })

  it.each([
    ['two attempts', [tried(0), tried(60, byVisit)]],
    ['one channel', [tried(0), tried(30), tried(60)]],
    ['a day too few', [tried(0), tried(30), tried(59, byVisit)]],
    ['a channel nobody named', [tried(0), tried(30), tried(60, { channel: undefined, code: undefined })]],
  ])('is not yet with %s', (_which, attempts) => {
    expect(afterTries(attempts).rule).toBe('TRY_AGAIN')
  })

  it('counts anew after somebody answered who could not speak', () => {
    const answered = tried(45, { code: 'NOT_SAFE_TO_TALK' })
    expect(afterTries([tried(0), tried(30), answered, tried(60, byVisit)]).rule).toBe('TRY_AGAIN')
    expect(afterTries([tried(0), tried(30, byVisit), tried(61, { code: 'NOT_SAFE_TO_TALK' })]).rule).toBe('TRY_AGAIN')
    expect(afterTries([answered, tried(50), tried(80, byVisit), tried(110)]).rule).toBe('CONTACT_LOST')
  })
})

it('REFUSED ends it as declined at once', () => {
  expect(afterTries([tried(0, { code: 'REFUSED' })])).toMatchObject({ rule: 'REFUSED', outcome: 'DECLINED' })
})

it("OWN_WORK: reception's own is about no call on anybody", () => {
  for (const task of [{ basis: 'STAYS', type: 'RULES_REVIEW' }, { returnEventId: undefined }])
    expect(afterTries([tried(0)], task)).toMatchObject({ rule: 'OWN_WORK', outcome: 'NOT_REACHED' })
})
