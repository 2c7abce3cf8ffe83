import { endpoint } from '../platform/endpoint.ts'
import { suppliesRoutes } from './contract.ts'
import { type MoveParts, moved, received } from './move-endpoint.ts'
import { lotOf, sendTransfer } from './stock-moves.ts'
import { isStorePlace } from './store-place.ts'
import { toldBy } from './told.ts'

/** Takes a lot out of the store and puts it on the road: it is nobody's to give until the other store takes it in. */
export const transferStock = (parts: MoveParts) =>
  endpoint(suppliesRoutes.transferStock, async asked => {
    const { item, lot, quantity, toPlace } = asked.body
    return received(
      await moved(parts, asked, { action: 'transferStock', item }, audit =>
        sendTransfer(parts.ledger, toldBy(asked), { item, lot: lotOf(lot), quantity, toPlace }, isStorePlace, audit),
      ),
    )
  })
