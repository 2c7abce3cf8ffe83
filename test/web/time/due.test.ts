import { expect, it } from 'vitest'
import { dueGroup, timeLeft } from '../../../web/src/time/due.ts'

const now = new Date('2026-11-22T10:00:00.000Z')
const due = (dueAt: string, overdue = false) => ({ dueAt, overdue })

it.each([
  ['2026-11-22T10:00:59.000Z', 'minutes', 0],
  ['2026-11-22T10:59:59.000Z', 'minutes', 59],
  ['2026-11-22T11:00:00.000Z', 'hours', 1],
  ['2026-11-24T09:59:59.000Z', 'hours', 47],
  ['2026-11-24T10:00:00.000Z', 'days', 2],
] as const)('counts whole units until %s: %s', (dueAt, unit, count) => {
  expect(timeLeft(due(dueAt), now)).toEqual({ isOver: false, unit, count })
})

it('counts from the due time once it is over', () => {
  expect(timeLeft(due('2026-11-19T09:00:00.000Z', true), now)).toEqual({ isOver: true, unit: 'days', count: 3 })
})

it('believes the server and not a device whose clock is wrong', () => {
  expect(timeLeft(due('2026-11-25T10:00:00.000Z', true), now)).toEqual({ isOver: true, unit: 'minutes', count: 0 })
  expect(timeLeft(due('2026-11-20T10:00:00.000Z', false), now)).toEqual({ isOver: false, unit: 'minutes', count: 0 })
  expect(dueGroup(due('2026-11-25T10:00:00.000Z', true), now)).toBe('over')
})

it('calls near what is due within a day', () => {
  expect(dueGroup(due('2026-11-23T09:59:59.000Z'), now)).toBe('soon')
  expect(dueGroup(due('2026-11-23T10:00:00.000Z'), now)).toBe('later')
})
