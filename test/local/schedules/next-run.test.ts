import { expect, it } from 'vitest'
import { nextRun } from '../../../local/schedules/next-run.ts'

const after = Date.parse('2026-11-20T08:30:30Z') // a Friday

it.each([
  ['rate(5 minutes)', 'UTC', '2026-11-20T08:35:30.000Z'],
  ['rate(1 hour)', 'UTC', '2026-11-20T09:30:30.000Z'],
  ['cron(0 6 * * ? *)', 'UTC', '2026-11-21T06:00:00.000Z'],
  ['cron(0 6 * * ? *)', 'Africa/Maseru', '2026-11-21T04:00:00.000Z'],
  ['cron(0/15 * * * ? *)', 'UTC', '2026-11-20T08:45:00.000Z'],
  ['cron(31 8 * * ? *)', 'UTC', '2026-11-20T08:31:00.000Z'],
  ['cron(0 7 ? * MON-FRI *)', 'UTC', '2026-11-23T07:00:00.000Z'],
  ['cron(0 0 1 1,JUL ? *)', 'UTC', '2027-01-01T00:00:00.000Z'],
  ['cron(0 0 29 2 ? *)', 'UTC', '2028-02-29T00:00:00.000Z'],
  ['at(2026-11-20T12:00:00)', 'Africa/Maseru', '2026-11-20T10:00:00.000Z'],
])('%s in %s', (expression, timezone, due) => {
  const next = nextRun(expression, timezone, after)
  expect(next === undefined ? undefined : new Date(next).toISOString()).toBe(due)
})

it.each(['cron(0 0 1 1 ? 2020)', 'at(2020-01-01T00:00:00)'])('is over: %s', expression => {
  expect(nextRun(expression, 'UTC', after)).toBeUndefined()
})

it.each(['rate(0 minutes)', 'rate(5 fortnights)', 'every day'])('faults on what is no schedule: %s', expression => {
  expect(() => nextRun(expression, 'UTC', after)).toThrow(expression)
})
