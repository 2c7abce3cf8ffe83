/** Reads and writes of the ledger that the support desk makes. */
import { type DynamoDBClient, paginateQuery, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { covers, type Scope } from '../platform/permissions.ts'
import { readStored, type StoredAttributes, toStored } from '../platform/stored.ts'
import { ledgerPrefixes } from '../platform/tables.ts'
import { transact } from '../platform/transaction.ts'
import {
  leasedToDesk,
  type StockMove,
  stockReceived,
  storedEntitlement,
  storedLease,
  storedStockMove,
} from './ledger-entries.ts'

/** Stored now or by an earlier try (`receivedAt` is the first one's), or the id stands for another content. */
export type MoveOutcome = { readonly receivedAt: string } | 'identifier-reused'

export const supportStore = (database: DynamoDBClient, table: string) => {
  async function query(partition: string): Promise<StoredAttributes[]> {
    const found: StoredAttributes[] = []
    const pages = paginateQuery(
      { client: database },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :partition',
        ExpressionAttributeValues: toStored({ ':partition': partition }),
        ConsistentRead: true,
      },
    )
    for await (const page of pages) found.push(...(page.Items ?? []))
    return found
  }

  return {
    async receive(move: StockMove, audit: TransactWriteItem): Promise<MoveOutcome> {
      const outcome = await transact(database, [
        { guard: 'move', write: stockReceived(table, move) },
        { guard: 'lease', write: leasedToDesk(table, move) },
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return { receivedAt: move.receivedAt }
      const earlier = outcome.failed.find(({ guard }) => guard === 'move')?.old
      if (!earlier) throw new Error('the lease of this item is written off')
      const stored = readStored(storedStockMove, earlier)
      return stored.contentHash === move.contentHash ? { receivedAt: stored.receivedAt } : 'identifier-reused'
    },

    /** What the desk of a post holds, item by item. */
    async levels(post: string, scope: Scope) {
      if (!covers(scope, post)) return undefined
      return (await query(`${ledgerPrefixes.lease}POST#${post}`)).map(item => readStored(storedLease, item))
    },

    /** What was given for a return event, as far as it was given at a post of the scope; undefined where nothing is. */
    async findEntitlements(returnEventId: string, scope: Scope) {
      const all = (await query(`${ledgerPrefixes.entry}RETURN#${returnEventId}`)).map(item =>
        readStored(storedEntitlement, item),
      )
      const visible = all.filter(({ post }) => covers(scope, post))
      return visible.length > 0 ? visible : undefined
    },
  }
}
export type SupportStore = ReturnType<typeof supportStore>
