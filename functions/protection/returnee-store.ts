/**
 * The returnee a screen names, from the registry, for the officer who is to meet them. What this reads is recorded in
 * the zone, with the screen it was read for: an entry elsewhere would say that somebody's record was looked at here.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { storedNumber, storedReceipt } from '../intake/return-event.ts'
import { findStored } from '../platform/reads.ts'
import { registryKeys } from '../platform/tables.ts'
import { storedPerson } from '../registration/person-record.ts'
import type { ScreenContent } from '../screening/screen-content.ts'
import type { Returnee } from './contract.ts'
import { returneeOf } from './returnee.ts'

export const returneeStore = (database: DynamoDBClient, registry: string) => {
  async function findPersonId(named: Named): Promise<string | undefined> {
    const [byReturn, byNumber] = await Promise.all([
      named.returnEventId && findStored(database, registry, registryKeys.receipt(named.returnEventId), storedReceipt),
      named.displayNumber &&
        findStored(database, registry, registryKeys.displayNumber(named.displayNumber), storedNumber),
    ])
    return (byReturn || byNumber || undefined)?.personId
  }

  return {
    /** Undefined where nobody is registered under what the screen names, or not yet. */
    async find(named: Named): Promise<Returnee | undefined> {
      const personId = await findPersonId(named)
      const person = personId && (await findStored(database, registry, registryKeys.person(personId), storedPerson))
      return person ? returneeOf(person) : undefined
    },
  }
}
export type ReturneeStore = ReturnType<typeof returneeStore>

type Named = Pick<ScreenContent, 'returnEventId' | 'displayNumber'>
