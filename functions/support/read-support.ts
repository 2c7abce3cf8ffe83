import { endpoint } from '../platform/endpoint.ts'
import { PostCode } from '../platform/places.ts'
import { notFound, ok } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import { supportRoutes } from './contract.ts'
import type { ReceiptParts } from './read-receipts.ts'

/** To whoever the person ruled out nothing was given. */
export const readSupport = ({ support, returned }: ReceiptParts) =>
  endpoint(supportRoutes.readSupport, async ({ params: { returnEventId }, scope, caller }) => {
    const shown = await returned.shown([returnEventId], anywhere(caller))
    const entitlements = shown.has(returnEventId) && (await support.findEntitlements(returnEventId, scope))
    if (!entitlements) return notFound()
    return ok(
      {
        entitlements: entitlements.map(({ item, quantity, state, requestId, issuedAt, post, proof }) => ({
          item,
          quantity,
          state,
          requestId,
          issuedAt,
          post: PostCode.parse(post),
          proof,
        })),
      },
      [returnEventId],
    )
  })
