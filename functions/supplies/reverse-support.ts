import { endpoint } from '../platform/endpoint.ts'
import { refused } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import { suppliesRoutes } from './contract.ts'
import { type AboutReturn, moved, received } from './move-endpoint.ts'
import { reverse } from './reversals.ts'
import { toldBy } from './told.ts'

/** What was given by mistake goes back into the store of the post where it was given. */
export const reverseSupport = (parts: AboutReturn) =>
  endpoint(suppliesRoutes.reverseSupport, async asked => {
    const { returnEventId, item, requestId, reason } = asked.body
    const hidden = await parts.returned.hidden([returnEventId], anywhere(asked.caller))
    if (hidden.has(returnEventId)) return refused('nothing-to-reverse')
    return received(
      await moved(
        parts,
        asked,
        { action: 'reverseSupport', item, absent: 'nothing-to-reverse', subjectId: returnEventId },
        audit => reverse(parts.ledger, toldBy(asked), { returnEventId, item, requestId, reason }, audit),
      ),
    )
  })
