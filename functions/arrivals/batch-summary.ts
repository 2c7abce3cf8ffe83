/** A batch as its post's officers see it. */
import type { Batch } from './batch-record.ts'
import type { BatchSummary } from './contract.ts'

export const summaryOf = ({ contentHash: _hash, closing: _closing, ...shown }: Batch): BatchSummary => shown
