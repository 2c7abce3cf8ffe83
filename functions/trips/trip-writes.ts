/** The writes of a trip. Each repeats the transition table's check, and the revision its rules were judged at, as its condition. */
import { lookupKeys, registryKeys } from '../platform/tables.ts'
import { change, putNew, type TransactWriteItem, unchanged } from '../platform/transaction.ts'
import { whileStateAllows } from '../platform/transitions.ts'
import type { Traveller } from './traveller.ts'
import type { Onward, Seat, Trip } from './trip-record.ts'
import { type TripAction, tripTransitions } from './trip-states.ts'

export const tripLookup = (trip: Pick<Trip, 'tripId' | 'post' | 'departsAt'>) => ({
  lookupKey: lookupKeys.postTrips(trip.post),
  lookupOrder: `${trip.departsAt}#${trip.tripId}`,
})

export interface TripChange {
  readonly action: TripAction
  readonly set?: Readonly<Record<string, unknown>>
  readonly remove?: readonly string[]
  /** Seats taken, or given up where negative. */
  readonly seats?: number
}

/** Changes a trip as it was read: whoever changed it since, these people were not judged together with theirs. */
export function tripChanged(
  table: string,
  trip: Trip,
  { action, set = {}, remove = [], seats = 0 }: TripChange,
): TransactWriteItem {
  const { when, values } = whileStateAllows(tripTransitions, action)
  const { to } = tripTransitions[action]
  const room = seats > 0 ? { when: ' AND #taken <= :room', values: { room: trip.seats - seats } } : undefined
  return change(table, registryKeys.trip(trip.tripId), {
    set: { ...set, ...(to === 'UNCHANGED' ? {} : { state: to }) },
    remove,
    add: seats === 0 ? {} : { taken: seats },
    when: `${when} AND #revision = :seen${room?.when ?? ''}`,
    values: { ...values, ...room?.values, seen: trip.revision },
  })
}

const asRead = (onward: Onward | undefined) =>
  onward === undefined
    ? { when: 'attribute_not_exists(pk)', values: {} }
    : { when: '#revision = :seen', values: { seen: onward.revision } }

/** The seat, and that it is the only one. */
export const seatTaken = (
  table: string,
  { tripId }: Pick<Trip, 'tripId'>,
  { returnEventId, personId, batchId, slot, displayNumber, adultId, onward }: Traveller,
): TransactWriteItem[] => [
  change(table, registryKeys.seat(tripId, returnEventId), {
    set: {
      ...{ schemaVersion: 1, state: 'TAKEN', returnEventId, personId, batchId, slot, displayNumber, adultId },
    },
    remove: adultId === undefined ? ['adultId'] : [],
    when: 'attribute_not_exists(pk) OR #state = :freed',
    values: { freed: 'FREED' },
  }),
  change(table, registryKeys.onward(returnEventId), {
    set: { schemaVersion: 1, returnEventId, tripId },
    ...asRead(onward),
  }),
]

export const seatFreed = (
  table: string,
  { tripId }: Pick<Trip, 'tripId'>,
  { returnEventId }: Pick<Seat, 'returnEventId'>,
): TransactWriteItem[] => [
  change(table, registryKeys.seat(tripId, returnEventId), {
    set: { state: 'FREED' },
    when: '#state = :taken',
    values: { taken: 'TAKEN' },
  }),
  change(table, registryKeys.onward(returnEventId), {
    remove: ['tripId'],
    when: '#tripId = :tripId',
    values: { tripId },
  }),
]

/** Holds a departure to whom each of them was said not to ride with when it was judged. */
export const stillApart = (table: string, { onward }: Traveller): TransactWriteItem[] =>
  onward === undefined ? [] : [unchanged(table, registryKeys.onward(onward.returnEventId), onward.revision)]

/** Adds to, or takes from, those whom somebody does not ride with. */
export function apartSaid(
  table: string,
  { returnEventId, onward }: Pick<Traveller, 'returnEventId' | 'onward'>,
  other: { readonly returnEventId: string; readonly apart: boolean },
): TransactWriteItem {
  const others = (onward?.apart ?? []).filter(id => id !== other.returnEventId)
  return change(table, registryKeys.onward(returnEventId), {
    set: { schemaVersion: 1, returnEventId, apart: other.apart ? [...others, other.returnEventId] : others },
    ...asRead(onward),
  })
}

export const pairKept = (
  table: string,
  pairId: string,
  kept: { readonly contentHash: string; readonly receivedAt: string; readonly officerId: string },
): TransactWriteItem => putNew(table, registryKeys.apart(pairId), { schemaVersion: 1, ...kept })
