/** What a move says of itself, from the request that brought it; and whose lease it means. */
import { maseruDate } from '../platform/clock.ts'
import { contentHash } from '../platform/content-hash.ts'
import type { Received } from '../platform/endpoint.ts'
import { deskOf, deviceOf, type LeaseAccount } from './accounts.ts'
import type { suppliesRoutes } from './contract.ts'
import type { LeaseHolder } from './shapes.ts'
import type { Told } from './stock-moves.ts'
import { hasDesk, type StorePlace } from './store-place.ts'

type MoveReceived = Pick<
  Received<(typeof suppliesRoutes)['receiveStock']>,
  'params' | 'sent' | 'caller' | 'receivedAt'
> & { readonly body: { readonly deviceTime: string } }

export const toldBy = ({ params, body, sent, caller, receivedAt }: MoveReceived): Told => ({
  place: params.place,
  moveId: params.moveId,
  contentHash: contentHash(sent),
  officerId: caller.officerId,
  deviceTime: body.deviceTime,
  receivedAt: receivedAt.toISOString(),
  today: maseruDate(receivedAt),
})

/** Undefined for the desk of a place that has none. */
export function holderAt(place: StorePlace, holder: LeaseHolder): LeaseAccount | undefined {
  if (holder.kind === 'DEVICE') return deviceOf(holder.deviceId)
  return hasDesk(place) ? deskOf(place) : undefined
}

export const holderOf = (account: LeaseAccount): LeaseHolder =>
  account.startsWith('DESK#') ? { kind: 'DESK' } : { kind: 'DEVICE', deviceId: account.slice(account.indexOf('#') + 1) }
