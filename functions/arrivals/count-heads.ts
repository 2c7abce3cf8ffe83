import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, refused } from '../platform/reply.ts'
import { arrivalsRoutes } from './contract.ts'
import type { BatchParts } from './open-batch.ts'

/**
 * The batch has arrived: so many stepped off. The last count received is the batch's; the earlier ones are kept. A count
 * that says which one it replaces is refused `revision-stale` where a colleague's has come between.
 */
export const countHeads = ({ batches, audit, receipt }: BatchParts) =>
  endpoint(
    arrivalsRoutes.countHeads,
    async ({ params: { batchId, countId }, body, sent, caller, scope, receivedAt }) => {
      if (!(await batches.findBatch(batchId, scope))) return refused('batch-unknown')
      const outcome = await batches.countHeads(
        {
          batchId,
          commandId: countId,
          heads: body.heads,
          instead: body.instead,
          contentHash: contentHash(sent),
          officerId: caller.officerId,
          deviceTime: body.deviceTime,
          receivedAt: receivedAt.toISOString(),
        },
        audit.entry({ caller, action: 'countHeads', subjectId: batchId, commandId: countId }),
      )
      return typeof outcome === 'string' ? refused(outcome) : created(receipt(countId, outcome.receivedAt))
    },
  )
