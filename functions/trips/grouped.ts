/** People by where they go, for a desk that fills a vehicle. Pure: the web imports it. */
import { type DistrictCode, districtCodes } from '../platform/places.ts'

interface Going {
  readonly district: DistrictCode
  readonly village?: string | undefined
  readonly displayNumber: string
  readonly householdId?: string | undefined
}

export interface VillageGroup<Person> {
  /** Undefined for those who named none. */
  readonly village: string | undefined
  readonly people: readonly Person[]
}
export interface DistrictGroup<Person> {
  readonly district: DistrictCode
  readonly count: number
  readonly villages: readonly VillageGroup<Person>[]
}

/** A village is written in several ways: case and blanks make no other one of it. */
const folded = (village: string | undefined): string => (village ?? '').toLowerCase().replace(/\s+/g, ' ').trim()

/** Families stand together and before others, then the numbers in their order. */
const inOrder = (one: Going, other: Going): number =>
  Number(one.householdId === undefined) - Number(other.householdId === undefined) ||
  (one.householdId ?? '').localeCompare(other.householdId ?? '') ||
  one.displayNumber.localeCompare(other.displayNumber)

const villagesOf = <Person extends Going>(people: readonly Person[]): VillageGroup<Person>[] =>
  [...Map.groupBy(people, ({ village }) => folded(village))]
    // who named none stands last
    .toSorted(([one], [other]) => (one === '' ? 1 : other === '' ? -1 : one.localeCompare(other)))
    .map(([, inVillage]) => ({ village: inVillage[0]?.village, people: inVillage.toSorted(inOrder) }))

/** By district in the order of their codes, and by village within it. */
export function groupedByPlace<Person extends Going>(people: readonly Person[]): DistrictGroup<Person>[] {
  const byDistrict = Map.groupBy(people, ({ district }) => district)
  return districtCodes.flatMap(district => {
    const there = byDistrict.get(district)
    return there === undefined ? [] : [{ district, count: there.length, villages: villagesOf(there) }]
  })
}
