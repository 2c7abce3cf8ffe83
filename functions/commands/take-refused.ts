import { endpoint } from '../platform/endpoint.ts'
import type { KeyPair } from '../platform/key-pair.ts'
import { notFound, ok } from '../platform/reply.ts'
import { parcelOpener } from './open-parcel.ts'
import { parcelRoutes } from './parcel-contract.ts'
import type { ParcelStore } from './parcel-store.ts'
import { readCommand } from './sealed-record.ts'

export interface TakeRefusedParts {
  readonly parcels: ParcelStore
  readonly deliveryKey: Pick<KeyPair, 'unwrap'>
}

/**
 * A refused record, opened for its author alone: it is looked for under the caller's own id, and what is in it must name
 * them too. A private screen inside stays sealed. Refuses `not-found` for every other one, expired or received since.
 */
export const takeRefused = ({ parcels, deliveryKey }: TakeRefusedParts) =>
  endpoint(parcelRoutes.takeRefused, async ({ params: { recordId }, caller: { officerId }, receivedAt }) => {
    const record = await parcels.findRefused(officerId, recordId, receivedAt)
    const device = record && (await parcels.findDevice(record.deviceId))
    if (!device) return notFound()
    const opened = await parcelOpener(deliveryKey, device)({ ...record, sealed: Uint8Array.from(record.sealed) })
    const command = 'refusal' in opened ? undefined : readCommand(opened.command)
    if ('refusal' in opened || command === undefined || opened.authorId !== officerId) return notFound()
    const { deviceId, word, refusedAt } = record
    return ok({ recordId, deviceId, word, refusedAt, capturedAt: opened.capturedAt, command }, [recordId])
  })
