/** Who is chosen for a trip, and which adult rides with each child. Pure. */
import type { OnwardPerson, TripView } from '../../../functions/trips/trip.ts'

/** Somebody who may ride; of who was typed by number alone nothing is known. */
export interface Going {
  readonly displayNumber: string
  readonly firstName?: string
  readonly isChild: boolean
  readonly householdId?: string | undefined
}

export interface Choosing {
  readonly people: readonly Going[]
  /** Numbers of those who are chosen. */
  readonly chosen: readonly string[]
  /** Numbers of those who have a seat on this trip. */
  readonly onBoard: readonly string[]
  /** The number of the adult that was chosen for a child; `''` for nobody. */
  readonly adults: Readonly<Record<string, string>>
}

/** Everybody the desk can speak of: who waits or has a seat, and who was chosen by number. */
export function everybodyOf(
  onward: readonly OnwardPerson[],
  passengers: TripView['passengers'],
  chosen: readonly string[],
): Going[] {
  const known = new Map<string, Going>()
  for (const person of [...onward, ...passengers])
    if (!known.has(person.displayNumber)) known.set(person.displayNumber, person)
  for (const displayNumber of chosen)
    if (!known.has(displayNumber)) known.set(displayNumber, { displayNumber, isChild: false })
  return [...known.values()]
}

/** Grown people who could answer for a child: those of their own family first. */
export function adultsFor(child: Going, { people, chosen, onBoard }: Omit<Choosing, 'adults'>): Going[] {
  const isKin = (other: Going) => child.householdId !== undefined && other.householdId === child.householdId
  return people
    .filter(({ displayNumber, isChild }) => !isChild && [...chosen, ...onBoard].includes(displayNumber))
    .filter(({ displayNumber }) => displayNumber !== child.displayNumber)
    .toSorted((one, other) => Number(isKin(other)) - Number(isKin(one)))
}

/** Who was chosen; where nobody was asked, the first grown one of a child's own family. */
export function adultOf(child: Going, choosing: Choosing): string | undefined {
  const said = choosing.adults[child.displayNumber]
  if (said !== undefined) return said === '' ? undefined : said
  const [first] = child.isChild ? adultsFor(child, choosing) : []
  return first !== undefined && child.householdId !== undefined && first.householdId === child.householdId
    ? first.displayNumber
    : undefined
}

/** What is asked for in one go: all of them together, since who rides with whom is judged together. */
export const passengersOf = (choosing: Choosing) =>
  choosing.chosen.map(displayNumber => {
    const person = choosing.people.find(each => each.displayNumber === displayNumber)
    const adult = person === undefined ? undefined : adultOf(person, choosing)
    return adult === undefined ? { displayNumber } : { displayNumber, adult }
  })
