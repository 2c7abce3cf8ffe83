import { endpoint } from '../platform/endpoint.ts'
import { suppliesRoutes } from './contract.ts'
import { type MoveParts, moved, received } from './move-endpoint.ts'
import { adjust, lotOf } from './stock-moves.ts'
import { toldBy } from './told.ts'

/** What is damaged, lost, or was counted otherwise than the books say; always with a reason. */
export const adjustStock = (parts: MoveParts) =>
  endpoint(suppliesRoutes.adjustStock, async asked => {
    const { item, lot, reason, change } = asked.body
    return received(
      await moved(parts, asked, { action: 'adjustStock', item }, audit =>
        adjust(parts.ledger, toldBy(asked), { item, lot: lotOf(lot), reason, change }, audit),
      ),
    )
  })
