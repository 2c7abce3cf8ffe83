/** Trips as the registry keeps them: reads under a scope, and one transaction for each thing said of a trip. */
import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { covers, type Scope } from '../platform/permissions.ts'
import { findStored, getAll, latestLookedUp, queryAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { type Key, lookupKeys, registryKeys, seatPrefix } from '../platform/tables.ts'
import { change, putNew, transact } from '../platform/transaction.ts'
import type { Traveller } from './traveller.ts'
import { type Seat, storedSeat, storedTrip, storedTripCommand, type Trip, type TripCommand } from './trip-record.ts'
import { apartSaid, pairKept, type TripChange, tripChanged, tripLookup } from './trip-writes.ts'

export interface NewTrip extends Omit<Trip, 'state' | 'taken' | 'revision' | 'departedAt' | 'arrival' | 'lookupKey'> {
  readonly officerId: string
  readonly deviceTime: string
}

/** What every command about a trip brings. */
export interface SaidOfTrip extends TripCommand {
  readonly commandId: string
  readonly officerId: string
  readonly deviceTime: string
}

export interface TripCommit extends TripChange {
  readonly trip: Trip
  readonly said: SaidOfTrip
  /** Seats, and what they are held to. */
  readonly writes: readonly TransactWriteItem[]
  readonly audit: readonly TransactWriteItem[]
}

/** More than a post has open or under way at a time. */
const mostOpen = 200

export const tripStore = (database: DynamoDBClient, table: string) => {
  async function all(keys: readonly Key[]): Promise<Trip[]> {
    return (await getAll(database, table, keys)).map(item => readStored(storedTrip, item))
  }

  return {
    /** The table its writes are made for. */
    table,

    async plan(trip: NewTrip, audit: TransactWriteItem): Promise<TripCommand | 'identifier-reused'> {
      const item = { ...trip, ...tripLookup(trip), schemaVersion: 1, state: 'PLANNED', taken: 0 }
      const outcome = await transact(database, [
        { guard: 'trip', write: putNew(table, registryKeys.trip(trip.tripId), item) },
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return trip
      const earlier = outcome.failed.find(({ guard }) => guard === 'trip')?.old
      if (!earlier) throw new Error('the audit entry stands already')
      const stored = readStored(storedTrip, earlier)
      return stored.contentHash === trip.contentHash ? stored : 'identifier-reused'
    },

    /** The trip, if its post lies in the scope: absent and out of scope look the same. */
    async find(tripId: string, scope: Scope): Promise<Trip | undefined> {
      const trip = await findStored(database, table, registryKeys.trip(tripId), storedTrip)
      return trip && covers(scope, trip.post) ? trip : undefined
    },

    /** Those of the ids that are there, for what they say of somebody's seat: none of them is shown. */
    byIds: (tripIds: readonly string[]): Promise<Trip[]> => all([...new Set(tripIds)].map(registryKeys.trip)),

    /** Trips of a post that are not over, by departure; one of this very moment may still be missing. */
    async openAt(post: string, scope: Scope): Promise<Trip[] | undefined> {
      if (!covers(scope, post)) return undefined
      const items = await latestLookedUp(database, table, lookupKeys.postTrips(post), mostOpen)
      const trips = await all(items.map(item => ({ pk: item['pk']?.S ?? '', sk: item['sk']?.S ?? '' })))
      return trips
        .filter(({ lookupKey }) => lookupKey !== undefined)
        .toSorted((one, other) => one.departsAt.localeCompare(other.departsAt))
    },

    /** An earlier try of a command. */
    findCommand: (tripId: string, commandId: string): Promise<TripCommand | undefined> =>
      findStored(database, table, registryKeys.tripCommand(tripId, commandId), storedTripCommand),

    /** Who rides or rode on a trip in hand; who gave their seat up again does not. */
    async seatsOf({ tripId }: Pick<Trip, 'tripId'>): Promise<Seat[]> {
      const { pk } = registryKeys.trip(tripId)
      const items = await queryAll(database, table, { pk, prefix: seatPrefix })
      return items.map(item => readStored(storedSeat, item)).filter(({ state }) => state !== 'FREED')
    },

    /** `moved-on` where the trip, or somebody's seat, is no longer what it was judged as. */
    async commit({ trip, said, writes, audit, ...of }: TripCommit): Promise<'stored' | 'moved-on'> {
      const kept = putNew(table, registryKeys.tripCommand(trip.tripId, said.commandId), { ...said, schemaVersion: 1 })
      const outcome = await transact(database, [
        { guard: 'command', write: kept },
        { guard: 'trip', write: tripChanged(table, trip, of) },
        ...writes.map(write => ({ guard: 'seat' as const, write })),
        ...audit.map(write => ({ guard: 'audit' as const, write })),
      ])
      return outcome.committed ? 'stored' : 'moved-on'
    },

    /** An earlier try of what was said of two people. */
    findPair: (pairId: string): Promise<TripCommand | undefined> =>
      findStored(database, table, registryKeys.apart(pairId), storedTripCommand),

    /** Says of both that they do not ride together, or may again. */
    async keepApart(
      [one, other]: readonly [Traveller, Traveller],
      apart: boolean,
      { commandId, ...kept }: SaidOfTrip,
      audit: readonly TransactWriteItem[],
    ): Promise<'stored' | 'moved-on'> {
      const outcome = await transact(database, [
        { guard: 'pair', write: pairKept(table, commandId, kept) },
        { guard: 'one', write: apartSaid(table, one, { returnEventId: other.returnEventId, apart }) },
        { guard: 'other', write: apartSaid(table, other, { returnEventId: one.returnEventId, apart }) },
        ...audit.map(write => ({ guard: 'audit' as const, write })),
      ])
      return outcome.committed ? 'stored' : 'moved-on'
    },

    /** Takes a trip whose arrival is settled from among the open ones. */
    async close({ tripId }: Pick<Trip, 'tripId'>): Promise<void> {
      await transact(database, [
        {
          guard: 'trip',
          write: change(table, registryKeys.trip(tripId), {
            remove: ['lookupKey', 'lookupOrder'],
            when: '#state = :arrived AND attribute_exists(lookupKey)',
            values: { arrived: 'ARRIVED' },
          }),
        },
      ])
    },
  }
}
export type TripStore = ReturnType<typeof tripStore>
