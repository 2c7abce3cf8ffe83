import type { Audit } from '../platform/audit.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, refused } from '../platform/reply.ts'
import { screeningRoutes } from './contract.ts'
import { looksSealed } from './sealed-envelope.ts'
import type { SealedStore } from './sealed-store.ts'

export interface PutScreenParts {
  readonly sealed: SealedStore
  readonly audit: Audit
  readonly receipt: MakeReceipt
  /** A fresh random id for each envelope, `crypto.randomUUID`. */
  readonly freshId: () => string
}

/**
 * Stores an envelope unopened under a fresh random id. A retry stores it again: to know of the first, this function
 * would have to be able to ask for it. The protection zone finds the two to be one, by what is inside.
 * Refuses `content-not-sealed` where a tablet left its text open.
 */
export const putScreen = ({ sealed, audit, receipt, freshId }: PutScreenParts) =>
  endpoint(screeningRoutes.putScreen, async ({ params: { screenId }, body: { envelope }, caller, receivedAt }) => {
    if (!looksSealed(envelope)) return refused('content-not-sealed')
    const sealedId = freshId()
    const at = receivedAt.toISOString()
    await sealed.handOver(
      { sealedId, envelope, receivedAt: at },
      audit.entry({ caller, action: 'putScreen', subjectId: sealedId }),
    )
    return created(receipt(screenId, at))
  })
