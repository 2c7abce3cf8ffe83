import { describe, expect, it } from 'vitest'
import { decideAllocation } from '../../../../functions/support/allocation.ts'
import { catalogueOn, type ItemCode } from '../../../../functions/support/items.ts'
import { keepAllowed, type Left, offersFor, propose } from '../../../../web/src/reception/intake/support-proposal.ts'

const catalogue = catalogueOn('2026-11-22')
if (catalogue === undefined) throw new Error('no catalogue holds')
const man = { sex: 1, ageYears: 41, isMinor: false } as const
const woman = { sex: 2, ageYears: 30, isMinor: false } as const
const baby = { sex: 0, ageYears: 1, isMinor: true } as const
const plenty: Left = Object.fromEntries(catalogue.ceilings.map(({ item }) => [item, 1_000_000]))

const barredFor = (item: ItemCode, person: Parameters<typeof offersFor>[1], left: Left | undefined) =>
  offersFor(catalogue, person, left).find(({ ceiling }) => ceiling.item === item)?.barred

describe('what the desk proposes', () => {
  it('is the package of the group, and always what the rules allow', () => {
    for (const person of [man, woman, baby]) {
      const { given } = propose(catalogue, person, plenty)
      const lines = Object.entries(given).flatMap(([item, quantity]) =>
        catalogue.ceilings.some(ceiling => ceiling.item === item)
          ? [{ item: item as ItemCode, quantity: quantity ?? 0 }]
          : [],
      )
      expect(lines.length).toBeGreaterThan(0)
      expect(decideAllocation(catalogue, lines, person)).toHaveProperty('grants')
    }
    expect(propose(catalogue, woman, plenty).proposed).toContain('DIGNITY_KIT')
    expect(propose(catalogue, man, plenty).proposed).not.toContain('DIGNITY_KIT')
    expect(propose(catalogue, baby, plenty).proposed).toContain('BABY_KIT')
  })

  it('counts what is not there as missing, and gives the rest', () => {
    const { given, outOfStock, proposed } = propose(catalogue, man, { ...plenty, BLANKET: 0 })
    expect(outOfStock).toEqual(['BLANKET'])
    expect(Object.keys(given)).toEqual(proposed.filter(item => item !== 'BLANKET'))
  })

  it('takes an item the post never received for one that is not there', () => {
    const { BLANKET: _, ...others } = plenty
    expect(propose(catalogue, man, others).outOfStock).toEqual(['BLANKET'])
  })

  it('proposes also where the stock is not known', () => {
    expect(propose(catalogue, man, undefined).outOfStock).toEqual([])
  })

  it('says why somebody cannot have an item, the rule before the stock', () => {
    expect(barredFor('CASH_ARRIVAL', baby, plenty)).toBe('adults')
    expect(barredFor('DIGNITY_KIT', man, { ...plenty, DIGNITY_KIT: 0 })).toBe('women-and-girls')
    expect(barredFor('BABY_KIT', woman, plenty)).toBe('babies')
    expect(barredFor('SHOES', man, { ...plenty, SHOES: 0 })).toBe('NONE_LEFT')
    expect(barredFor('SHOES', man, plenty)).toBeUndefined()
  })

  it('counts what another tablet gave away meanwhile as missing, not as declined, and gives no more than is left', () => {
    const offers = offersFor(catalogue, man, { ...plenty, BLANKET: 0, FOOD_HOT: 2 })
    expect(keepAllowed({ BLANKET: 1, FOOD_HOT: 3, SHOES: 1 }, offers)).toEqual({
      given: { FOOD_HOT: 2, SHOES: 1 },
      outOfStock: ['BLANKET'],
    })
  })

  it('is no seat for a child whom nobody has taken custody of', () => {
    const alone = { sex: 2, ageYears: 16, isMinor: true, accompaniment: 'UNACCOMPANIED' } as const
    expect(propose(catalogue, alone, plenty).proposed).not.toContain('TRANSPORT_ONWARD')
    expect(barredFor('TRANSPORT_ONWARD', alone, plenty)).toBe('may-leave')
    expect(propose(catalogue, { ...alone, accompaniment: 'ACCOMPANIED' }, plenty).proposed).toContain(
      'TRANSPORT_ONWARD',
    )
  })
})
