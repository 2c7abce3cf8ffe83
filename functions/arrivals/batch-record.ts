/** A batch and the head of its manifest as they stand in the registry. The intake reads both. */
import * as z from 'zod/mini'
import type { StoredShape } from '../platform/stored.ts'
import { Balance, BatchSummary } from './contract.ts'
import { ReadRow } from './manifest-row.ts'

/** How the batch was closed, with the balance as it stood at that moment. */
const Closing = z.object({
  closingId: z.string(),
  contentHash: z.string(),
  deviceTime: z.optional(z.string()),
  closedAt: z.string(),
  officerId: z.string(),
  balance: Balance,
  reason: z.optional(z.string()),
})

/** What everybody at the post sees of it, and what only the registry keeps. */
const Batch = z.object({ ...BatchSummary.shape, contentHash: z.string(), closing: z.optional(Closing) })
export type Batch = z.infer<typeof Batch>

export const storedBatch = { version: 1, schema: Batch } satisfies StoredShape<Batch>

const ManifestHead = z.object({
  manifestId: z.string(),
  contentHash: z.string(),
  receivedAt: z.string(),
  /** The number of the last row. Rows are numbered by the lines of the file, from 1. */
  rowCount: z.int(),
  /** Numbers up to the last one that no row has: empty lines. */
  blankRows: z.optional(z.array(z.int())),
  accepted: z.int(),
  rejected: z.int(),
})
export type ManifestHead = z.infer<typeof ManifestHead>

/** Whether the list has a row of this number. */
export const hasRow = (manifest: ManifestHead, row: number): boolean =>
  row >= 1 && row <= manifest.rowCount && !manifest.blankRows?.includes(row)

export const storedManifestHead = { version: 1, schema: ManifestHead } satisfies StoredShape<ManifestHead>

const ManifestPart = z.object({ rows: z.array(ReadRow) })

export const storedManifestPart = { version: 1, schema: ManifestPart } satisfies StoredShape<
  z.infer<typeof ManifestPart>
>

/** A count of heads or an outcome under its own id: what its retry needs. */
const BatchReceipt = z.object({ contentHash: z.string(), receivedAt: z.string() })
export type BatchReceipt = z.infer<typeof BatchReceipt>

export const storedBatchReceipt = { version: 1, schema: BatchReceipt } satisfies StoredShape<BatchReceipt>
