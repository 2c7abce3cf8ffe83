import { endpoint } from '../platform/endpoint.ts'
import { PostCode } from '../platform/places.ts'
import { notFound, ok } from '../platform/reply.ts'
import { supportRoutes } from './contract.ts'
import type { SupportStore } from './support-store.ts'

export const readSupport = (support: SupportStore) =>
  endpoint(supportRoutes.readSupport, async ({ params: { returnEventId }, scope }) => {
    const entitlements = await support.findEntitlements(returnEventId, scope)
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
