/** Devices and passes in the registry: keys, reads, the transactions. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { covers, type Scope } from '../platform/permissions.ts'
import { findStored, getAll, latestLookedUp, queryAll } from '../platform/reads.ts'
import { readStored, toStored } from '../platform/stored.ts'
import { lookupKeys, passPrefix, registryKeys } from '../platform/tables.ts'
import { change, putNew, type TransactWriteItem, transact } from '../platform/transaction.ts'
import { whileStateAllows } from '../platform/transitions.ts'
import { type Device, type Pass, storedDevice, storedPass } from './device-record.ts'
import { deviceTransitions } from './device-states.ts'

export type NewDevice = Pick<
  Device,
  'deviceId' | 'code' | 'post' | 'publicKey' | 'contentHash' | 'enrolledAt' | 'enrolledBy'
>

export interface Revocation {
  readonly device: Device
  readonly revocationId: string
  /** The revision its sender saw. */
  readonly revision: number
  readonly at: string
  readonly officerId: string
  readonly reason: string
}

export const deviceStore = (database: DynamoDBClient, table: string) => ({
  /** Enrols it, under a code that nobody else has. The same again changes nothing and finds the first. */
  async enrol(
    device: NewDevice,
    audit: TransactWriteItem,
  ): Promise<{ device: Device } | 'code-taken' | 'identifier-reused'> {
    const item = { ...device, schemaVersion: 1, state: 'ACTIVE', epoch: 1 } as const
    const found = {
      lookupKey: lookupKeys.postDevices(device.post),
      lookupOrder: `${device.enrolledAt}#${device.deviceId}`,
    }
    const outcome = await transact(database, [
      { guard: 'device', write: putNew(table, registryKeys.device(device.deviceId), { ...item, ...found }) },
      {
        guard: 'code',
        write: putNew(table, registryKeys.deviceCode(device.code), { deviceId: device.deviceId, schemaVersion: 1 }),
      },
      { guard: 'audit', write: audit },
    ])
    if (outcome.committed) return { device: { ...item, revision: 1 } }
    const earlier = outcome.failed.find(({ guard }) => guard === 'device')?.old
    if (earlier) {
      const first = readStored(storedDevice, earlier)
      return first.contentHash === device.contentHash ? { device: first } : 'identifier-reused'
    }
    if (outcome.failed.some(({ guard }) => guard === 'code')) return 'code-taken'
    throw new Error('the audit entry stands already')
  },

  /** The device, if its post lies in the scope: absent and out of scope look the same. */
  async find(deviceId: string, scope: Scope): Promise<Device | undefined> {
    const device = await findStored(database, table, registryKeys.device(deviceId), storedDevice)
    return device && covers(scope, device.post) ? device : undefined
  },

  /** Every device of a post, the latest enrolled first; one of this very moment may still be missing. */
  async ofPost(post: string, scope: Scope): Promise<Device[] | undefined> {
    if (!covers(scope, post)) return undefined
    const items = await latestLookedUp(database, table, lookupKeys.postDevices(post))
    const keys = items.map(item => ({ pk: item['pk']?.S ?? '', sk: item['sk']?.S ?? '' }))
    const devices = (await getAll(database, table, keys)).map(item => readStored(storedDevice, item))
    return devices.sort((a, b) => b.enrolledAt.localeCompare(a.enrolledAt))
  },

  /** Each officer's latest pass. A device in hand was found in scope. */
  async passesOf({ deviceId }: Device): Promise<Pass[]> {
    const { pk } = registryKeys.device(deviceId)
    return (await queryAll(database, table, { pk, prefix: passPrefix })).map(item => readStored(storedPass, item))
  },

  async findPass({ deviceId }: Device, officerId: string): Promise<Pass | undefined> {
    return findStored(database, table, registryKeys.pass(deviceId, officerId), storedPass)
  },

  /** Keeps the pass as the officer's latest, while the device is what it was when it was read. */
  async openPass(device: Device, pass: Pass, audit: TransactWriteItem): Promise<'opened' | 'device-revoked'> {
    const outcome = await transact(database, [
      { guard: 'device', write: stillActive(table, device) },
      {
        guard: 'pass',
        write: {
          Put: {
            TableName: table,
            Item: toStored({
              ...registryKeys.pass(pass.deviceId, pass.officerId),
              schemaVersion: 1,
              revision: 1,
              ...pass,
            }),
          },
        },
      },
      { guard: 'audit', write: audit },
    ])
    if (outcome.committed) return 'opened'
    if (outcome.failed.some(({ guard }) => guard === 'device')) return 'device-revoked'
    throw new Error('the audit entry stands already')
  },

  /** Raises the epoch, so that every share made before is another one. The same again changes nothing. */
  async revoke(
    { device, revocationId, revision, at, officerId, reason }: Revocation,
    audit: TransactWriteItem,
  ): Promise<{ revokedAt: string } | 'device-revoked' | 'revision-stale'> {
    const active = whileStateAllows(deviceTransitions, 'revokeDevice')
    const outcome = await transact(database, [
      {
        guard: 'device',
        write: change(table, registryKeys.device(device.deviceId), {
          set: {
            state: deviceTransitions.revokeDevice.to,
            revocationId,
            revokedAt: at,
            revokedBy: officerId,
            revokedBecause: reason,
          },
          add: { epoch: 1 },
          when: `${active.when} AND #revision = :seen`,
          values: { ...active.values, seen: revision },
        }),
      },
      { guard: 'audit', write: audit },
    ])
    if (outcome.committed) return { revokedAt: at }
    const old = outcome.failed.find(({ guard }) => guard === 'device')?.old
    if (!old) throw new Error('a device went away, or the audit entry stands already')
    const stands = readStored(storedDevice, old)
    if (stands.state === 'ACTIVE') return 'revision-stale'
    return stands.revocationId === revocationId && stands.revokedAt !== undefined
      ? { revokedAt: stands.revokedAt }
      : 'device-revoked'
  },
})
export type DeviceStore = ReturnType<typeof deviceStore>

/** Holds only while nobody revoked it: its epoch is the one its share was made under. */
const stillActive = (table: string, { deviceId, epoch }: Device): TransactWriteItem => ({
  ConditionCheck: {
    TableName: table,
    Key: toStored({ ...registryKeys.device(deviceId) }),
    ConditionExpression: '#state = :active AND #epoch = :epoch',
    ExpressionAttributeNames: { '#state': 'state', '#epoch': 'epoch' },
    ExpressionAttributeValues: toStored({ ':active': deviceTransitions.openPass.from[0], ':epoch': epoch }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
})
