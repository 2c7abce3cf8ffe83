/** What a person agrees to today: their last answer to each purpose (domain.md 2.7). Pure. */
import type { ConsentPurpose } from '../registration/consent-purposes.ts'
import type { Person } from '../registration/person-record.ts'

/** Answers are kept in the order in which they were given; a later one takes the place of an earlier one. */
export function consentsGiven({ consents }: Pick<Person, 'consents'>): readonly ConsentPurpose[] {
  const last = new Map(consents.map(({ purpose, given }) => [purpose, given]))
  return [...last].flatMap(([purpose, given]) => (given ? [purpose] : []))
}
