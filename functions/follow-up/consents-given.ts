/** What a person agrees to today: the last answer to each purpose (domain.md 2.7). Pure. */
import type { ConsentPurpose } from '../registration/consent-purposes.ts'
import type { Person } from '../registration/person-record.ts'

/**
 * Answers are kept in the order in which they were given; a later one takes the place of an earlier one. For a child the
 * guardian's and the child's own answer count apart, and both must be yes where both were asked.
 */
export function consentsGiven({ consents }: Pick<Person, 'consents'>): readonly ConsentPurpose[] {
  const last = new Map(consents.map(consent => [`${consent.purpose}|${consent.guardian ?? ''}`, consent]))
  const standing = [...last.values()]
  const refused = new Set(standing.filter(({ given }) => !given).map(({ purpose }) => purpose))
  return [...new Set(standing.map(({ purpose }) => purpose))].filter(purpose => !refused.has(purpose))
}
