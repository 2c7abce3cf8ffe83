import { endpoint } from '../platform/endpoint.ts'
import { suppliesRoutes } from './contract.ts'
import { type MoveParts, moved, received } from './move-endpoint.ts'
import { takeIn } from './stock-moves.ts'
import { toldBy } from './told.ts'

/** Into the store what came; lost on the way, with a reason, what did not. */
export const takeInTransfer = (parts: MoveParts) =>
  endpoint(suppliesRoutes.takeInTransfer, async asked => {
    const { transferId, came, reason } = asked.body
    return received(
      await moved(parts, asked, { action: 'takeInTransfer', item: 'TRANSFER', absent: 'transfer-unknown' }, audit =>
        takeIn(parts.ledger, toldBy(asked), { transferId, came, reason }, audit),
      ),
    )
  })
