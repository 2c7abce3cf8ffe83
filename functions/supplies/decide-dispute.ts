import { endpoint } from '../platform/endpoint.ts'
import { refused } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import { suppliesRoutes } from './contract.ts'
import { decideOn } from './disputes.ts'
import { type AboutReturn, moved, received } from './move-endpoint.ts'
import { toldBy } from './told.ts'

/** A supervisor accepts what was handed over, and the books follow; or rejects it, and nothing is counted. */
export const decideDispute = (parts: AboutReturn) =>
  endpoint(suppliesRoutes.decideDispute, async asked => {
    const { returnEventId, item, requestId, decision, reason } = asked.body
    const hidden = await parts.returned.hidden([returnEventId], anywhere(asked.caller))
    if (hidden.has(returnEventId)) return refused('dispute-unknown')
    return received(
      await moved(
        parts,
        asked,
        { action: 'decideDispute', item, absent: 'dispute-unknown', subjectId: returnEventId },
        audit => decideOn(parts.ledger, toldBy(asked), { returnEventId, item, requestId, decision, reason }, audit),
      ),
    )
  })
