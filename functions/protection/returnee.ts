/** A returnee as the officer sees them who is to meet them in private. Pure. */
import { isRuledOut } from '../registration/contact.ts'
import type { Person } from '../registration/person-record.ts'
import type { Returnee } from './contract.ts'

interface Other {
  readonly name: string
  readonly relation?: string | undefined
  readonly phone?: string | undefined
}

/**
 * Whom the person asked nobody to contact is shown with their number, so that it is known when it calls; it is never the
 * number to call, even where it was given as the person's own.
 */
export function returneeOf({
  personId,
  fast,
  full,
  returns,
}: Pick<Person, 'personId' | 'fast' | 'full' | 'returns'>): Returnee {
  const { names, sex, birth, phone, reachBy, homeDistrict } = fast
  const { destination, language, notToContact, exclusions } = full ?? {}
  return {
    personId,
    givenNames: names.givenNames,
    surname: names.surname,
    sex,
    birth,
    ...(phone === undefined || isRuledOut(phone.number, notToContact) ? {} : { phone }),
    ...(reachBy === undefined ? {} : { reachBy }),
    homeDistrict,
    ...(destination === undefined ? {} : { destination }),
    ...(language === undefined ? {} : { language }),
    ...(notToContact === undefined ? {} : { notToContact: notToContact.map(inWords) }),
    ...(exclusions === undefined ? {} : { exclusions }),
    posts: [...new Set(returns.map(({ post }) => post))],
  }
}

const inWords = ({ name, relation, phone }: Other): string => [name, relation, phone].filter(Boolean).join(', ')
