import { describe, expect, it } from 'vitest'
import { dayBeside, dayIn, daysOfMonth } from '../../../web/src/day/calendar.ts'

describe('the days of a store', () => {
  it('follow each other over months and years', () => {
    expect([dayBeside('2026-02-28', 1), dayBeside('2026-01-01', -1)]).toEqual(['2026-03-01', '2025-12-31'])
  })

  it.each(['2026-11-31', '2026-13-01', '2026-11-3', '', 'today', '2026-11-23'])('are none of %o', typed => {
    expect(dayIn(typed, '2026-11-22')).toBeUndefined()
  })

  it('make a whole month, and this month up to today', () => {
    const february = daysOfMonth('2024-02', '2026-11-22')
    expect([february.length, february[0], february.at(-1)]).toEqual([29, '2024-02-01', '2024-02-29'])
    expect(daysOfMonth('2026-11', '2026-11-22')).toHaveLength(22)
    expect(['2026-12', '2026-00', 'November'].flatMap(month => daysOfMonth(month, '2026-11-22'))).toEqual([])
  })
})
