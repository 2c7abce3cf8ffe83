import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { givingRoutes } from './giving-contract.ts'
import type { GivingStore } from './giving-store.ts'

/** How long an answer stays to be read by who asked, in milliseconds. */
const readable = 48 * 3_600_000

/** Those that wait, the oldest first; and those that were answered in the last two days. */
export const listRequests = (giving: GivingStore) =>
  endpoint(givingRoutes.listRequests, async ({ params: { post }, scope, caller, receivedAt }) => {
    if (!covers(scope, post)) return notFound()
    const since = new Date(receivedAt.getTime() - readable).toISOString()
    const requests = (await giving.requestsAt(post))
      .filter(({ state, answeredAt = '' }) => state === 'OPEN' || answeredAt >= since)
      .toSorted((one, other) => one.askedAt.localeCompare(other.askedAt))
    return ok(
      {
        requests: requests.map(
          ({
            requestId,
            returnEventId,
            displayNumber,
            item,
            quantity,
            reason,
            state,
            askedAt,
            askedBy,
            answerReason,
          }) => ({
            ...{ requestId, returnEventId, displayNumber, item, quantity, reason, state, askedAt, answerReason },
            isOwn: askedBy === caller.officerId,
          }),
        ),
      },
      requests.map(({ returnEventId }) => returnEventId),
    )
  })
