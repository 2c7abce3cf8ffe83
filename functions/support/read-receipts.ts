import { endpoint } from '../platform/endpoint.ts'
import { PostCode } from '../platform/places.ts'
import { notFound, ok } from '../platform/reply.ts'
import { atTheirPosts } from '../registration/person-access.ts'
import { receiptRoutes } from './receipt-contract.ts'
import { receiptsIn } from './receipts.ts'
import type { ReturnedStore } from './returned-store.ts'
import type { SupportStore } from './support-store.ts'

export interface ReceiptParts {
  readonly support: Pick<SupportStore, 'findEntitlements' | 'tellingProjects'>
  readonly returned: ReturnedStore
}

/** To whoever the person ruled out nothing was given. */
export const readReceipts = ({ support, returned }: ReceiptParts) =>
  endpoint(receiptRoutes.readReceipts, async ({ params: { returnEventId }, scope, caller }) => {
    const found = await returned.find(returnEventId, scope, atTheirPosts(caller, scope))
    const entitlements = found && (await support.findEntitlements(returnEventId, scope))
    if (entitlements === undefined) return notFound()
    return ok(
      {
        receipts: receiptsIn(entitlements, await support.tellingProjects(entitlements)).map(
          ({ lines, post, ...receipt }) => ({
            ...receipt,
            post: PostCode.parse(post),
            lines: [...lines],
          }),
        ),
      },
      [returnEventId],
    )
  })
