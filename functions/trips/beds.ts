/** Who cannot leave tonight. Pure: no clock, no network, no AWS. */
import { darkFrom, isDark } from './darkness.ts'
import { setsOutInThePast } from './planned.ts'
import type { TripState } from './trip.ts'

/**
 * Whether somebody who wants to go on needs a bed here: they have no seat, or one on a trip that leaves in the dark or
 * on another day, or that should have left long ago. While it is dark, before morning too, a seat on a trip that has not
 * left helps nobody.
 */
export function needsBed(
  trip: { readonly state: TripState; readonly departsAt: string } | undefined,
  now: Date,
): boolean {
  if (trip === undefined || trip.state !== 'PLANNED') return trip?.state !== 'DEPARTED'
  return isDark(now) || new Date(trip.departsAt) >= darkFrom(now) || setsOutInThePast(trip, now)
}
