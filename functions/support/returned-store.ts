/** Finds a return event with its person. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { storedReceipt, storedReturnEvent } from '../intake/return-event.ts'
import { covers, type Scope } from '../platform/permissions.ts'
import { findStored, getAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { registryKeys } from '../platform/tables.ts'
import type { PersonScope } from '../registration/person-access.ts'
import { storedPerson } from '../registration/person-record.ts'
import type { Returned } from './returned.ts'

export const returnedStore = (database: DynamoDBClient, registry: string) => ({
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
    const ids = [...new Set(returnEventIds)]
    const receipts = await Promise.all(
      ids.map(id => findStored(database, registry, registryKeys.receipt(id), storedReceipt)),
    )
    const personIds = new Set(receipts.flatMap(receipt => receipt?.personId ?? []))
    const people = await getAll(database, registry, [...personIds].map(registryKeys.person))
    const may = people.map(item => readStored(storedPerson, item)).filter(mayBeShown)
    const theirs = new Set(may.map(({ personId }) => personId))
    return new Set(ids.filter((_, place) => theirs.has(receipts[place]?.personId ?? '')))
  },
})
export type ReturnedStore = ReturnType<typeof returnedStore>
