/** Reads of those who go on, from what the intake and their record say of them. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Batch } from '../arrivals/batch-record.ts'
import { type ReturnEvent, storedNumber, storedReturnEvent } from '../intake/return-event.ts'
import { registeredIn } from '../intake/returns-store.ts'
import { getAll } from '../platform/reads.ts'
import { readStored, type StoredShape } from '../platform/stored.ts'
import { countedSlot, type Key, registryKeys } from '../platform/tables.ts'
import type { PersonScope } from '../registration/person-access.ts'
import { storedPerson } from '../registration/person-record.ts'
import { type Traveller, type TravellerRecords, travellerOf } from './traveller.ts'
import { type Seat, storedOnward } from './trip-record.ts'

type Found = Omit<TravellerRecords, 'person' | 'onward' | 'isHidden'> & { readonly personId: string }

/** Where a return event stands under its batch. */
const countedAt = ({ row, returnEventId }: ReturnEvent): string => countedSlot({ row, id: returnEventId })

export const travellerStore = (database: DynamoDBClient, table: string) => {
  async function all<T>(keys: readonly Key[], shape: StoredShape<T>): Promise<T[]> {
    return (await getAll(database, table, keys)).map(item => readStored(shape, item))
  }

  /** With their persons, in the order in which they were given; hidden are those whom the scope has not. */
  async function travellers(found: readonly Found[], scope: PersonScope, today: string): Promise<Traveller[]> {
    const personIds = [...new Set(found.map(({ personId }) => personId))]
    const [persons, onward] = await Promise.all([
      all(personIds.map(registryKeys.person), storedPerson),
      all(
        found.map(({ returned }) => registryKeys.onward(returned.returnEventId)),
        storedOnward,
      ),
    ])
    const byId = new Map(persons.map(person => [person.personId, person]))
    const onwardOf = new Map(onward.map(each => [each.returnEventId, each]))
    return found.flatMap(each => {
      const person = byId.get(each.personId)
      const way = onwardOf.get(each.returned.returnEventId)
      return person === undefined
        ? []
        : [travellerOf({ ...each, person, onward: way, isHidden: !scope(person) }, today)]
    })
  }

  /** Return events by where they stand, with what a seat says beside them. */
  async function returned(
    places: readonly { readonly batchId: string; readonly slot: string; readonly adultId?: string | undefined }[],
  ): Promise<Found[]> {
    const events = await all(
      places.map(({ batchId, slot }) => registryKeys.counted(batchId, slot)),
      storedReturnEvent,
    )
    return places.flatMap(({ batchId, slot, adultId }) => {
      const event = events.find(each => each.batchId === batchId && countedAt(each) === slot)
      return event === undefined ? [] : [{ returned: event, slot, personId: event.personId, adultId }]
    })
  }

  return {
    /** Those of the slips' numbers whose return was at the post and whom the scope has; absent and out of scope look the same. */
    async byNumbers(
      numbers: readonly string[],
      post: string,
      scope: PersonScope,
      today: string,
    ): Promise<Map<string, Traveller>> {
      const kept = await all(numbers.map(registryKeys.displayNumber), storedNumber)
      const personIds = [...new Set(kept.map(({ personId }) => personId))]
      const persons = (await all(personIds.map(registryKeys.person), storedPerson)).filter(scope)
      const places = persons.flatMap(({ returns }) =>
        returns.filter(each => each.post === post && numbers.includes(each.displayNumber)),
      )
      const found = await travellers(await returned(places), scope, today)
      return new Map(found.map(each => [each.displayNumber, each]))
    },

    /** Everybody in these seats, since a rule judges all who are on board; hidden are those whom the scope has not. */
    ofSeats: async (seats: readonly Seat[], scope: PersonScope, today: string): Promise<Traveller[]> =>
      travellers(await returned(seats), scope, today),

    /** Those of a batch in hand who wait for a seat, as far as the scope has them. */
    async waitingOf(
      { batchId }: Pick<Batch, 'batchId'>,
      wants: (returned: ReturnEvent) => boolean,
      scope: PersonScope,
      today: string,
    ): Promise<Traveller[]> {
      const registered = await registeredIn(database, table, batchId)
      const found = registered.filter(wants).map(event => ({
        ...{ returned: event, slot: countedAt(event), personId: event.personId, adultId: undefined },
      }))
      return (await travellers(found, scope, today)).filter(({ isHidden }) => !isHidden)
    },
  }
}
export type TravellerStore = ReturnType<typeof travellerStore>
