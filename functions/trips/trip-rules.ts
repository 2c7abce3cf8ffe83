/**
 * Who may ride with whom: each rule has a name and says which passengers break it. Judged when seats are taken, when a
 * plan is changed and again when it leaves, since somebody may have got off. Pure: no clock, no network, no AWS.
 */
import { ridesInTheDark, type Times } from './darkness.ts'

/** In the order in which they are told. */
export const tripRules = ['seats-full', 'not-on-route', 'kept-apart', 'adult-needed', 'not-alone-at-night'] as const
export type TripRule = (typeof tripRules)[number]

export interface Ride extends Times {
  readonly seats: number
  /** Districts, in the order in which the vehicle comes to them. */
  readonly stops: readonly string[]
  /** 1 a man, 2 a woman. */
  readonly driver: { readonly sex: number }
  /** Somebody of an office rides all the way, and a second officer stands for it (`escort.ts`). Nobody's custody of a child. */
  readonly hasEscort: boolean
}

export interface Rider {
  readonly returnEventId: string
  readonly personId: string
  readonly displayNumber: string
  /** 1 a man, 2 a woman, 0 not known. */
  readonly sex: number
  readonly isChild: boolean
  /** A child who came without their own: only who has custody takes them on (domain.md 2.5). */
  readonly needsCustody: boolean
  /** Whom a second officer confirmed as the child's caregiver. */
  readonly caregiverId?: string | undefined
  /** The home district. */
  readonly district: string
  readonly householdId?: string | undefined
  /** Of a child: the return event of the adult on board who answers for them. */
  readonly adultId?: string | undefined
  /** Return events of those they do not ride with; said of both. */
  readonly apart: readonly string[]
  /** They ruled out who asks: judged with everybody, and named to nobody. */
  readonly isHidden: boolean
}

export interface Broken {
  readonly rule: TripRule
  /** Of the passengers it is about, as far as who asks may be shown them. */
  readonly numbers: readonly string[]
}

type Rule = (ride: Ride, riders: readonly Rider[]) => readonly Rider[]

/** How far somebody rides. Who has no stop here rides to the end: nobody takes them for gone. */
function stopOf({ stops }: Ride, { district }: Rider): number {
  const stop = stops.indexOf(district)
  return stop === -1 ? stops.length - 1 : stop
}

/** The company of somebody who rides as far as they do, so that it lasts after every stop before theirs. */
const ridesAsFar =
  (ride: Ride, rider: Rider) =>
  (other: Rider): boolean =>
    other !== rider && stopOf(ride, other) >= stopOf(ride, rider)

function isInCare(ride: Ride, riders: readonly Rider[], child: Rider): boolean {
  const adult = riders.filter(ridesAsFar(ride, child)).find(({ returnEventId }) => returnEventId === child.adultId)
  if (adult === undefined || adult.isChild) return false
  return !child.needsCustody || adult.personId === child.caregiverId
}

/** Another grown woman, or somebody grown of their own household. */
const isCompany =
  (rider: Rider) =>
  (other: Rider): boolean =>
    !other.isChild && (other.sex === 2 || (rider.householdId !== undefined && other.householdId === rider.householdId))

const rules: Readonly<Record<TripRule, Rule>> = {
  'seats-full': ({ seats }, riders) => riders.slice(seats),
  'not-on-route': ({ stops }, riders) => riders.filter(({ district }) => !stops.includes(district)),
  // It was said of both; one of the two is enough to keep them apart.
  'kept-apart': (_ride, riders) =>
    riders.filter(one =>
      riders.some(other => one.apart.includes(other.returnEventId) || other.apart.includes(one.returnEventId)),
    ),
  'adult-needed': (ride, riders) => riders.filter(rider => rider.isChild && !isInCare(ride, riders, rider)),
  // Sex not known counts as a woman's: whom the rule is for is not left out by a blank.
  'not-alone-at-night': (ride, riders) =>
    ride.driver.sex === 2 || ride.hasEscort || !ridesInTheDark(ride)
      ? []
      : riders.filter(rider => rider.sex !== 1 && !riders.filter(ridesAsFar(ride, rider)).some(isCompany(rider))),
}

/** Every rule that the ride would break with these on board; none for a ride that may leave so. */
export const brokenRules = (ride: Ride, riders: readonly Rider[]): readonly Broken[] =>
  tripRules.flatMap(rule => {
    const about = rules[rule](ride, riders)
    return about.length === 0
      ? []
      : [{ rule, numbers: about.flatMap(({ displayNumber, isHidden }) => (isHidden ? [] : [displayNumber])) }]
  })
