import type { DeviceStore } from '../devices/device-store.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { suppliesRoutes } from './contract.ts'
import { lease } from './leasing.ts'
import { type MoveParts, moved } from './move-endpoint.ts'
import { holderAt, toldBy } from './told.ts'

export interface LeaseStockParts extends MoveParts {
  readonly devices: Pick<DeviceStore, 'find'>
}

/** From the store to the desk of its post or to one of its tablets, the lots that expire first before the others, of one line where it is named. */
export const leaseStock = (parts: LeaseStockParts) =>
  endpoint(suppliesRoutes.leaseStock, async asked => {
    const { params, body, scope } = asked
    const { item, quantity, dueAt, fund } = body
    if (!covers(scope, params.place)) return notFound()
    const holder = holderAt(params.place, body.holder)
    if (holder === undefined) return refused('destination-unknown')
    if (body.holder.kind === 'DEVICE') {
      const device = await parts.devices.find(body.holder.deviceId, scope)
      if (device === undefined || device.post !== params.place) return refused('device-unknown')
      if (device.state === 'REVOKED') return refused('device-revoked')
    }
    const outcome = await moved(parts, asked, { action: 'leaseStock', item }, audit =>
      lease(parts.ledger, toldBy(asked), { holder, item, quantity, dueAt, fund }, audit),
    )
    if ('refusal' in outcome) return outcome
    return created({ ...outcome.receipt, leaseId: outcome.leaseId ?? params.moveId })
  })
