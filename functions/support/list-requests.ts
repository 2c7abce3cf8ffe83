import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import type { GivingParts } from './give-support.ts'
import { givingRoutes } from './giving-contract.ts'

/** How long an answer stays to be read by who asked, in milliseconds. */
const readable = 48 * 3_600_000

/** Those that wait, the oldest first; and those that were answered in the last two days. */
export const listRequests = ({ giving, returned }: Pick<GivingParts, 'giving' | 'returned'>) =>
  endpoint(givingRoutes.listRequests, async ({ params: { post }, scope, caller, receivedAt }) => {
    if (!covers(scope, post)) return notFound()
    const since = new Date(receivedAt.getTime() - readable).toISOString()
    const standing = (await giving.requestsAt(post)).filter(
      ({ state, answeredAt = '' }) => state === 'OPEN' || answeredAt >= since,
    )
    const shown = await returned.shown(
      standing.map(({ returnEventId }) => returnEventId),
      anywhere(caller),
    )
    const requests = standing
      .filter(({ returnEventId }) => shown.has(returnEventId))
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
