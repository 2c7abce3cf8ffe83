import { expect, it } from 'vitest'
import { Match } from '../../../../functions/registration/contract.ts'
import {
  peopleKnownHere,
  peopleWithWords,
  withLocalMatches,
} from '../../../../web/src/reception/intake/local-matches.ts'
import type { KnownPerson, StandingEffect } from '../../../../web/src/reception/kept/local-effect.ts'

const khotso: KnownPerson = {
  personId: '0193a3a0-0000-7000-8000-0000000000c1',
  displayNumber: 'XV-7F2-00001-M',
  givenNames: 'Khotso',
  surname: 'Foulo',
  sex: 1,
  birthYear: 1985,
  district: 'LS-C',
  words: ['SUN', 'RIVER'],
}
const registered = (person: KnownPerson): StandingEffect => ({
  ...{ is: 'intake', recordId: person.personId, batchId: 'a batch', at: '2026-11-22T08:00:00.000Z', state: 'unsent' },
  ...{ person, flags: [], given: [], notGiven: [] },
})

it('finds who took two words here, in either order, and nobody by one of them', () => {
  const effects = [registered(khotso)]
  expect(peopleWithWords(effects, ['RIVER', 'SUN'])).toMatchObject([{ personId: khotso.personId }])
  expect(peopleWithWords(effects, ['RIVER', 'MOON'])).toEqual([])
})

it('asks about who was registered here as the server would, and shows no more of them', () => {
  const known = peopleKnownHere([registered(khotso)])
  const [match] = withLocalMatches([], { ...khotso, givenNames: 'Kgotso' }, known)
  expect(Match.safeParse(match).success).toBe(true)
})
