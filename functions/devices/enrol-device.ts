import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { KeyPair } from '../platform/key-pair.ts'
import { covers } from '../platform/permissions.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { devicesRoutes } from './contract.ts'
import { handedOut } from './delivery-key.ts'
import { deviceCode, mostAttempts } from './device-code.ts'
import type { DeviceParts } from './open-pass.ts'
import { readDeviceKey } from './signed-text.ts'

export interface EnrolDeviceParts extends Omit<DeviceParts, 'receipt'> {
  readonly deliveryKey: Pick<KeyPair, 'publicHalf'>
  /** A number from 0 to below the one given, at random. */
  readonly pick: (below: number) => number
}

/**
 * Enrols a tablet at a post, with a code of its own for ever. Refuses `invalid-fields` for a public key of another kind,
 * `identifier-reused` where another key or post was enrolled under the id.
 */
export const enrolDevice = ({ devices, deliveryKey, audit, pick }: EnrolDeviceParts) =>
  endpoint(
    devicesRoutes.enrolDevice,
    async ({ params: { deviceId }, body: { post, publicKey }, sent, caller, scope, receivedAt }) => {
      if (!covers(scope, post)) return notFound()
      if (!(await readDeviceKey(publicKey)))
        return refused('invalid-fields', { fields: [{ path: 'publicKey', problem: 'not-p-256' }] })
      const asked = {
        deviceId,
        post,
        publicKey,
        contentHash: contentHash(sent),
        enrolledAt: receivedAt.toISOString(),
        enrolledBy: caller.officerId,
      }
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const outcome = await devices.enrol(
          { ...asked, code: deviceCode(attempt, pick) },
          audit.entry({ caller, action: 'enrolDevice', subjectId: deviceId, commandId: deviceId }),
        )
        if (outcome === 'identifier-reused') return refused(outcome)
        if (outcome === 'code-taken') continue
        const { code, enrolledAt } = outcome.device
        return created({ deviceId, code, post, enrolledAt, deliveryKey: await handedOut(deliveryKey) })
      }
      throw new Error('every code that was tried is taken')
    },
  )
