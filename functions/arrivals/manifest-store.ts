/** A batch's manifest: its head and its rows in parts, committed together or not at all. */
import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { findStored, queryAll } from '../platform/reads.ts'
import { readStored, storedShape } from '../platform/stored.ts'
import { manifestPartPrefix, registryKeys } from '../platform/tables.ts'
import { type GuardedWrite, putNew, transact } from '../platform/transaction.ts'
import { type Batch, type ManifestHead, storedManifestHead } from './batch-record.ts'
import { whileOpen } from './batch-store.ts'
import { ReadRow } from './manifest-row.ts'

/** Rows of a list, as many as an item holds. */
export const storedManifestPart = storedShape(1, () => z.object({ rows: z.array(ReadRow) }))

export interface ManifestImport {
  readonly batchId: string
  readonly head: ManifestHead
  readonly parts: readonly (readonly ReadRow[])[]
  readonly officerId: string
  readonly deviceTime: string
}

export type ImportOutcome = 'stored' | { readonly earlier: ManifestHead } | 'batch-closed'

/** Reads take a batch: one in hand was found in scope. */
export const manifestStore = (database: DynamoDBClient, table: string) => ({
  /** Puts the list. A batch takes one only: where it has one already, that one's head is answered. */
  async import({ batchId, head, parts, ...by }: ManifestImport, audit: TransactWriteItem): Promise<ImportOutcome> {
    const writes: GuardedWrite<'head' | 'part' | 'batch' | 'audit'>[] = [
      {
        guard: 'head',
        write: putNew(table, registryKeys.manifest(batchId), { ...head, ...by, schemaVersion: 1 }),
      },
      ...parts.map((rows, index) => ({
        guard: 'part' as const,
        write: putNew(table, registryKeys.manifestPart(batchId, index), { rows, schemaVersion: 1 }),
      })),
      { guard: 'batch', write: whileOpen(table, batchId, 'importManifest') },
      { guard: 'audit', write: audit },
    ]
    const outcome = await transact(database, writes)
    if (outcome.committed) return 'stored'
    const earlier = outcome.failed.find(({ guard }) => guard === 'head')?.old
    return earlier ? { earlier: readStored(storedManifestHead, earlier) } : 'batch-closed'
  },

  findHead: ({ batchId }: Batch): Promise<ManifestHead | undefined> =>
    findStored(database, table, registryKeys.manifest(batchId), storedManifestHead),

  /** Every row in the order of the file, as it was answered. */
  async rows({ batchId }: Batch): Promise<ReadRow[]> {
    const { pk } = registryKeys.batch(batchId)
    const parts = await queryAll(database, table, { pk, prefix: manifestPartPrefix })
    return parts.flatMap(part => readStored(storedManifestPart, part).rows)
  },
})
export type ManifestStore = ReturnType<typeof manifestStore>
