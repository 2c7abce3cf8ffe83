import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contentHash } from '../../../functions/platform/content-hash.ts'

const seed = 20261122
const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reordered(inner)]),
  )
}

it('does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(contentHash(reordered(value))).toBe(contentHash(value))
    }),
    { seed },
  )
})

it('takes a field that is undefined for one that is not there', () => {
  expect(contentHash({ a: 1, b: undefined })).toBe(contentHash({ a: 1 }))
})

it.each([
  [{ a: 1 }, { a: '1' }],
  [{ a: [1, 2] }, { a: [2, 1] }],
  [{ a: null }, {}],
  [{ a: { b: 1 } }, { 'a.b': 1 }],
  [{ name: "Ts'epo" }, { name: 'Tšepo' }],
])('tells %j from %j', (one, other) => {
  expect(contentHash(one)).not.toBe(contentHash(other))
})

it('takes a record sent again later for the same, whoever it is named with', () => {
  const record = { item: 'BLANKET', deviceTime: '2026-11-22T08:00:00.000Z' }
  const later = { ...record, deviceTime: '2026-11-22T08:00:09.000Z' }
  expect(contentHash(later)).toBe(contentHash(record))
  expect(contentHash({ sent: later, officerId: '1' })).toBe(contentHash({ sent: record, officerId: '1' }))
  expect(contentHash({ ...later, item: 'SHOES' })).not.toBe(contentHash(record))
})
