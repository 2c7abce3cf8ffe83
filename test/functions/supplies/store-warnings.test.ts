import { describe, expect, it } from 'vitest'
import { suppliesRoutes } from '../../../functions/supplies/contract.ts'
import { lowBelow } from '../../../functions/supplies/low-stock.ts'
import type { LeaseView, StoreView } from '../../../functions/supplies/shapes.ts'
import { expiryWarnings, freshness, lowWarnings } from '../../../functions/supplies/store-warnings.ts'
import { itemCodes } from '../../../functions/support/items.ts'

const today = '2026-11-22'
const aStore = (override: Partial<StoreView> = {}): StoreView => ({
  ...{ lots: [], leases: [], coming: [], usedUp: [], tablets: [], today, approval: 'UNAPPROVED' },
  ...override,
})
const [example] = suppliesRoutes.readStore.examples.response.leases
const aLease = (override: Partial<LeaseView> = {}): LeaseView => ({
  ...{ ...example, holder: { kind: 'DESK' as const }, item: 'BLANKET' as const, state: 'OPEN' as const },
  ...{ leaseId: 'desk', left: 0, drawn: 0, received: 0, overdue: false, lots: [] },
  ...override,
})
const aLot = (left: number, expiresOn?: string) => ({ item: 'BLANKET' as const, lot: 'A', left, expiresOn })

describe('how fresh a lot is', () => {
  it.each([
    [undefined, 'good'],
    ['2026-11-21', 'expired'],
    ['2026-11-22', 'soon'], // its last day
    ['2027-01-21', 'soon'], // in 60 days
    ['2027-01-22', 'good'], // in 61
  ] as const)('is said of %s as %s', (expiresOn, said) => {
    expect(freshness(expiresOn, today)).toBe(said)
  })
})

describe('the warnings of a store', () => {
  it('name what expired before what soon will, in the store and on lease', () => {
    const tablet = aLease({ lots: [{ lot: 'B', left: 4, expiresOn: '2026-11-01' }] })
    const ended = aLease({ state: 'WRITTEN_OFF', lots: [{ lot: 'C', left: 4, expiresOn: '2026-11-01' }] })
    const store = aStore({ lots: [aLot(9, '2026-12-01'), aLot(9, '2028-12-01')], leases: [tablet, ended] })
    expect(expiryWarnings(store)).toEqual([
      { freshness: 'expired', item: 'BLANKET', lot: 'B', expiresOn: '2026-11-01', left: 4, lease: tablet },
      { freshness: 'soon', item: 'BLANKET', lot: 'A', expiresOn: '2026-12-01', left: 9, lease: undefined },
    ])
  })

  it('say low below the threshold, by what may still be given here, in the store or on lease', () => {
    const most = lowBelow.BLANKET
    const leased = aLease({ lots: [{ lot: 'B', left: 10 }] })
    expect(lowWarnings(aStore({ lots: [aLot(most - 10)], leases: [leased] }))).toEqual([])
    expect(lowWarnings(aStore({ lots: [aLot(most - 11)], leases: [leased] }))).toEqual([
      { item: 'BLANKET', left: most - 1 },
    ])
    expect(lowWarnings(aStore({ lots: [aLot(most, '2026-11-21')] }))).toEqual([{ item: 'BLANKET', left: 0 }])
  })

  it('say low of what is used up, and nothing of what the place never had', () => {
    expect(lowWarnings(aStore())).toEqual([])
    expect(lowWarnings(aStore({ usedUp: ['BABY_KIT'] }))).toEqual([{ item: 'BABY_KIT', left: 0 }])
    for (const item of itemCodes) expect([item, lowBelow[item] > 0]).toEqual([item, true])
  })
})
