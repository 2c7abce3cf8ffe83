import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseLots, isExpired } from '../../../functions/supplies/choose-lots.ts'

const today = '2026-11-22'
const lot = (name: string, left: number, expiresOn?: string) => ({ lot: name, left, expiresOn })

describe('which lots are taken from', () => {
  it('takes what expires first first, what never expires last, and goes on in the next lot', () => {
    const lots = [lot('C', 5), lot('B', 3, '2027-06-01'), lot('A', 2, '2026-12-01')]
    expect(chooseLots(lots, 6, today)).toEqual([
      { lot: 'A', quantity: 2, expiresOn: '2026-12-01' },
      { lot: 'B', quantity: 3, expiresOn: '2027-06-01' },
      { lot: 'C', quantity: 1, expiresOn: undefined },
    ])
  })

  it('gives nothing of an expired lot, and counts it not', () => {
    const lots = [lot('old', 10, '2026-11-21'), lot('last day', 1, '2026-11-22')]
    expect(chooseLots(lots, 1, today)).toEqual([{ lot: 'last day', quantity: 1, expiresOn: '2026-11-22' }])
    expect(chooseLots(lots, 2, today)).toBeUndefined()
    expect([isExpired('2026-11-21', today), isExpired(today, today), isExpired(undefined, today)]).toEqual([
      ...[true, false, false],
    ])
  })

  it('takes exactly what is wanted or nothing at all, of no lot more than it holds, whatever the order they come in', () => {
    const day = fc.constantFrom(undefined, '2026-11-01', '2026-11-22', '2027-01-01', '2028-01-01')
    const lots = fc.uniqueArray(
      fc.record({ lot: fc.string({ minLength: 1, maxLength: 4 }), left: fc.nat(9), expiresOn: day }),
      {
        selector: one => one.lot,
      },
    )
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 30 }), (held, wanted) => {
        const good = held.filter(({ expiresOn }) => !isExpired(expiresOn, today))
        const sum = good.reduce((total, { left }) => total + left, 0)
        const taken = chooseLots(held, wanted, today)
        expect(taken === undefined).toBe(sum < wanted)
        expect(chooseLots(held.toReversed(), wanted, today)).toEqual(taken)
        if (taken === undefined) return
        expect(taken.reduce((total, { quantity }) => total + quantity, 0)).toBe(wanted)
        for (const { lot: name, quantity } of taken)
          expect(quantity).toBeLessThanOrEqual(good.find(each => each.lot === name)?.left ?? 0)
      }),
    )
  })
})
