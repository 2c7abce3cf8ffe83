import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingTime, dayMilliseconds, endOfWorkingDayAfter } from '../../../functions/follow-up/working-days.ts'

const seed = 5_020
const hours = (count: number) => (count * dayMilliseconds) / 24
const local = (instant: Date) => new Date(instant.getTime() + hours(2))

describe('working time from an instant', () => {
  it.each([
    ['2026-11-23T08:00:00.000Z', 4, '2026-11-23T12:00:00.000Z', 'within a Monday'],
    ['2026-11-27T14:00:00.000Z', 18, '2026-11-30T08:00:00.000Z', 'from Friday afternoon over the week-end'],
    [
      '2026-11-28T10:00:00.000Z',
      1,
      '2026-11-29T23:00:00.000Z',
      'from Saturday: the clock starts on Monday, local time',
    ],
    ['2026-11-29T22:30:00.000Z', 1, '2026-11-29T23:30:00.000Z', 'on Monday in Lesotho, still Sunday in UTC'],
    ['2026-11-23T08:00:00.000Z', 120, '2026-11-30T08:00:00.000Z', 'five working days are a week'],
    ['2026-11-27T21:00:00.000Z', 1, '2026-11-27T22:00:00.000Z', 'to the very end of Friday'],
    ['2026-11-23T08:00:00.000Z', 0, '2026-11-23T08:00:00.000Z', 'none at all'],
  ])('%s and %i hours: %s (%s)', (from, count, until) => {
    expect(addWorkingTime(new Date(from), hours(count)).toISOString()).toBe(until)
  })

  it('never ends inside a week-end, and never takes less than the time itself', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 30 * 24 * 60 }),
        (from, minutes) => {
          const until = addWorkingTime(from, minutes * 60_000)
          // A moment before the end, since Friday's end is Saturday's first instant.
          expect([0, 6]).not.toContain(local(new Date(until.getTime() - 1)).getUTCDay())
          expect(until.getTime() - from.getTime()).toBeGreaterThanOrEqual(minutes * 60_000)
        },
      ),
      { seed, numRuns: 500 },
    )
  })
})

describe('the end of a working day', () => {
  it.each([
    ['2026-11-23T08:00:00.000Z', 1, '2026-11-24T22:00:00.000Z'],
    ['2026-11-23T08:00:00.000Z', 10, '2026-12-07T22:00:00.000Z'],
    ['2026-11-28T08:00:00.000Z', 1, '2026-11-30T22:00:00.000Z'],
    ['2026-11-23T22:30:00.000Z', 1, '2026-11-25T22:00:00.000Z'],
  ])('%s, %i later: %s', (from, count, until) => {
    expect(endOfWorkingDayAfter(new Date(from), count).toISOString()).toBe(until)
  })
})
