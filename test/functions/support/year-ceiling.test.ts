import { describe, expect, it } from 'vitest'
import { catalogueOn } from '../../../functions/support/items.ts'
import { type Helped, helpedBy, overTheYear } from '../../../functions/support/year-ceiling.ts'

const catalogue = catalogueOn('2026-11-22') ?? {
  ...{ effectiveFrom: '', approval: 'UNAPPROVED' as const },
  ceilings: [],
  packages: { arrival: [], 'arrival-woman': [], 'arrival-baby': [] },
}
const at = '2026-11-22T08:00:00.000Z'
const had = (...times: string[]): Helped[] =>
  times.map((time, index) => ({ item: 'CASH_ARRIVAL', returnEventId: `return-${index}`, at: time }))
const over = (helped: readonly Helped[], returnEventId = 'this') =>
  overTheYear(catalogue, ['CASH_ARRIVAL', 'BLANKET'], helped, { at, returnEventId })

describe('what a year allows', () => {
  it('is money for two returns, and the third is one too many', () => {
    expect(over([])).toEqual([])
    expect(over(had('2026-03-01T08:00:00.000Z'))).toEqual([])
    expect(over(had('2026-03-01T08:00:00.000Z', '2026-06-01T08:00:00.000Z'))).toEqual(['CASH_ARRIVAL'])
  })

  it('rolls: what was given a year ago and longer counts no more', () => {
    expect(over(had('2025-11-22T08:00:00.000Z', '2026-06-01T08:00:00.000Z'))).toEqual([])
    expect(over(had('2025-11-22T08:00:00.001Z', '2026-06-01T08:00:00.000Z'))).toEqual(['CASH_ARRIVAL'])
  })

  it('counts returns, not pieces, and not this return itself', () => {
    const [first] = had('2026-03-01T08:00:00.000Z')
    expect(first && over([first, first, first])).toEqual([])
    expect(over(had('2026-03-01T08:00:00.000Z', '2026-06-01T08:00:00.000Z'), 'return-0')).toEqual([])
  })

  it('remembers of a giving only what it limits', () => {
    expect(helpedBy(catalogue, ['CASH_ARRIVAL', 'BLANKET'], { at, returnEventId: 'this' })).toEqual([
      { item: 'CASH_ARRIVAL', at, returnEventId: 'this' },
    ])
  })
})
