import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClaimedTask, claimLapsesAt } from '../../../functions/follow-up/claim-lapse.ts'
import { dueAtOf } from '../../../functions/follow-up/task-triggers.ts'
import { type TaskTypeName, taskTypeNames, taskTypes } from '../../../functions/follow-up/task-types.ts'
import { addWorkingTime, dayMilliseconds } from '../../../functions/follow-up/working-days.ts'

const seed = 5_021
const raisedAt = '2026-11-23T08:00:00.000Z' // a Monday
const claimed = (type: TaskTypeName, claimedAt: string): ClaimedTask => ({
  type,
  raisedAt,
  dueAt: dueAtOf(taskTypes[type].dues[0], raisedAt),
  claimedAt,
})

describe('a claim lapses', () => {
  it.each<[TaskTypeName, string, string, string]>([
    ['UAC_CUSTODY', '2026-11-23T08:00:00.000Z', '2026-11-23T14:00:00.000Z', 'a quarter of 24 hours'],
    [
      'ARRIVED_HOME',
      '2026-11-23T18:00:00.000Z',
      '2026-11-24T06:00:00.000Z',
      'a quarter of 48 hours, through the night',
    ],
    ['ARRIVED_HOME', '2026-11-28T10:00:00.000Z', '2026-11-28T22:00:00.000Z', 'and through the week-end'],
    ['CHILD_LEFT_IN_SA', '2026-11-23T08:10:00.000Z', '2026-11-23T09:10:00.000Z', 'at least an hour'],
    ['WAGE_CLAIM', '2026-11-23T08:00:00.000Z', '2026-11-24T02:00:00.000Z', 'a quarter of three days'],
    ['WAGE_CLAIM', '2026-11-27T16:00:00.000Z', '2026-11-30T10:00:00.000Z', 'which the week-end does not use up'],
    ['BELONGINGS', '2026-11-23T08:00:00.000Z', '2026-11-26T20:00:00.000Z', 'a quarter of two weeks'],
    ['DOC_APPLICATION', '2026-11-23T08:00:00.000Z', '2026-11-30T08:00:00.000Z', 'at most five working days'],
    ['RSS_END', '2026-11-25T08:00:00.000Z', '2026-12-02T08:00:00.000Z', 'even of a year'],
  ])('%s claimed %s: %s (%s)', (type, claimedAt, lapsesAt) => {
    expect(claimLapsesAt(claimed(type, claimedAt))).toBe(lapsesAt)
  })

  it('after an hour where the task was raised when it was due already', () => {
    expect(
      claimLapsesAt({ type: 'UAC_CUSTODY', raisedAt, dueAt: '2026-11-22T08:00:00.000Z', claimedAt: raisedAt }),
    ).toBe('2026-11-23T09:00:00.000Z')
  })

  it('never in less than an hour, never in more than five working days', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...taskTypeNames),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2029-01-01'), noInvalidDate: true }),
        (type, claimedAt) => {
          const lapsesAt = claimLapsesAt(claimed(type, claimedAt.toISOString()))
          expect(new Date(lapsesAt).getTime() - claimedAt.getTime()).toBeGreaterThanOrEqual(dayMilliseconds / 24)
          expect(lapsesAt <= addWorkingTime(claimedAt, 5 * dayMilliseconds).toISOString()).toBe(true)
        },
      ),
      { seed, numRuns: 500 },
    )
  })
})
