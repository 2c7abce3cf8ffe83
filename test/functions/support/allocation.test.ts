import { describe, expect, it } from 'vitest'
import { decideAllocation, isEligible, type Recipient } from '../../../functions/support/allocation.ts'
import { catalogueOn, itemCodes } from '../../../functions/support/items.ts'

const catalogue = catalogueOn('2026-11-22')
if (!catalogue) throw new Error('nothing is offered today')
const man: Recipient = { sex: 1, ageYears: 30, isMinor: false }
const woman: Recipient = { sex: 2, ageYears: 30, isMinor: false }
const child: Recipient = { sex: 2, ageYears: 12, isMinor: true }
const baby: Recipient = { sex: 1, ageYears: 1, isMinor: true }
const unknown: Recipient = { sex: 0, ageYears: 30, isMinor: false }

describe('what somebody may receive', () => {
  it('has a ceiling for every item, and every amount awaits approval', () => {
    expect(catalogue.ceilings.map(({ item }) => item).sort()).toEqual([...itemCodes].sort())
    expect(catalogue.approval).toBe('UNAPPROVED')
  })

  it('never gives cash to a child', () => {
    expect(isEligible(catalogue, 'CASH_ARRIVAL', man)).toBe(true)
    expect(isEligible(catalogue, 'CASH_ARRIVAL', child)).toBe(false)
    expect(isEligible(catalogue, 'CASH_ARRIVAL', baby)).toBe(false)
  })

  it('gives no seat home to a child whom nobody has taken custody of', () => {
    const seatFor = (person: Recipient) => isEligible(catalogue, 'TRANSPORT_ONWARD', person)
    expect([man, child].map(seatFor)).toEqual([true, true])
    const cares = ['ACCOMPANIED', 'SEPARATED', 'UNACCOMPANIED'] as const
    expect(cares.map(accompaniment => seatFor({ ...child, accompaniment }))).toEqual([true, false, false])
    expect(
      decideAllocation(catalogue, [{ item: 'TRANSPORT_ONWARD', quantity: 1 }], {
        ...child,
        accompaniment: 'SEPARATED',
      }),
    ).toMatchObject({ barred: ['TRANSPORT_ONWARD'], excessive: [] })
  })

  it('keeps dignity kits for women and girls, and turns nobody away whose sex is not known', () => {
    const may = [man, woman, child, baby, unknown].map(person => isEligible(catalogue, 'DIGNITY_KIT', person))
    expect(may).toEqual([false, true, true, false, true])
  })

  it('names every item it bars', () => {
    const lines = [
      { item: 'DIGNITY_KIT' as const, quantity: 1 },
      { item: 'BABY_KIT' as const, quantity: 1 },
      { item: 'BLANKET' as const, quantity: 1 },
    ]
    expect(decideAllocation(catalogue, lines, man)).toMatchObject({
      barred: ['DIGNITY_KIT', 'BABY_KIT'],
      excessive: [],
    })
  })

  it('names what is more than one grant may be', () => {
    const wanted = { item: 'FOOD_HOT' as const, quantity: 4 }
    expect(decideAllocation(catalogue, [wanted], man)).toEqual({
      grants: [{ ...wanted, unit: 'return' }],
      barred: [],
      excessive: ['FOOD_HOT'],
    })
  })

  it('offers nothing before the first catalogue', () => {
    expect(catalogueOn('2025-12-31')).toBeUndefined()
  })
})
