/** What a person agrees to today: the last answer to each purpose (domain.md 2.7). Pure. */
import type { ConsentPurpose } from '../registration/consent-purposes.ts'
import type { Person } from '../registration/person-record.ts'

type Answer = Person['consents'][number]

/**
 * The answers that count, out of all in the order in which they were given: a later one takes the place of an earlier
 * one. For a child the guardian's and the child's own count apart; who has come of age answers for themselves, and takes
 * the place of both.
 */
export const standingAnswers = (consents: readonly Answer[]): readonly Answer[] =>
  consents.filter(
    (answer, index) =>
      !consents
        .slice(index + 1)
        .some(
          later =>
            later.purpose === answer.purpose && (later.guardian === undefined || later.guardian === answer.guardian),
        ),
  )

/** Purposes to which every answer that counts is yes: where guardian and child were both asked, both must agree. */
export function consentsGiven({ consents }: Pick<Person, 'consents'>): readonly ConsentPurpose[] {
  const standing = standingAnswers(consents)
  const refused = new Set(standing.filter(({ given }) => !given).map(({ purpose }) => purpose))
  return [...new Set(standing.map(({ purpose }) => purpose))].filter(purpose => !refused.has(purpose))
}
