import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, refused } from '../platform/reply.ts'
import { arrivalsRoutes } from './contract.ts'
import type { BatchParts } from './open-batch.ts'

/** So many of the whole bus came barefoot, and with nothing in their hands. The last tally received is the batch's. */
export const tallyNeeds = ({ batches, audit, receipt }: BatchParts) =>
  endpoint(
    arrivalsRoutes.tallyNeeds,
    async ({ params: { batchId, tallyId }, body, sent, caller, scope, receivedAt }) => {
      if (!(await batches.findBatch(batchId, scope))) return refused('batch-unknown')
      const outcome = await batches.tallyNeeds(
        {
          batchId,
          commandId: tallyId,
          needs: body.needs,
          contentHash: contentHash(sent),
          officerId: caller.officerId,
          deviceTime: body.deviceTime,
          receivedAt: receivedAt.toISOString(),
        },
        audit.entry({ caller, action: 'tallyNeeds', subjectId: batchId, commandId: tallyId }),
      )
      return typeof outcome === 'string' ? refused(outcome) : created(receipt(tallyId, outcome.receivedAt))
    },
  )
