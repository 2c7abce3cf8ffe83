/**
 * Whatever is asked for, no plan that was accepted breaks a rule: people, trips, pairs and groups at random. What a rule
 * means is written here a second time, by driving the way stop by stop and looking at who is still on board.
 */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { ruleRefusal } from '../../../functions/trips/judge-trip.ts'
import type { Ride, Rider } from '../../../functions/trips/trip-rules.ts'

const seed = 20_261_122
const districts = ['LS-A', 'LS-C', 'LS-D', 'LS-J']

const aPerson = fc.record({
  sex: fc.constantFrom(0, 1, 2, 2),
  isChild: fc.boolean(),
  alone: fc.boolean(),
  district: fc.constantFrom(...districts),
  household: fc.option(fc.nat(1), { nil: undefined }),
  adult: fc.option(fc.nat(7), { nil: undefined }),
  caregiver: fc.option(fc.nat(7), { nil: undefined }),
})
const aTrip = fc.record({
  seats: fc.integer({ min: 1, max: 6 }),
  stops: fc.shuffledSubarray(districts, { minLength: 1 }),
  driver: fc.record({ sex: fc.constantFrom(1, 1, 2) }),
  hasEscort: fc.constantFrom(false, true, true, true),
  hours: fc.tuple(fc.nat(23), fc.integer({ min: 1, max: 24 })),
})
const aCase = fc.record({
  people: fc.array(aPerson, { minLength: 8, maxLength: 8 }),
  pairs: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 2 }),
  trip: aTrip,
  /** Groups who ask for seats one after the other, and who gets off again in between. */
  asked: fc.array(
    fc.record({
      group: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1, maxLength: 4 }),
      off: fc.nat(15),
    }),
    {
      maxLength: 8,
    },
  ),
})
type Case = typeof aCase extends fc.Arbitrary<infer T> ? T : never

function ridersOf({ people, pairs }: Case): Rider[] {
  return people.map((person, at) => ({
    returnEventId: `r${at}`,
    personId: `p${at}`,
    displayNumber: `N${at}`,
    sex: person.sex,
    isChild: person.isChild,
    needsCustody: person.isChild && person.alone,
    caregiverId: person.caregiver === undefined ? undefined : `p${person.caregiver}`,
    district: person.district,
    householdId: person.household === undefined ? undefined : `h${person.household}`,
    adultId: person.adult === undefined ? undefined : `r${person.adult}`,
    isHidden: false,
    // said of one of the two only: the other must be kept apart all the same
    apart: pairs.flatMap(([one, other]) => (one === at && other !== at ? [`r${other}`] : [])),
  }))
}

function rideOf({ trip: { hours, ...trip } }: Case): Ride {
  const departs = Date.parse('2026-11-22T00:00:00.000Z') + hours[0] * 3_600_000
  return {
    ...trip,
    departsAt: new Date(departs).toISOString(),
    arrivesAt: new Date(departs + hours[1] * 3_600_000).toISOString(),
  }
}

/** Whether any minute of the ride lies between six in the evening and six in the morning, in Lesotho. */
function isInTheDark({ departsAt, arrivesAt }: Ride): boolean {
  for (let at = Date.parse(departsAt); at <= Date.parse(arrivesAt); at += 60_000) {
    const hour = new Date(at + 2 * 3_600_000).getUTCHours()
    if (hour >= 18 || hour < 6) return true
  }
  return false
}

/** What is wrong on some part of the way, in words of this test. */
function wrongs(ride: Ride, riders: readonly Rider[]): string[] {
  const found: string[] = []
  if (riders.length > ride.seats) found.push('stands')
  let onBoard = [...riders]
  for (const stop of ride.stops) {
    for (const rider of onBoard) {
      const others = onBoard.filter(other => other !== rider)
      if (others.some(other => other.apart.includes(rider.returnEventId))) found.push('apart')
      if (rider.isChild) {
        const adult = others.find(other => other.returnEventId === rider.adultId && !other.isChild)
        if (adult === undefined) found.push('child alone')
        else if (rider.needsCustody && adult.personId !== rider.caregiverId) found.push('child with a stranger')
      }
      const kin = (other: Rider) => rider.householdId !== undefined && other.householdId === rider.householdId
      const hasCompany = others.some(other => !other.isChild && (other.sex === 2 || kin(other)))
      if (rider.sex !== 1 && ride.driver.sex === 1 && !ride.hasEscort && !hasCompany && isInTheDark(ride))
        found.push('alone at night')
    }
    onBoard = onBoard.filter(({ district }) => district !== stop)
  }
  return [...found, ...onBoard.map(() => 'never home')]
}

it(`accepts no plan that breaks a rule (seed ${seed})`, () => {
  let accepted = 0
  let refused = 0
  fc.assert(
    fc.property(aCase, one => {
      const ride = rideOf(one)
      const people = ridersOf(one)
      let seated: Rider[] = []
      for (const { group, off } of one.asked) {
        const joining = people.filter((rider, at) => group.includes(at) && !seated.includes(rider))
        const next = [...seated, ...joining]
        const refusal = ruleRefusal(ride, next)
        // neither too little nor too much: what is refused is wrong somewhere on the way
        expect(wrongs(ride, next).length > 0).toBe(refusal !== undefined)
        if (refusal === undefined) {
          accepted += joining.length
          seated = next
        } else refused += 1
        seated = seated.filter((_, at) => at !== off)
      }
    }),
    { seed, numRuns: 3_000 },
  )
  // both happen often enough for either to mean something
  expect(accepted).toBeGreaterThan(500)
  expect(refused).toBeGreaterThan(500)
})
