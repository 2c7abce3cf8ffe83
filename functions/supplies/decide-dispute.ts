import { endpoint } from '../platform/endpoint.ts'
import { suppliesRoutes } from './contract.ts'
import { decideOn } from './disputes.ts'
import { type AboutReturn, movedOf, received } from './move-endpoint.ts'
import { toldBy } from './told.ts'

/** A supervisor accepts what was handed over, and the books follow; or rejects it, and nothing is counted. */
export const decideDispute = (parts: AboutReturn) =>
  endpoint(suppliesRoutes.decideDispute, async asked => {
    const { returnEventId, item, requestId, decision, reason } = asked.body
    return received(
      await movedOf(parts, asked, { action: 'decideDispute', item, absent: 'dispute-unknown', returnEventId }, audit =>
        decideOn(parts.ledger, toldBy(asked), { returnEventId, item, requestId, decision, reason }, audit),
      ),
    )
  })
