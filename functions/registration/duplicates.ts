/**
 * People already known who may be the one at the desk. Small on purpose: it finds the same name in either spelling and
 * either order, and nothing else. A typing slip in a name, a further given name or a married name is not found yet.
 * It only asks: the officer answers, and the answer is kept.
 */
import type { DistrictCode } from '../platform/places.ts'
import type { Sex } from './code-lists.ts'
import type { Match } from './contract.ts'
import { nameKey } from './name-folding.ts'

export interface ComparedPerson {
  readonly givenNames: string
  readonly surname: string
  readonly sex: Sex
  readonly birthYear?: number | undefined
  readonly district?: DistrictCode | undefined
}

export type MatchReason = Match['reasons'][number]

export interface SuspectedDuplicate<Known extends ComparedPerson> {
  readonly person: Known
  /** What agrees, in the words an officer is shown; always `SAME_FOLDED_NAME` and more. */
  readonly reasons: readonly MatchReason[]
}

/** Ages that were said and years that were remembered are off by so much (PROPOSAL; field practice asks for three). */
export const closeBirthYears = 3

/** The keys under which a person is stored and looked for; none where the name holds nothing that can be compared. */
export function blockKeys({ givenNames, surname }: Pick<ComparedPerson, 'givenNames' | 'surname'>): string[] {
  const key = nameKey(givenNames, surname)
  return key === '' ? [] : [key]
}

/**
 * Those among `known` who may be the candidate, those with most reasons first. Sexes and birth years that are known and
 * disagree rule a match out; what is not known rules nothing out. People move: another district is never held against a
 * match.
 */
export function suspectedDuplicates<Known extends ComparedPerson>(
  candidate: ComparedPerson,
  known: readonly Known[],
): SuspectedDuplicate<Known>[] {
  const keys = new Set(blockKeys(candidate))
  return known
    .filter(person => blockKeys(person).some(key => keys.has(key)) && !isRuledOut(candidate, person))
    .map(person => ({ person, reasons: reasonsFor(candidate, person) }))
    .sort((one, other) => other.reasons.length - one.reasons.length)
}

const isSexKnown = (sex: Sex): boolean => sex !== 0
const yearsApart = (one: ComparedPerson, other: ComparedPerson): number | undefined =>
  one.birthYear === undefined || other.birthYear === undefined ? undefined : Math.abs(one.birthYear - other.birthYear)

const isRuledOut = (one: ComparedPerson, other: ComparedPerson): boolean =>
  (isSexKnown(one.sex) && isSexKnown(other.sex) && one.sex !== other.sex) ||
  (yearsApart(one, other) ?? 0) > closeBirthYears

function reasonsFor(one: ComparedPerson, other: ComparedPerson): MatchReason[] {
  const apart = yearsApart(one, other)
  const found: [MatchReason, boolean][] = [
    ['SAME_FOLDED_NAME', true],
    ['SAME_SEX', isSexKnown(one.sex) && one.sex === other.sex],
    ['BIRTH_YEAR_CLOSE', apart !== undefined && apart <= closeBirthYears],
    ['SAME_DISTRICT', one.district !== undefined && one.district === other.district],
  ]
  return found.filter(([, holds]) => holds).map(([reason]) => reason)
}
