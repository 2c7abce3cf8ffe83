import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { taskId } from '../../../functions/follow-up/task-id.ts'
import { taskTypeNames } from '../../../functions/follow-up/task-types.ts'

const seed = 8_256
const returnEventId = '0193a3a0-0000-7000-8000-000000000021'

it('is a UUID of version 8, the same each time', () => {
  expect(taskId(returnEventId, 'WAGE_CLAIM', 1)).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(z.uuid().safeParse(taskId(returnEventId, 'WAGE_CLAIM', 1)).success).toBe(true)
  expect(taskId(returnEventId, 'WAGE_CLAIM', 1)).toBe(taskId(returnEventId, 'WAGE_CLAIM', 1))
})

it('stays what it was when first issued, or raised tasks would be raised again', () => {
  expect(taskId(returnEventId, 'UAC_CUSTODY', 1)).toBe('9fa432de-e5a9-8494-8f7c-b0f9c796853f')
})

it('differs for every return event, type and occurrence', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, other) => {
      fc.pre(one !== other)
      const ids = [one, other].flatMap(id => taskTypeNames.flatMap(type => [1, 2, 3].map(nth => taskId(id, type, nth))))
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { seed, numRuns: 20 },
  )
})

it('has no part that is shared by tasks of one type, or by those of one return', () => {
  const partsOf = (id: string) => id.split('-').filter(part => part.length > 4)
  const oneType = ['a', 'b', 'c'].flatMap(id => partsOf(taskId(id, 'WAGE_CLAIM', 1)))
  const oneReturn = taskTypeNames.flatMap(type => partsOf(taskId(returnEventId, type, 1)))
  expect(new Set(oneType).size).toBe(oneType.length)
  expect(new Set(oneReturn).size).toBe(oneReturn.length)
})
