/** Somebody on a trip, and the trip, as the rules see them. */
import { randomUUID } from 'node:crypto'
import type { Ride, Rider } from '../../../functions/trips/trip-rules.ts'

let numbered = 0

export function aRider(override: Partial<Rider> = {}): Rider {
  numbered += 1
  return {
    returnEventId: randomUUID(),
    personId: randomUUID(),
    displayNumber: `N${numbered}`,
    sex: 1,
    isChild: false,
    needsCustody: false,
    district: 'LS-C',
    apart: [],
    isHidden: false,
    ...override,
  }
}
export const aWoman = (override: Partial<Rider> = {}) => aRider({ sex: 2, ...override })
export const aChild = (override: Partial<Rider> = {}) => aRider({ isChild: true, ...override })

/** By day, with a man at the wheel, through Berea and Leribe. */
export const aRide = (override: Partial<Ride> = {}): Ride => ({
  seats: 4,
  stops: ['LS-D', 'LS-C'],
  driver: { sex: 1 },
  hasEscort: false,
  departsAt: '2026-11-22T08:00:00.000Z',
  arrivesAt: '2026-11-22T11:00:00.000Z',
  ...override,
})
export const aNightRide = (override: Partial<Ride> = {}) =>
  aRide({ departsAt: '2026-11-22T15:00:00.000Z', arrivesAt: '2026-11-22T18:00:00.000Z', ...override })
