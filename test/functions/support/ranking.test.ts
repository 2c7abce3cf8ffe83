import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { districtSteps } from '../../../functions/platform/district-steps.ts'
import { districtCodes } from '../../../functions/platform/places.ts'
import { needs, ranked, type Waiting } from '../../../functions/support/ranking.ts'

const somebody = (returnEventId: string, change: Partial<Waiting> = {}): Waiting => ({
  ...{ returnEventId, displayNumber: returnEventId, need: 'LOW', hasSmallChild: false, steps: 1 },
  arrivedAt: '2026-11-22T08:00:00.000Z',
  ...change,
})
const order = (waiting: readonly Waiting[], seed = 'seed') =>
  ranked(waiting, seed).map(({ returnEventId, before }) => [returnEventId, before])

describe('whose turn it is', () => {
  it('goes by need, then a small child, then distance, then arrival, and says which decided', () => {
    const late = { arrivedAt: '2026-11-22T09:00:00.000Z' }
    expect(
      order([
        somebody('late', late),
        somebody('early'),
        somebody('far', { steps: 4, ...late }),
        somebody('with child', { hasSmallChild: true, ...late }),
        somebody('needs most', { need: 'HIGH', ...late }),
      ]),
    ).toEqual([
      ['needs most', 'NEED'],
      ['with child', 'SMALL_CHILD'],
      ['far', 'DISTANCE'],
      ['early', 'ARRIVAL'],
      ['late', undefined],
    ])
  })

  it('is drawn where people are alike in all of it: the same by the same seed, another by another', () => {
    const alike = Array.from({ length: 30 }, (_, index) => somebody(`person-${index}`))
    const first = order(alike)
    expect(order(alike.toReversed())).toEqual(first)
    expect(order(alike, 'another')).not.toEqual(first)
    expect(new Set(first.slice(0, -1).map(([, before]) => before))).toEqual(new Set(['DRAW']))
  })

  it('never lets a lower need go first, and leaves nobody out', () => {
    const person = fc.record({
      ...{ need: fc.constantFrom(...needs), hasSmallChild: fc.boolean(), steps: fc.nat(4) },
      arrivedAt: fc.constantFrom('2026-11-22T08:00:00.000Z', '2026-11-22T09:00:00.000Z'),
    })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 40 }), fc.string(), (people, seed) => {
        const waiting = people.map((one, index) => somebody(String(index), one))
        const places = ranked(waiting, seed).map(({ need }) => needs.indexOf(need))
        expect(places).toEqual(places.toSorted((one, other) => one - other))
        expect(places).toHaveLength(people.length)
      }),
      { seed: 20_261_122 },
    )
  })
})

describe('districts', () => {
  it('are as far from one another there as back, and each is reached', () => {
    for (const one of districtCodes)
      for (const other of districtCodes) {
        expect(districtSteps(one, other)).toBe(districtSteps(other, one))
        expect(districtSteps(one, other)).toBeLessThan(5)
      }
    expect(districtSteps('LS-A', 'LS-A')).toBe(0)
    expect(districtSteps('LS-A', 'LS-J')).toBe(2)
    expect(districtSteps('LS-E', 'LS-B')).toBe(4)
  })
})
