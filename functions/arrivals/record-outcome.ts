import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, refused } from '../platform/reply.ts'
import { hasRow } from './batch-record.ts'
import { arrivalsRoutes } from './contract.ts'
import type { ManifestStore } from './manifest-store.ts'
import type { BatchParts } from './open-batch.ts'
import { isReasonGiven } from './outcome-reasons.ts'

/**
 * What became of a counted person who was not registered. On a row of the list it stands where an intake of that row
 * would: whichever comes second is refused `row-already-taken`. A rejected row takes an outcome like any other.
 */
export const recordOutcome = ({ batches, manifests, audit, receipt }: BatchParts & { manifests: ManifestStore }) =>
  endpoint(
    arrivalsRoutes.recordOutcome,
    async ({ params: { batchId, outcomeId }, body, sent, caller, scope, receivedAt }) => {
      const { outcome: said, row, reason } = body
      if (!isReasonGiven(said, reason)) return refused('reason-needed')
      const batch = await batches.findBatch(batchId, scope)
      if (!batch) return refused('batch-unknown')
      if (row !== undefined) {
        const manifest = await manifests.findHead(batch)
        if (!manifest || !hasRow(manifest, row)) return refused('row-unknown')
      }
      const outcome = await batches.recordOutcome(
        {
          batchId,
          commandId: outcomeId,
          outcome: said,
          row,
          reason,
          contentHash: contentHash(sent),
          officerId: caller.officerId,
          deviceTime: body.deviceTime,
          receivedAt: receivedAt.toISOString(),
        },
        audit.entry({ caller, action: 'recordOutcome', subjectId: batchId, commandId: outcomeId }),
      )
      return typeof outcome === 'string' ? refused(outcome) : created(receipt(outcomeId, outcome.receivedAt))
    },
  )
