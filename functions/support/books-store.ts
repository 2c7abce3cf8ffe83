/** What a draw is settled against: the leases it is taken from, and what became of what was given before. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { leaseStore } from '../supplies/lease-store.ts'
import { undoneStore } from './undone-store.ts'

export const booksStore = (database: DynamoDBClient, ledger: string) => ({
  ...leaseStore(database, ledger),
  ...undoneStore(database, ledger),
})
export type Books = ReturnType<typeof booksStore>
