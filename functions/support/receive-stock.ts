import type { Audit } from '../platform/audit.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { supportRoutes } from './contract.ts'
import type { SupportStore } from './support-store.ts'

export interface ReceiveStockParts {
  readonly support: SupportStore
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** Receives stock at a post and leases it to the desk, in one transaction. Retrying it adds nothing. */
export const receiveStock = ({ support, audit, receipt }: ReceiveStockParts) =>
  endpoint(supportRoutes.receiveStock, async ({ params: { post, moveId }, body, sent, caller, scope, receivedAt }) => {
    if (!covers(scope, post)) return notFound()
    const { item, quantity, lot, expiresOn, deviceTime } = body
    const outcome = await support.receive(
      {
        post,
        moveId,
        item,
        quantity,
        lot,
        expiresOn,
        contentHash: contentHash(sent),
        officerId: caller.officerId,
        deviceTime,
        receivedAt: receivedAt.toISOString(),
      },
      audit.entry({ caller, action: 'receiveStock', subjectId: `STOCK#${post}#${item}`, commandId: moveId }),
    )
    return outcome === 'identifier-reused' ? refused(outcome) : created(receipt(moveId, outcome.receivedAt))
  })
