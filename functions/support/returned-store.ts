/** Finds a return event with its person. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { storedReceipt, storedReturnEvent } from '../intake/return-event.ts'
import { covers, type Scope } from '../platform/permissions.ts'
import { findStored } from '../platform/reads.ts'
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
})
export type ReturnedStore = ReturnType<typeof returnedStore>
