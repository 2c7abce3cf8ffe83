/** A batch and the head of its manifest as they stand in the registry. The intake reads both. */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { Balance, BatchSummary } from './batch.ts'

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
export const storedBatch = storedShape(1, () =>
  z.object({ ...BatchSummary.shape, contentHash: z.string(), closing: z.optional(Closing) }),
)
export type Batch = Stored<typeof storedBatch>

export const storedManifestHead = storedShape(1, () =>
  z.object({
    manifestId: z.string(),
    contentHash: z.string(),
    receivedAt: z.string(),
    /** The number of the last row. Rows are numbered by the lines of the file, from 1. */
    rowCount: z.int(),
    /** Numbers up to the last one that no row has: empty lines. */
    blankRows: z.optional(z.array(z.int())),
    accepted: z.int(),
    rejected: z.int(),
  }),
)
export type ManifestHead = Stored<typeof storedManifestHead>

/** Whether the list has a row of this number. */
export const hasRow = (manifest: ManifestHead, row: number): boolean =>
  row >= 1 && row <= manifest.rowCount && !manifest.blankRows?.includes(row)

/** A count of heads or an outcome under its own id: what its retry needs. */
export const storedBatchReceipt = storedShape(1, () => z.object({ contentHash: z.string(), receivedAt: z.string() }))
/** When heads were counted, by the device's clock. */
export const storedHeadCount = storedShape(1, () => z.object({ deviceTime: z.string() }))
export type BatchReceipt = Stored<typeof storedBatchReceipt>
