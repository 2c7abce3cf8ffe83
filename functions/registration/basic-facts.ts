/** The basic facts of a person and their correction (domain.md 2.2, 2.3). Pure: no clock, no network, no AWS. */
import { ageOn, isBornAfter, isMinor, oldestYears } from './age.ts'
import type { BasicFacts, FastLane, FullTier } from './person-fields.ts'

export type BasicFactsRefusal = 'care-status-needed' | 'date-in-future' | 'invalid-fields'

/**
 * Refuses `date-in-future` for who would be born after the day, `invalid-fields` for who would be older than anybody
 * alive, and `care-status-needed` for a child of whom nobody has
 * said who is with them. `on` is the day in Lesotho on which the person is judged; `path` is where the facts stand in
 * what was sent.
 */
export function checkBasicFacts(
  { birth, accompaniment }: Pick<BasicFacts, 'birth' | 'accompaniment'>,
  on: string,
  path: string,
): { refusal: BasicFactsRefusal; fields: string[] } | undefined {
  if (isBornAfter(birth, on)) return { refusal: 'date-in-future', fields: [`${path}.birth`] }
  if (ageOn(birth, on) > oldestYears) return { refusal: 'invalid-fields', fields: [`${path}.birth`] }
  if (isMinor(birth, on) && accompaniment === undefined)
    return { refusal: 'care-status-needed', fields: [`${path}.accompaniment`] }
  return undefined
}

/** The fast lane after a correction. A correction says all basic facts, so that a number can also be taken away. */
export const afterCorrection = (known: FastLane, basic: BasicFacts | undefined): FastLane =>
  basic ? { ...basic, urgentFlags: known.urgentFlags } : known

export const basicFactsOf = ({ urgentFlags: _ofOneReturn, ...basic }: FastLane): BasicFacts => basic

/** The district whose offices are asked to help: where the person goes, which is home unless they said otherwise. */
export const districtOfPerson = ({
  fast,
  full,
}: {
  readonly fast: Pick<FastLane, 'homeDistrict'>
  readonly full?: Pick<FullTier, 'destination'> | undefined
}): FastLane['homeDistrict'] => full?.destination?.district ?? fast.homeDistrict
