import { endpoint } from '../platform/endpoint.ts'
import { refused } from '../platform/reply.ts'
import { suppliesRoutes } from './contract.ts'
import { extend } from './leasing.ts'
import { type MoveParts, moved, received } from './move-endpoint.ts'
import { holderAt, toldBy } from './told.ts'

/** Gives a holder until another day; what it holds stays as it is. */
export const extendLease = (parts: MoveParts) =>
  endpoint(suppliesRoutes.extendLease, async asked => {
    const { item, leaseId, dueAt } = asked.body
    const holder = holderAt(asked.params.place, asked.body.holder)
    if (holder === undefined) return refused('destination-unknown')
    return received(
      await moved(parts, asked, { action: 'extendLease', item, absent: 'lease-unknown' }, audit =>
        extend(parts.ledger, toldBy(asked), { holder, item, leaseId, dueAt }, audit),
      ),
    )
  })
