import { maseruDate } from '../platform/clock.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import { isEligible } from './allocation.ts'
import type { GivingParts } from './give-support.ts'
import { givingRoutes } from './giving-contract.ts'
import { catalogueOn } from './items.ts'
import { recipientIn } from './returned.ts'

/** Whom the item is not for may not be asked for either: cash to a child is given by nobody. */
export const askForMore = ({ giving, returned, audit, receipt }: GivingParts) =>
  endpoint(givingRoutes.askForMore, async ({ params, body, sent, caller, scope, receivedAt }) => {
    const { returnEventId, requestId } = params
    const found = await returned.find(returnEventId, scope, anywhere(caller))
    if (found === undefined) return notFound()
    const { post, displayNumber } = found.event
    const today = maseruDate(receivedAt)
    const catalogue = catalogueOn(today)
    if (catalogue === undefined) return refused('version-retired')
    const { item, quantity, reason } = body
    if (!isEligible(catalogue, item, recipientIn(found, today))) return refused('not-eligible', { items: [item] })
    const request = {
      ...{ requestId, returnEventId, displayNumber, item, quantity, reason },
      ...{ askedBy: caller.officerId, askedAt: receivedAt.toISOString(), contentHash: contentHash(sent) },
    }
    const isNew = await giving.ask(post, request, [
      audit.entry({ caller, action: 'askForMore', subjectId: returnEventId, commandId: requestId }),
    ])
    if (isNew) return created(receipt(requestId, request.askedAt))
    const earlier = await giving.findRequest(post, requestId)
    return earlier?.contentHash === request.contentHash && earlier.returnEventId === returnEventId
      ? created(receipt(requestId, earlier.askedAt))
      : refused('identifier-reused')
  })
