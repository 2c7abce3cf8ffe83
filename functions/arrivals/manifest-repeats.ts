/**
 * The same person on two rows of a manifest. Certain only where nothing is left to ask; otherwise a question for an
 * officer, since rejecting the second of two people would leave one of them out.
 */
import { birthYear } from '../registration/age.ts'
import { isOneSlipApart } from '../registration/near-names.ts'
import type { BirthReading } from './manifest-birth.ts'
import type { ManifestPerson } from './manifest-row.ts'

export interface ListedPerson {
  readonly row: number
  /** The order-free folded key of both names; empty where there is no name. */
  readonly nameKey: string
  readonly person: ManifestPerson
  readonly birth: BirthReading
  /** False where the person is, or may be, under 18, or nothing is known of their age. */
  readonly isSurelyAdult: boolean
}

/** `certain`: the same adult beyond doubt, by folded name, sex and day of birth, and no number that tells them apart. `possible`: somebody should look. */
export type Repeat = 'certain' | 'possible' | 'none'

type Agreement = 'same' | 'close' | 'different' | 'unknown'

export function repeatOf(one: ListedPerson, other: ListedPerson): Repeat {
  const sameName = one.nameKey !== '' && one.nameKey === other.nameKey
  const births = birthAgreement(one.birth, other.birth)
  const files = agreement(one.person.fileNumber, other.person.fileNumber)
  const documents = agreement(one.person.documentNumber, other.person.documentNumber)
  const sexesDiffer = one.person.sex !== other.person.sex && one.person.sex !== 0 && other.person.sex !== 0
  const nothingDiffers = one.person.sex === other.person.sex && files !== 'different' && documents !== 'different'
  if (sameName && births === 'same' && nothingDiffers && one.isSurelyAdult) return 'certain'
  if (files === 'same' || documents === 'same') return 'possible'
  if (sexesDiffer || births === 'different') return 'none'
  if (sameName) return 'possible'
  return births === 'same' && isOneSlipApart(one.nameKey, other.nameKey) ? 'possible' : 'none'
}

const agreement = (one: string | undefined, other: string | undefined): Agreement => {
  if (one === undefined || other === undefined) return 'unknown'
  return plain(one) === plain(other) ? 'same' : 'different'
}
const plain = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Same: one and the same day. Close: readings of an ambiguous date meet, or years that are not known to the day fit. */
function birthAgreement(one: BirthReading, other: BirthReading): Agreement {
  if (one.readings.length > 0 && other.readings.length > 0) {
    if (!one.readings.some(date => other.readings.includes(date))) return 'different'
    return one.readings.length === 1 && other.readings.length === 1 ? 'same' : 'close'
  }
  const oneYears = possibleYears(one)
  const otherYears = possibleYears(other)
  if (oneYears.length === 0 || otherYears.length === 0) return 'unknown'
  return oneYears.some(year => otherYears.includes(year)) ? 'close' : 'different'
}

const possibleYears = ({ birth, readings }: BirthReading): number[] => {
  if (birth === undefined) return readings.map(date => Number(date.slice(0, 4)))
  const year = birthYear(birth)
  return birth.precision === 'AGE_EST' ? [year - 1, year] : [year]
}
