import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchReasons } from '../../../functions/registration/contract.ts'
import { blockKeys, type ComparedPerson, suspectedDuplicates } from '../../../functions/registration/duplicates.ts'

const seed = 4_103
const aPerson = (override: Partial<ComparedPerson> = {}): ComparedPerson => ({
  givenNames: 'Khotso',
  surname: 'Moeketsi',
  sex: 1,
  birthYear: 1985,
  district: 'LS-C',
  ...override,
})
const reasons = (candidate: ComparedPerson, known: ComparedPerson) =>
  suspectedDuplicates(candidate, [known]).map(each => each.reasons)

describe('suspected duplicates', () => {
  it('are found in the other spelling and the other order, with every reason', () => {
    expect(reasons(aPerson(), aPerson({ givenNames: 'MWEKETSI', surname: 'KGOTSO' }))).toEqual([[...matchReasons]])
  })

  it.each([
    ['another district', { district: 'LS-A' }, ['SAME_FOLDED_NAME', 'SAME_SEX', 'BIRTH_YEAR_CLOSE']],
    ['no district', { district: undefined }, ['SAME_FOLDED_NAME', 'SAME_SEX', 'BIRTH_YEAR_CLOSE']],
    ['three years between', { birthYear: 1988 }, [...matchReasons]],
    ['no birth year', { birthYear: undefined }, ['SAME_FOLDED_NAME', 'SAME_SEX', 'SAME_DISTRICT']],
    ['a sex that is not known', { sex: 0 }, ['SAME_FOLDED_NAME', 'BIRTH_YEAR_CLOSE', 'SAME_DISTRICT']],
  ] as const)('with %s are still asked about', (_what, override, expected) => {
    expect(reasons(aPerson(), aPerson(override))).toEqual([expected])
    expect(reasons(aPerson(override), aPerson())).toEqual([expected])
  })

  it.each([
    ['another name', { givenNames: 'Thabo' }],
    ['the other sex', { sex: 2 }],
    ['four years between', { birthYear: 1989 }],
  ] as const)('are not suspected with %s', (_what, override) => {
    expect(reasons(aPerson(), aPerson(override))).toEqual([])
  })

  it('do not count two unknown sexes as the same', () => {
    expect(reasons(aPerson({ sex: 0 }), aPerson({ sex: 0 }))).toEqual([
      ['SAME_FOLDED_NAME', 'BIRTH_YEAR_CLOSE', 'SAME_DISTRICT'],
    ])
  })

  it('come in order of how much agrees, and all of them', () => {
    const known = [aPerson({ district: 'LS-A', birthYear: undefined }), aPerson(), aPerson({ district: 'LS-B' })]
    expect(suspectedDuplicates(aPerson(), known).map(({ person }) => person)).toEqual([known[1], known[2], known[0]])
  })

  it('are never found by a name that holds nothing to compare', () => {
    expect(blockKeys({ givenNames: '-', surname: '?' })).toEqual([])
    expect(reasons(aPerson({ givenNames: '-', surname: '' }), aPerson({ givenNames: '', surname: '?' }))).toEqual([])
  })

  it(`are the same seen from either side (seed ${seed})`, () => {
    const person = fc.record({
      givenNames: fc.constantFrom('Khotso', 'Kgotso', 'Thabo', ''),
      surname: fc.constantFrom('Moeketsi', 'Mweketsi', 'Khotso', '-'),
      sex: fc.constantFrom(0 as const, 1 as const, 2 as const),
      birthYear: fc.option(fc.integer({ min: 1980, max: 1990 }), { nil: undefined }),
      district: fc.option(fc.constantFrom('LS-A' as const, 'LS-B' as const), { nil: undefined }),
    })
    fc.assert(
      fc.property(person, person, (one, other) => {
        expect(reasons(one, other)).toEqual(reasons(other, one))
        if (reasons(one, other).length > 0) expect(blockKeys(one)).toEqual(blockKeys(other))
      }),
      { seed, numRuns: 1_000 },
    )
  })
})
