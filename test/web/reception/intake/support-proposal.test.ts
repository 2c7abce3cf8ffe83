import { describe, expect, it } from 'vitest'
import { decideAllocation } from '../../../../functions/support/allocation.ts'
import { catalogueOn, type ItemCode } from '../../../../functions/support/items.ts'
import { type Left, offersFor, supportFor } from '../../../../web/src/reception/intake/support-proposal.ts'

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
      const { given } = supportFor(catalogue, person, plenty, {})
      const lines = Object.entries(given).flatMap(([item, quantity]) =>
        catalogue.ceilings.some(ceiling => ceiling.item === item)
          ? [{ item: item as ItemCode, quantity: quantity ?? 0 }]
          : [],
      )
      expect(lines.length).toBeGreaterThan(0)
      expect(decideAllocation(catalogue, lines, person)).toHaveProperty('grants')
    }
    const proposedTo = (person: typeof man | typeof woman | typeof baby) =>
      Object.keys(supportFor(catalogue, person, plenty, {}).given)
    expect(proposedTo(woman)).toContain('DIGNITY_KIT')
    expect(proposedTo(man)).not.toContain('DIGNITY_KIT')
    expect(proposedTo(baby)).toContain('BABY_KIT')
  })

  it('counts what is not there as missing, and gives the rest', () => {
    const all = supportFor(catalogue, man, plenty, {})
    const { given, outOfStock, declined } = supportFor(catalogue, man, { ...plenty, BLANKET: 0 }, {})
    expect([outOfStock, declined]).toEqual([['BLANKET'], []])
    expect(Object.keys(given)).toEqual(Object.keys(all.given).filter(item => item !== 'BLANKET'))
  })

  it('takes an item the post never received for one that is not there', () => {
    const { BLANKET: _, ...others } = plenty
    expect(supportFor(catalogue, man, others, {}).outOfStock).toEqual(['BLANKET'])
  })

  it('proposes nothing where this tablet never heard of the stock, and gives what the officer says', () => {
    expect(supportFor(catalogue, man, undefined, {})).toEqual({ given: {}, outOfStock: [], declined: [] })
    expect(supportFor(catalogue, man, undefined, { BLANKET: 1 }).given).toEqual({ BLANKET: 1 })
  })

  it('says why somebody cannot have an item, the rule before the stock', () => {
    expect(barredFor('CASH_ARRIVAL', baby, plenty)).toBe('adults')
    expect(barredFor('DIGNITY_KIT', man, { ...plenty, DIGNITY_KIT: 0 })).toBe('women-and-girls')
    expect(barredFor('BABY_KIT', woman, plenty)).toBe('babies')
    expect(barredFor('SHOES', man, { ...plenty, SHOES: 0 })).toBe('NONE_LEFT')
    expect(barredFor('SHOES', man, plenty)).toBeUndefined()
  })

  it('counts what another tablet gave away meanwhile as missing, and gives no more than is left', () => {
    const changes = { FOOD_HOT: 3, SHOES: 1, TRANSPORT_ONWARD: 0 }
    expect(supportFor(catalogue, man, { ...plenty, BLANKET: 0, SHOES: 0, FOOD_HOT: 2 }, changes)).toEqual({
      given: { FOOD_HOT: 2, FOOD_PACK: 1 },
      outOfStock: ['BLANKET', 'SHOES'],
      declined: ['TRANSPORT_ONWARD'],
    })
  })

  it('is given again when a delivery has come, and never both given and missing', () => {
    expect(supportFor(catalogue, man, { ...plenty, BLANKET: 1 }, {})).toMatchObject({
      given: { BLANKET: 1 },
      outOfStock: [],
    })
  })

  it('gives the whole amount of cash or none', () => {
    const { given, outOfStock } = supportFor(
      catalogue,
      man,
      { ...plenty, CASH_ARRIVAL: 50_000 },
      { CASH_ARRIVAL: 83_100 },
    )
    expect(given).not.toHaveProperty('CASH_ARRIVAL')
    expect(outOfStock).toEqual(['CASH_ARRIVAL'])
  })

  it('is no seat for a child whom nobody has taken custody of, who did not decline one either', () => {
    const alone = { sex: 2, ageYears: 16, isMinor: true, accompaniment: 'UNACCOMPANIED' } as const
    const { given, outOfStock, declined } = supportFor(catalogue, alone, plenty, { TRANSPORT_ONWARD: 1 })
    expect(given).not.toHaveProperty('TRANSPORT_ONWARD')
    expect([outOfStock, declined]).toEqual([[], []])
    expect(barredFor('TRANSPORT_ONWARD', alone, plenty)).toBe('may-leave')
    const accompanied = { ...alone, accompaniment: 'ACCOMPANIED' } as const
    expect(supportFor(catalogue, accompanied, plenty, {}).given).toHaveProperty('TRANSPORT_ONWARD')
  })
})
