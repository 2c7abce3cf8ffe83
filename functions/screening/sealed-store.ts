/** The only write of the screening function. It reads nothing, ever. */
import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { transact } from '../platform/transaction.ts'
import { type SealedRecord, sealedAway } from './sealed-record.ts'

export const sealedStore = (database: DynamoDBClient, protectionTable: string) => ({
  /** Both or neither: an envelope nobody answers for is as bad as an entry for one that was lost. */
  async handOver(record: SealedRecord, audit: TransactWriteItem): Promise<void> {
    const outcome = await transact(database, [
      { guard: 'sealed', write: sealedAway(protectionTable, record) },
      { guard: 'audit', write: audit },
    ])
    if (!outcome.committed) throw new Error('a fresh id was already taken')
  },
})
export type SealedStore = ReturnType<typeof sealedStore>
