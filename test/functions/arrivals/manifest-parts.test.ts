import fc from 'fast-check'
import { expect, it } from 'vitest'
import { partsOf } from '../../../functions/arrivals/manifest-parts.ts'
import type { ReadRow } from '../../../functions/arrivals/manifest-row.ts'

const seed = 20261122

const aRow = (row: number, typed: ReadRow['typed'] = {}): ReadRow => ({
  row,
  typed,
  status: 'REJECTED',
  reason: 'NO_NAME',
  notes: [],
})

it('cuts a list into parts without losing or moving a row, none larger than an item may be', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4_000), { minLength: 1, maxLength: 300 }), lengths => {
      const rows = lengths.map((length, index) => aRow(index + 1, { surname: 'ž'.repeat(length) }))
      const parts = partsOf(rows)
      if (parts === 'manifest-too-large') throw new Error('it fits')
      expect(parts.flat()).toEqual(rows)
      expect(parts.every(part => part.length <= 100 && Buffer.byteLength(JSON.stringify(part)) < 300_000)).toBe(true)
    }),
    { seed, numRuns: 20 },
  )
})

it('refuses a list whose rows would not fit one transaction', () => {
  const rows = Array.from({ length: 400 }, (_, index) => aRow(index + 1, { surname: 'x'.repeat(9_000) }))
  expect(partsOf(rows)).toBe('manifest-too-large')
})
