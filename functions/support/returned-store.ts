/** Finds a return event with its person. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { storedReceipt, storedReturnEvent } from '../intake/return-event.ts'
import { covers, type Scope } from '../platform/permissions.ts'
import { findStored, getAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { receiptPrefix, registryKeys } from '../platform/tables.ts'
import type { PersonScope } from '../registration/person-access.ts'
import { type Person, storedPerson } from '../registration/person-record.ts'
import type { Returned } from './returned.ts'

export const returnedStore = (database: DynamoDBClient, registry: string) => {
  /** By return, as far as one is on record. */
  async function peopleOf(returnEventIds: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    const ids = [...new Set(returnEventIds)]
    const receipts = (await getAll(database, registry, ids.map(registryKeys.receipt))).map(item => ({
      returnEventId: (item['pk']?.S ?? '').slice(receiptPrefix.length),
      personId: readStored(storedReceipt, item).personId,
    }))
    const personIds = [...new Set(receipts.map(({ personId }) => personId))]
    const people = (await getAll(database, registry, personIds.map(registryKeys.person))).map(item =>
      readStored(storedPerson, item),
    )
    const byId = new Map(people.map(person => [person.personId, person]))
    return new Map(
      receipts.flatMap(({ returnEventId, personId }) => {
        const person = byId.get(personId)
        return person === undefined ? [] : [[returnEventId, person] as const]
      }),
    )
  }

  return {
    /** Undefined where there is none, where it was at a post out of scope, and where the person ruled the caller out. */
    async find(returnEventId: string, scope: Scope, mayBeShown: PersonScope): Promise<Returned | undefined> {
      const receipt = await findStored(database, registry, registryKeys.receipt(returnEventId), storedReceipt)
      if (receipt === undefined || !covers(scope, receipt.post)) return undefined
      const [event, person] = await Promise.all([
        findStored(database, registry, registryKeys.counted(receipt.batchId, receipt.slot), storedReturnEvent),
        findStored(database, registry, registryKeys.person(receipt.personId), storedPerson),
      ])
      return event && person && mayBeShown(person) ? { event, person } : undefined
    },

    /** Of these returns, whose person may be shown: to whom they ruled out, a list has no such line. */
    async shown(returnEventIds: readonly string[], mayBeShown: PersonScope): Promise<ReadonlySet<string>> {
      const people = await peopleOf(returnEventIds)
      return new Set([...people].flatMap(([id, person]) => (mayBeShown(person) ? [id] : [])))
    },

    /** Of these returns, whose person may not be shown: of what the ledger alone says of them, the books keep the sums. */
    async hidden(returnEventIds: readonly string[], mayBeShown: PersonScope): Promise<ReadonlySet<string>> {
      const people = await peopleOf(returnEventIds)
      return new Set([...people].flatMap(([id, person]) => (mayBeShown(person) ? [] : [id])))
    },
  }
}
export type ReturnedStore = ReturnType<typeof returnedStore>
