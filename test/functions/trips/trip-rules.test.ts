import { describe, expect, it } from 'vitest'
import { stateAfter } from '../../../functions/platform/transitions.ts'
import { tripStates } from '../../../functions/trips/trip.ts'
import { brokenRules, type Ride, type Rider } from '../../../functions/trips/trip-rules.ts'
import { tripActions, tripRefusal, tripTransitions } from '../../../functions/trips/trip-states.ts'
import { aChild, aNightRide, aRide, aRider, aWoman } from './riders.ts'

const hasEscort = true
/** Each broken rule with the passengers it names. */
const broken = (ride: Ride, ...riders: Rider[]) =>
  brokenRules(ride, riders).map(({ rule, numbers }) => [
    rule,
    ...numbers.map(number => riders.findIndex(({ displayNumber }) => displayNumber === number)),
  ])

it('lets grown people ride by day to where the trip goes', () => {
  expect(broken(aRide(), aRider(), aWoman({ district: 'LS-D' }))).toEqual([])
})

describe('seats-full', () => {
  it('names whoever is beyond the seats there are', () => {
    expect(broken(aRide({ seats: 2 }), aRider(), aRider(), aRider())).toEqual([['seats-full', 2]])
    expect(broken(aRide({ seats: 3 }), aRider(), aRider(), aRider())).toEqual([])
  })
})

describe('not-on-route', () => {
  it('names whose home district is no stop', () => {
    expect(broken(aRide(), aRider(), aRider({ district: 'LS-H' }))).toEqual([['not-on-route', 1]])
  })
})

describe('kept-apart', () => {
  it('names both, whichever of them it stands with', () => {
    const one = aRider()
    const other = aRider({ apart: [one.returnEventId] })
    expect(broken(aRide(), one, aRider(), other)).toEqual([['kept-apart', 0, 2]])
    expect(broken(aRide(), other, aRider(), one)).toEqual([['kept-apart', 0, 2]])
  })

  it('says nothing of who is kept from somebody who is not on board', () => {
    expect(broken(aRide(), aRider({ apart: ['somebody else'] }), aRider())).toEqual([])
  })
})

describe('adult-needed', () => {
  const mother = aWoman()

  it('lets a child ride with the adult who is named, and not without', () => {
    expect(broken(aRide(), mother, aChild({ adultId: mother.returnEventId }))).toEqual([])
    expect(broken(aRide(), mother, aChild())).toEqual([['adult-needed', 1]])
    expect(broken(aRide(), aChild({ adultId: mother.returnEventId }))).toEqual([['adult-needed', 0]])
  })

  it('takes no child for the adult of another', () => {
    const sister = aChild({ adultId: mother.returnEventId })
    expect(broken(aRide(), mother, sister, aChild({ adultId: sister.returnEventId }))).toEqual([['adult-needed', 2]])
  })

  it('asks the adult to ride as far as the child', () => {
    const leavesFirst = aWoman({ district: 'LS-D' })
    expect(broken(aRide(), leavesFirst, aChild({ adultId: leavesFirst.returnEventId }))).toEqual([['adult-needed', 1]])
    const child = aChild({ district: 'LS-D', adultId: mother.returnEventId })
    expect(broken(aRide(), mother, child)).toEqual([])
  })

  it('gives a child who came without their own to the caregiver who was confirmed, and to no escort', () => {
    const child = aChild({ needsCustody: true, adultId: mother.returnEventId })
    expect(broken(aRide(), mother, child)).toEqual([['adult-needed', 1]])
    expect(broken(aRide(), mother, { ...child, caregiverId: mother.personId })).toEqual([])
    expect(broken(aRide({ hasEscort }), child)).toEqual([['adult-needed', 0]])
    expect(broken(aRide({ hasEscort }), aChild())).toEqual([['adult-needed', 0]])
  })
})

