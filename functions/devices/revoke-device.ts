import { endpoint } from '../platform/endpoint.ts'
import { created, refused } from '../platform/reply.ts'
import { devicesRoutes } from './contract.ts'
import type { DeviceParts } from './open-pass.ts'

/**
 * Withdraws a tablet that was lost or handed in. Refuses `device-unknown` (absent, or of another post), `device-revoked`
 * where somebody did before, `revision-stale` where it is not as its sender saw it.
 */
export const revokeDevice = ({ devices, audit, receipt }: DeviceParts) =>
  endpoint(
    devicesRoutes.revokeDevice,
    async ({ params: { deviceId, revocationId }, body: { revision, reason }, caller, scope, receivedAt }) => {
      const device = await devices.find(deviceId, scope)
      if (!device) return refused('device-unknown')
      const outcome = await devices.revoke(
        { device, revocationId, revision, reason, officerId: caller.officerId, at: receivedAt.toISOString() },
        audit.entry({ caller, action: 'revokeDevice', subjectId: deviceId, commandId: revocationId }),
      )
      return typeof outcome === 'string' ? refused(outcome) : created(receipt(revocationId, outcome.revokedAt))
    },
  )
