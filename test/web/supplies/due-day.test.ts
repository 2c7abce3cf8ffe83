import { expect, it } from 'vitest'
import { maseruDate, maseruTime } from '../../../functions/platform/clock.ts'
import { dueDay, endOfDay } from '../../../web/src/supplies/due-day.ts'

it('lasts until the end of the day in Lesotho', () => {
  const end = new Date(endOfDay('2026-11-30'))
  expect([maseruDate(end), maseruTime(end)]).toEqual(['2026-11-30', '23:59'])
})

it.each([
  ['empty', 'empty'],
  ['wrong', 'wrong'],
  ['2026-11-21', 'past'],
  ['2026-11-22', { dueAt: '2026-11-22T21:59:59.000Z' }],
] as const)('reads %s, on 22 November', (read, said) => {
  expect(dueDay(read, '2026-11-22')).toEqual(said)
})