describe('not-alone-at-night', () => {
  it('keeps a woman from riding alone with a man at the wheel in the dark, and not by day', () => {
    expect(broken(aNightRide(), aWoman())).toEqual([['not-alone-at-night', 0]])
    expect(broken(aRide(), aWoman())).toEqual([])
  })

  it('counts no stranger who is a man for company, nor a child', () => {
    const woman = aWoman()
    expect(broken(aNightRide(), woman, aRider(), aRider())).toEqual([['not-alone-at-night', 0]])
    expect(broken(aNightRide(), woman, aChild({ adultId: woman.returnEventId }))).toEqual([['not-alone-at-night', 0]])
  })

  it('is lifted by another grown woman, by somebody grown of her own, by an escort, by a woman at the wheel', () => {
    expect(broken(aNightRide(), aWoman(), aWoman())).toEqual([])
    const family = { householdId: 'h' }
    expect(broken(aNightRide(), aWoman(family), aRider(family))).toEqual([])
    expect(broken(aNightRide({ hasEscort }), aWoman())).toEqual([])
    expect(broken(aNightRide({ driver: { sex: 2 } }), aWoman())).toEqual([])
  })

  it('looks at the last part of the way too, when the others have got off', () => {
    expect(broken(aNightRide(), aWoman(), aWoman({ district: 'LS-D' }))).toEqual([['not-alone-at-night', 0]])
    expect(broken(aNightRide(), aWoman(), aWoman({ district: 'LS-D' }), aWoman())).toEqual([])
  })

  it('holds for a girl, and for whose sex is not known', () => {
    const father = aRider()
    const girl = aChild({ sex: 2, adultId: father.returnEventId })
    expect(broken(aNightRide(), father, girl)).toEqual([['not-alone-at-night', 1]])
    expect(broken(aNightRide(), aRider({ sex: 0 }))).toEqual([['not-alone-at-night', 0]])
    expect(broken(aNightRide(), aRider())).toEqual([])
  })
})

it('judges with who ruled out who asks, and does not name them', () => {
  const hidden = aRider({ isHidden: true })
  expect(broken(aRide(), hidden, aRider({ apart: [hidden.returnEventId] }))).toEqual([['kept-apart', 1]])
})

it('tells every broken rule, in one order', () => {
  const one = aWoman({ district: 'LS-H' })
  const other = aChild({ apart: [one.returnEventId] })
  expect(broken(aNightRide({ seats: 1 }), one, other).map(([rule]) => rule)).toEqual([
    'seats-full',
    'not-on-route',
    'kept-apart',
    'adult-needed',
    'not-alone-at-night',
  ])
})

describe('the transitions of a trip', () => {
  const allowed = {
    takeSeats: { PLANNED: 'PLANNED' },
    freeSeats: { PLANNED: 'PLANNED' },
    changeTrip: { PLANNED: 'PLANNED' },
    departTrip: { PLANNED: 'DEPARTED' },
    arriveTrip: { DEPARTED: 'ARRIVED' },
    cancelTrip: { PLANNED: 'CANCELLED' },
  } as const satisfies Record<(typeof tripActions)[number], object>

  it.each(tripActions.flatMap(action => tripStates.map(state => [action, state] as const)))(
    '%s from %s',
    (action, state) => {
      const after: Record<string, string> = allowed[action]
      expect(stateAfter(tripTransitions, action, state)).toBe(after[state])
      expect(tripRefusal(action, state) === undefined).toBe(after[state] !== undefined)
    },
  )

  it('says of each other state which one it is', () => {
    expect(tripRefusal('takeSeats', 'DEPARTED')).toBe('trip-departed')
    expect(tripRefusal('cancelTrip', 'ARRIVED')).toBe('trip-arrived')
    expect(tripRefusal('departTrip', 'CANCELLED')).toBe('trip-cancelled')
    expect(tripRefusal('arriveTrip', 'PLANNED')).toBe('trip-not-departed')
  })
})
