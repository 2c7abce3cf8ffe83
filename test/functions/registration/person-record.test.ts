import { expect, it } from 'vitest'
import { personLookup, personOfLookup } from '../../../functions/registration/person-record.ts'
import { anIntake } from '../../builders/intake.ts'

it('says in the order of the name index what a first look compares', () => {
  const { fast } = anIntake()
  const { lookupKey, lookupOrder } = personLookup('person-1', fast)
  expect(lookupKey).toBe('NAME#foulo khotso')
  expect(personOfLookup(lookupOrder)).toEqual({ personId: 'person-1', sex: 1, birthYear: 1985, district: 'LS-C' })
})

it('finds either order of the names under one key', () => {
  const { fast } = anIntake()
  const swapped = { ...fast, names: { givenNames: fast.names.surname, surname: fast.names.givenNames } }
  expect(personLookup('p', swapped).lookupKey).toBe(personLookup('p', fast).lookupKey)
})

it.each(['\uFDFA', '\u{1F98B}\u{20000}', '\u3300'])(
  'finds a key for the longest names there may be, of %s',
  character => {
    const longest = character.repeat(80).slice(0, 80)
    const { lookupKey } = personLookup('id', {
      ...anIntake().fast,
      names: { givenNames: longest, surname: `${longest.slice(2)} a` },
    })
    expect(Buffer.byteLength(lookupKey)).toBeLessThanOrEqual(2048)
    expect(lookupKey.isWellFormed()).toBe(true)
  },
)
