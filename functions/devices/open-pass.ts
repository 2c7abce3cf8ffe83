import type { Audit } from '../platform/audit.ts'
import { toBase64 } from '../platform/base64.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { KeyPair } from '../platform/key-pair.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, refused } from '../platform/reply.ts'
import { devicesRoutes } from './contract.ts'
import { handedOut } from './delivery-key.ts'
import type { Device } from './device-record.ts'
import type { DeviceStore } from './device-store.ts'
import { passUntil } from './pass.ts'
import type { MakeShare } from './share-gateway.ts'
import { isSignedBy, type PassRequest, passText, readDeviceKey } from './signed-text.ts'

export interface DeviceParts {
  readonly devices: DeviceStore
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

export interface OpenPassParts extends Omit<DeviceParts, 'receipt'> {
  readonly deliveryKey: Pick<KeyPair, 'publicHalf'>
  readonly makeShare: MakeShare
  readonly restoreEpoch: number
}

async function isFromDevice({ publicKey }: Device, request: PassRequest, signature: string): Promise<boolean> {
  const key = await readDeviceKey(publicKey)
  return key !== undefined && (await isSignedBy(key, passText(request), signature))
}

/**
 * Gives the officer the share that, with their PIN, opens what they keep on the device, and keeps their groups: the
 * proof that they had signed in there. Refuses `device-unknown` (absent, or of another post), `device-revoked`,
 * `signature-invalid` where the request was not made by the device.
 */
export const openPass = ({ devices, audit, deliveryKey, makeShare, restoreEpoch }: OpenPassParts) =>
  endpoint(
    devicesRoutes.openPass,
    async ({ params: { deviceId, passId }, body: { deviceTime, signature }, caller, scope, receivedAt }) => {
      const device = await devices.find(deviceId, scope)
      if (!device) return refused('device-unknown')
      if (device.state === 'REVOKED') return refused('device-revoked')
      const { officerId } = caller
      if (!(await isFromDevice(device, { deviceId, passId, officerId, deviceTime }, signature)))
        return refused('signature-invalid')

      const { epoch, code, post } = device
      const share = await makeShare({ deviceId, officerId, epoch })
      const latest = await devices.findPass(device, officerId)
      const groups = caller.grants.map(({ role, place }) => `${role}@${place}`)
      const fresh = { deviceId, officerId, passId, groups, epoch, openedAt: receivedAt.toISOString() }
      const pass = latest?.passId === passId ? latest : fresh
      if (pass === fresh) {
        const entry = audit.entry({ caller, action: 'openPass', subjectId: deviceId, commandId: passId })
        const outcome = await devices.openPass(device, pass, entry)
        if (outcome !== 'opened') return refused(outcome)
      }
      return created({
        share: toBase64(share),
        until: passUntil(pass.openedAt),
        serverTime: receivedAt.toISOString(),
        groups: pass.groups,
        device: { code, post },
        deliveryKey: await handedOut(deliveryKey),
        restoreEpoch,
      })
    },
  )
