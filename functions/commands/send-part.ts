import { fromBase64 } from '../platform/base64.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, refused } from '../platform/reply.ts'
import { parcelRoutes } from './parcel-contract.ts'
import type { ParcelStore } from './parcel-store.ts'
import type { PartsGateway } from './parts-gateway.ts'

export interface SendPartParts {
  readonly parcels: Pick<ParcelStore, 'findDevice'>
  readonly parts: PartsGateway
}

/**
 * Keeps a part as it came; sending it again is harmless. A withdrawn tablet's too: its records are set aside whole.
 * Refuses `device-unknown`.
 */
export const sendPart = ({ parcels, parts }: SendPartParts) =>
  endpoint(parcelRoutes.sendPart, async ({ params: { recordId, number }, body }) => {
    const { deviceId, sealedHash, content } = body
    if (!(await parcels.findDevice(deviceId))) return refused('device-unknown')
    await parts.keep({ deviceId, recordId, sealedHash }, Number(number), fromBase64(content))
    return created({ recordId, number: Number(number) })
  })
