import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { created, refused } from '../platform/reply.ts'
import { atTheirPosts } from '../registration/person-access.ts'
import { tripsRoutes } from './contract.ts'
import { saidBy, type TripParts } from './trip-command.ts'

/** How often something else may be said of either of the two between our look and our write. */
const tries = 5

/**
 * Says of two people, by their slips, that they do not ride together, or may again. Whose wish it was and why is asked of
 * nobody and kept nowhere, and it stands with both alike.
 */
export const keepApart = ({ trips, travellers, audit, receipt }: TripParts) =>
  endpoint(tripsRoutes.keepApart, async asked => {
    const { params, body, caller, scope, receivedAt } = asked
    const { post, pairId } = params
    if (!covers(scope, post)) return refused('passenger-unknown')
    const said = saidBy(pairId, asked)
    for (let time = 1; time <= tries; time += 1) {
      const earlier = await trips.findPair(pairId)
      if (earlier)
        return earlier.contentHash === said.contentHash
          ? created(receipt(pairId, earlier.receivedAt))
          : refused('identifier-reused')
      const found = await travellers.byNumbers(body.pair, post, atTheirPosts(caller, scope), maseruDate(receivedAt))
      const [one, other] = body.pair.map(number => found.get(number))
      if (!one || !other) return refused('passenger-unknown')
      const entries = [one, other].map(({ personId: subjectId }) =>
        audit.entry({ caller, action: 'keepApart', subjectId, commandId: pairId }),
      )
      const outcome = await trips.keepApart([one, other], body.apart, said, entries)
      if (outcome === 'stored') return created(receipt(pairId, said.receivedAt))
    }
    return refused('try-again')
  })
