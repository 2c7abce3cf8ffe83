/** What waits for a supervisor's decision. Opening and handing on is the commands function's alone. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { findStored, queryAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { expiry, recordPrefix, registryKeys, releasedQueue } from '../platform/tables.ts'
import { change, type TransactWriteItem, transact } from '../platform/transaction.ts'
import { whileStateAllows } from '../platform/transitions.ts'
import type { Device } from './device-record.ts'
import { quarantineTransitions } from './device-states.ts'
import { keptUntil, type Quarantined, storedQuarantined } from './quarantine-record.ts'

export interface Decision {
  readonly recordId: string
  readonly decisionId: string
  readonly decision: 'release' | 'reject'
  readonly reason: string
  readonly officerId: string
  readonly at: string
}

export const quarantineStore = (database: DynamoDBClient, table: string) => ({
  /** In the order they came. A device in hand was found in scope. */
  async ofDevice({ deviceId }: Device): Promise<Quarantined[]> {
    const { pk } = registryKeys.quarantined(deviceId, '')
    const found = await queryAll(database, table, { pk, prefix: recordPrefix })
    return found.map(item => readStored(storedQuarantined, item)).sort(asTheyCame)
  },

  /**
   * Decides once. A released record joins the queue from which the commands function hands it on. The same decision
   * again changes nothing.
   */
  async decide(
    device: Device,
    { recordId, decisionId, decision, reason, officerId, at }: Decision,
    audit: TransactWriteItem,
  ): Promise<{ decidedAt: string } | 'not-found' | 'record-decided'> {
    const key = registryKeys.quarantined(device.deviceId, recordId)
    const record = await findStored(database, table, key, storedQuarantined)
    if (!record) return 'not-found'
    const waiting = whileStateAllows(quarantineTransitions, decision)
    const queued = { workQueue: releasedQueue, workOrder: orderOf(record) }
    const outcome = await transact(database, [
      {
        guard: 'record',
        write: change(table, key, {
          set: {
            state: quarantineTransitions[decision].to,
            decisionId,
            decidedBy: officerId,
            decidedAt: at,
            reason,
            ...(decision === 'release' ? queued : { [expiry]: keptUntil(at) }),
          },
          ...waiting,
        }),
      },
      { guard: 'audit', write: audit },
    ])
    if (outcome.committed) return { decidedAt: at }
    const old = outcome.failed.find(({ guard }) => guard === 'record')?.old
    if (!old) throw new Error('a quarantined record went away, or the audit entry stands already')
    const stands = readStored(storedQuarantined, old)
    return stands.decisionId === decisionId && stands.decidedAt !== undefined
      ? { decidedAt: stands.decidedAt }
      : 'record-decided'
  },
})
export type QuarantineStore = ReturnType<typeof quarantineStore>

const orderOf = ({ receivedAt, place, recordId }: Quarantined): string =>
  `${receivedAt}#${String(place).padStart(2, '0')}#${recordId}`
const asTheyCame = (one: Quarantined, other: Quarantined): number => orderOf(one).localeCompare(orderOf(other))
