import { endpoint } from '../platform/endpoint.ts'
import { created, refused } from '../platform/reply.ts'
import { devicesRoutes } from './contract.ts'
import type { DeviceParts } from './open-pass.ts'
import type { QuarantineStore } from './quarantine-store.ts'

export interface DecideQuarantineParts extends DeviceParts {
  readonly quarantine: QuarantineStore
}

/**
 * Releases a record, which the commands function then hands on within minutes, or rejects it. Refuses `device-unknown`
 * (absent, or of another post), `not-found`, `record-decided` where somebody decided before.
 */
export const decideQuarantine = ({ devices, quarantine, audit, receipt }: DecideQuarantineParts) =>
  endpoint(
    devicesRoutes.decideQuarantine,
    async ({ params: { deviceId, recordId, decisionId }, body: { decision, reason }, caller, scope, receivedAt }) => {
      const device = await devices.find(deviceId, scope)
      if (!device) return refused('device-unknown')
      const outcome = await quarantine.decide(
        device,
        { recordId, decisionId, decision, reason, officerId: caller.officerId, at: receivedAt.toISOString() },
        audit.entry({ caller, action: 'decideQuarantine', subjectId: deviceId, commandId: decisionId }),
      )
      return typeof outcome === 'string' ? refused(outcome) : created(receipt(decisionId, outcome.decidedAt))
    },
  )
