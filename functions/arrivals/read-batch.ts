import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import type { CountedPerson } from './batch.ts'
import type { BatchStore } from './batch-store.ts'
import { summaryOf } from './batch-summary.ts'
import { balanceOf } from './closing.ts'
import { arrivalsRoutes } from './contract.ts'
import type { Counted } from './counted-outcome.ts'
import type { ManifestStore } from './manifest-store.ts'

function countedPerson({ outcome, outcomeId, returnEventId, row, displayNumber }: Counted): CountedPerson {
  const id = returnEventId ?? outcomeId
  if (id === undefined) throw new Error('a counted slot names nobody')
  return { id, row, outcome, displayNumber }
}

/** A batch with its list and its balance as they stand now, a late intake included. */
export const readBatch = ({ batches, manifests }: { batches: BatchStore; manifests: ManifestStore }) =>
  endpoint(arrivalsRoutes.readBatch, async ({ params: { batchId }, scope }) => {
    const batch = await batches.findBatch(batchId, scope)
    if (!batch) return notFound()
    const [counted, rows] = await Promise.all([batches.counted(batch), manifests.rows(batch)])
    const balance = balanceOf(
      batch,
      counted.map(({ outcome }) => outcome),
    )
    const closing = batch.closing && { closedAt: batch.closing.closedAt, reason: batch.closing.reason }
    return ok({ batch: summaryOf(batch), balance, rows, counted: counted.map(countedPerson), closing }, [batchId])
  })
