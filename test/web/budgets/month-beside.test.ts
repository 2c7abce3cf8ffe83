import { expect, it } from 'vitest'
import { monthBeside } from '../../../web/src/budgets/month-beside.ts'

it('counts months over the turn of the year', () => {
  expect([monthBeside('2027-01', -1), monthBeside('2026-12', 1), monthBeside('2026-03', -1)]).toEqual([
    '2026-12',
    '2027-01',
    '2026-02',
  ])
})
