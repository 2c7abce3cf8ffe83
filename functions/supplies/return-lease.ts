import { endpoint } from '../platform/endpoint.ts'
import { refused } from '../platform/reply.ts'
import { suppliesRoutes } from './contract.ts'
import { takeBack } from './leasing.ts'
import { type MoveParts, moved, received } from './move-endpoint.ts'
import { lotOf } from './stock-moves.ts'
import { holderAt, toldBy } from './told.ts'

/** Back into the store what a desk or a tablet has left; of a tablet once every draw it made has come in. */
export const returnLease = (parts: MoveParts) =>
  endpoint(suppliesRoutes.returnLease, async asked => {
    const { item, leaseId, lots, drawCount } = asked.body
    const holder = holderAt(asked.params.place, asked.body.holder)
    if (holder === undefined) return refused('destination-unknown')
    if (asked.body.holder.kind === 'DEVICE' && drawCount === undefined) return refused('draw-log-incomplete')
    const taken = lots.map(({ lot, quantity }) => ({ lot: lotOf(lot), quantity }))
    return received(
      await moved(parts, asked, { action: 'returnLease', item, absent: 'lease-unknown' }, audit =>
        takeBack(parts.ledger, toldBy(asked), { holder, item, leaseId, lots: taken, drawCount }, audit),
      ),
    )
  })
