/** People whom this tablet itself knows of and who may be the one at the desk: asked about without a network too. */
import type { FoundPerson, Match } from '../../../../functions/registration/contract.ts'
import { type ComparedPerson, suspectedDuplicates } from '../../../../functions/registration/duplicates.ts'
import type { WordPair } from '../../../../functions/registration/remembered-words.ts'
import type { KnownPerson, StandingEffect } from '../kept/local-effect.ts'

/** As many as an intake can answer (functions/intake/contract.ts). */
const mostMatches = 20

/** Everybody registered here, once each, as they were said to be last. `except`: the form's own record. */
export function peopleKnownHere(effects: readonly StandingEffect[], except?: string): readonly KnownPerson[] {
  const people = new Map<string, KnownPerson>()
  for (const effect of effects)
    if (effect.is === 'intake' && effect.recordId !== except) people.set(effect.person.personId, effect.person)
  return [...people.values()]
}

const shown = ({ sex: _sex, words: _words, ...person }: KnownPerson): FoundPerson => person

/** Who was registered here and took these words instead of a slip. */
export const peopleWithWords = (effects: readonly StandingEffect[], words: WordPair): readonly FoundPerson[] =>
  peopleKnownHere(effects)
    .filter(person => person.words !== undefined && words.every(word => person.words?.includes(word)))
    .map(shown)

/** The server's answer first, and then whom it has not received yet. */
export function withLocalMatches(
  said: readonly Match[],
  candidate: ComparedPerson,
  known: readonly KnownPerson[],
): readonly Match[] {
  const isSaid = new Set(said.map(({ personId }) => personId))
  const more = suspectedDuplicates(candidate, known)
    .filter(({ person }) => !isSaid.has(person.personId))
    .map(({ person, reasons }): Match => ({ ...shown(person), reasons: [...reasons] }))
  return [...said, ...more].slice(0, mostMatches)
}
