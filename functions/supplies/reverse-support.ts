import { endpoint } from '../platform/endpoint.ts'
import { suppliesRoutes } from './contract.ts'
import { type AboutReturn, movedOf, received } from './move-endpoint.ts'
import { reverse } from './reversals.ts'
import { toldBy } from './told.ts'

/** What was given by mistake goes back into the store of the post where it was given. */
export const reverseSupport = (parts: AboutReturn) =>
  endpoint(suppliesRoutes.reverseSupport, async asked => {
    const { returnEventId, item, requestId, reason } = asked.body
    return received(
      await movedOf(
        parts,
        asked,
        { action: 'reverseSupport', item, absent: 'nothing-to-reverse', returnEventId },
        audit => reverse(parts.ledger, toldBy(asked), { returnEventId, item, requestId, reason }, audit),
      ),
    )
  })
