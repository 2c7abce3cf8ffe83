/**
 * What the ledger says became of what was given before: undone, or disputed and found not to have been given. Neither counts
 * against the person or the household any more.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { findStored } from '../platform/reads.ts'
import { readStored, type StoredAttributes } from '../platform/stored.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { storedDispute } from '../supplies/dispute-record.ts'
import { storedReversal } from '../supplies/reversal-record.ts'
import type { ItemCode } from './items.ts'
import { storedEntitlement, storedHouseholdMark } from './ledger-entries.ts'
import type { Helped } from './year-ceiling.ts'

export const undoneStore = (database: DynamoDBClient, table: string) => {
  async function isUndone({ returnEventId, item, requestId }: Omit<Helped, 'at'>): Promise<boolean> {
    const reversal = ledgerKeys.reversal(returnEventId, item, requestId)
    if ((await findStored(database, table, reversal, storedReversal)) !== undefined) return true
    const given = await findStored(
      database,
      table,
      ledgerKeys.entitlement(returnEventId, item, requestId),
      storedEntitlement,
    )
    if (given?.state !== 'DISPUTED') return false
    const dispute = ledgerKeys.dispute(given.post, returnEventId, item, requestId)
    return (await findStored(database, table, dispute, storedDispute))?.state === 'REJECTED'
  }

  return {
    /** Of what a person had under a ceiling of the year, what still counts. */
    async standing(helped: readonly Helped[]): Promise<Helped[]> {
      const undone = await Promise.all(helped.map(isUndone))
      return helped.filter((_, place) => undone[place] === false)
    },

    /** The return that the mark of a household was put for, if its giving was undone. */
    async undoneReturn(mark: StoredAttributes, item: ItemCode): Promise<string | undefined> {
      const { returnEventId } = readStored(storedHouseholdMark, mark)
      return (await isUndone({ returnEventId, item })) ? returnEventId : undefined
    },
  }
}
export type UndoneStore = ReturnType<typeof undoneStore>
