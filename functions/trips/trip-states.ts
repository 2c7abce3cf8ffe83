/** What a trip's state allows: one table, and the word where it does not. Pure: no clock, no network, no AWS. */
import type { RefusalWord } from '../platform/refusals.ts'
import { statesThatAllow, type TransitionTable } from '../platform/transitions.ts'
import type { TripState } from './trip.ts'

export const tripActions = ['takeSeats', 'freeSeats', 'changeTrip', 'departTrip', 'arriveTrip', 'cancelTrip'] as const
export type TripAction = (typeof tripActions)[number]

/** Who is on the way is on the way: nobody joins a trip that has left, leaves it on paper, or cancels it. */
export const tripTransitions = {
  takeSeats: { from: ['PLANNED'], to: 'UNCHANGED' },
  freeSeats: { from: ['PLANNED'], to: 'UNCHANGED' },
  changeTrip: { from: ['PLANNED'], to: 'UNCHANGED' },
  departTrip: { from: ['PLANNED'], to: 'DEPARTED' },
  arriveTrip: { from: ['DEPARTED'], to: 'ARRIVED' },
  cancelTrip: { from: ['PLANNED'], to: 'CANCELLED' },
} as const satisfies TransitionTable<TripState, TripAction>

const wordFor = {
  PLANNED: 'trip-not-departed',
  DEPARTED: 'trip-departed',
  ARRIVED: 'trip-arrived',
  CANCELLED: 'trip-cancelled',
} as const satisfies Record<TripState, RefusalWord>

/** Why an action does not start from the state a trip was found in; undefined where it does. */
export const tripRefusal = (action: TripAction, found: TripState): (typeof wordFor)[TripState] | undefined =>
  statesThatAllow<TripState, TripAction>(tripTransitions, action).includes(found) ? undefined : wordFor[found]
