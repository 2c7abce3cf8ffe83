import { expect, it } from 'vitest'
import { isNestedTooDeep } from '../../../functions/commands/nesting.ts'
import { allRoutes } from '../../../functions/contracts.ts'
import { aFullIntake } from '../../builders/intake.ts'

const nested = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}0${'}'.repeat(depth)}`)

it('takes every body a route takes', () => {
  const bodies = allRoutes.map(({ examples }) => examples.body).filter(body => body !== undefined)
  expect([...bodies, aFullIntake()].filter(body => isNestedTooDeep(body))).toEqual([])
})

it('finds what is nested beyond its bound, however far, without a fault', () => {
  expect([32, 33, 100_000].map(depth => isNestedTooDeep(nested(depth)))).toEqual([false, true, true])
  expect(isNestedTooDeep({ first: 1, second: [nested(40)] })).toBe(true)
})
