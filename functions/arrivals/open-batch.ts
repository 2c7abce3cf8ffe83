import type { Audit } from '../platform/audit.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import type { BatchStore } from './batch-store.ts'
import { arrivalsRoutes } from './contract.ts'

export interface BatchParts {
  readonly batches: BatchStore
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** Opens a batch at a post of the caller's; at another's the post is not there. Retrying it opens no second one. */
export const openBatch = ({ batches, audit, receipt }: BatchParts) =>
  endpoint(arrivalsRoutes.openBatch, async ({ params: { batchId }, body, sent, caller, scope, receivedAt }) => {
    if (!covers(scope, body.post)) return notFound()
    const { versions, ...said } = body
    const outcome = await batches.open(
      {
        ...said,
        batchId,
        contractVersion: versions.contract,
        rulesVersion: versions.rules,
        contentHash: contentHash(sent),
        officerId: caller.officerId,
        openedAt: receivedAt.toISOString(),
      },
      audit.entry({ caller, action: 'openBatch', subjectId: batchId, commandId: batchId }),
    )
    return outcome === 'identifier-reused' ? refused(outcome) : created(receipt(batchId, outcome.receivedAt))
  })
