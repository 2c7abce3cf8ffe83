import { endpoint } from '../platform/endpoint.ts'
import { refused } from '../platform/reply.ts'
import { suppliesRoutes } from './contract.ts'
import { writeOff } from './leasing.ts'
import { type MoveParts, moved, received } from './move-endpoint.ts'
import { holderAt, toldBy } from './told.ts'

/** Ends the lease of a lost tablet. What it gives away after that is disputed, and no longer of the store's. */
export const writeOffLease = (parts: MoveParts) =>
  endpoint(suppliesRoutes.writeOffLease, async asked => {
    const { item, leaseId, reason } = asked.body
    const holder = holderAt(asked.params.place, asked.body.holder)
    if (holder === undefined) return refused('destination-unknown')
    return received(
      await moved(parts, asked, { action: 'writeOffLease', item, absent: 'lease-unknown' }, audit =>
        writeOff(parts.ledger, toldBy(asked), { holder, item, leaseId, reason }, audit),
      ),
    )
  })
