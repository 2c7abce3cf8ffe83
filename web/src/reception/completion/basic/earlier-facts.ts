/** What a person's record said before, fact by fact: each with the day until which it stood. Pure. */
import type { BasicFacts, FullTier } from '../../../../../functions/registration/person-fields.ts'
import type { EarlierFacts, PersonView } from '../../../../../functions/registration/person-view.ts'

export type EarlierFact =
  | { readonly what: 'name' | 'document-name' | 'destination' | 'origin'; readonly said: string }
  | { readonly what: 'birth'; readonly said: BasicFacts['birth'] }
  | { readonly what: 'sex'; readonly said: BasicFacts['sex'] }
  | { readonly what: 'home'; readonly said: BasicFacts['homeDistrict'] }
  | { readonly what: 'phone' | 'other-phone'; readonly said: string }
export type DatedFact = EarlierFact & { readonly until: string }

const nameOf = ({ names }: BasicFacts): string => `${names.givenNames} ${names.surname}`
const placeOf = (place: FullTier['origin']): string =>
  [place?.village, place?.chief, place?.council].filter(part => part !== undefined).join(', ')

/** Of a version those facts that the next one told otherwise. */
function differing(before: BasicFacts, after: BasicFacts): EarlierFact[] {
  const facts: (EarlierFact | false | undefined)[] = [
    nameOf(before) !== nameOf(after) && { what: 'name', said: nameOf(before) },
    before.names.asOnDocument !== undefined &&
      before.names.asOnDocument !== after.names.asOnDocument && {
        what: 'document-name',
        said: before.names.asOnDocument,
      },
    before.sex !== after.sex && { what: 'sex', said: before.sex },
    before.birth.date !== after.birth.date && { what: 'birth', said: before.birth },
    before.homeDistrict !== after.homeDistrict && { what: 'home', said: before.homeDistrict },
    before.phone !== undefined &&
      before.phone.number !== after.phone?.number && { what: 'phone', said: before.phone.number },
  ]
  return facts.filter(fact => fact !== false && fact !== undefined)
}

function ofFullTier({ destination, origin, otherPhone }: NonNullable<EarlierFacts['full']>): EarlierFact[] {
  const place = placeOf(destination)
  return [
    ...(destination === undefined ? [] : [{ what: 'home', said: destination.district } as const]),
    ...(place === '' ? [] : [{ what: 'destination', said: place } as const]),
    ...(placeOf(origin) === '' ? [] : [{ what: 'origin', said: placeOf(origin) } as const]),
    ...(otherPhone === undefined ? [] : [{ what: 'other-phone', said: otherPhone.number } as const]),
  ]
}

/** The latest first. */
export function earlierFacts({ fast, earlier }: Pick<PersonView, 'fast' | 'earlier'>): DatedFact[] {
  let after: BasicFacts = fast
  return earlier.flatMap(({ basic, full, replacedAt }) => {
    const facts = [...(basic ? differing(basic, after) : []), ...(full ? ofFullTier(full) : [])]
    after = basic ?? after
    return facts.map(fact => ({ ...fact, until: replacedAt }))
  })
}
