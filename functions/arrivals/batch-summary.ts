/** A batch as its post's officers see it. */

import type { BatchSummary } from './batch.ts'
import type { Batch } from './batch-record.ts'

export const summaryOf = ({ contentHash: _hash, closing: _closing, ...shown }: Batch): BatchSummary => shown
