/**
 * Tablets and their officers' passes (ADR 11). A device enrols once with a key pair of its own; a pass lets one officer
 * open what they keep on it; a revoked device's records wait for a supervisor.
 */
import * as z from 'zod/mini'
import { Base64Between, Base64Of } from '../platform/base64.ts'
import { CommandVersions, DeviceTime, Id, Instant, ids, LongText, noQuery, Receipt } from '../platform/fields.ts'
import { PostCode } from '../platform/places.ts'
import { route } from '../platform/route.ts'
import { deviceStates, quarantineStates } from './device-states.ts'

/** SubjectPublicKeyInfo of an ECDSA key on P-256 has 91 bytes. */
const DevicePublicKey = Base64Of(91)

/** The key to which tablets seal what waits to be sent. Its id is told to nobody but for knowing one key from the next. */
export const DeliveryKey = z.strictObject({
  keyId: z.string(),
  /** SubjectPublicKeyInfo of an RSA key of 3072 bits. */
  publicKey: Base64Between(400, 600),
})
export type DeliveryKey = z.infer<typeof DeliveryKey>

export const EnrolDevice = z.strictObject({
  versions: CommandVersions,
  post: PostCode,
  publicKey: DevicePublicKey,
  deviceTime: DeviceTime,
})
export type EnrolDevice = z.infer<typeof EnrolDevice>

export const OpenPass = z.strictObject({
  versions: CommandVersions,
  deviceTime: DeviceTime,
  /** By the device's key, over `passText`. */
  signature: Base64Of(64),
})
export type OpenPass = z.infer<typeof OpenPass>

export const RevokeDevice = z.strictObject({
  versions: CommandVersions,
  revision: z.int().check(z.positive()),
  reason: LongText,
  deviceTime: DeviceTime,
})
export type RevokeDevice = z.infer<typeof RevokeDevice>

export const DecideQuarantine = z.strictObject({
  versions: CommandVersions,
  decision: z.enum(['release', 'reject']),
  reason: LongText,
  deviceTime: DeviceTime,
})
export type DecideQuarantine = z.infer<typeof DecideQuarantine>

export const DeviceSummary = z.strictObject({
  deviceId: Id,
  /** What its display numbers are made with; no other device ever had it. */
  code: z.string(),
  post: PostCode,
  state: z.enum(deviceStates),
  enrolledAt: Instant,
  revokedAt: z.optional(Instant),
  revision: z.int(),
})
export type DeviceSummary = z.infer<typeof DeviceSummary>

export const DeviceView = z.strictObject({
  ...DeviceSummary.shape,
  revokedBecause: z.optional(z.string()),
  /** Each officer's latest. */
  passes: z.array(z.strictObject({ officerId: z.string(), openedAt: Instant, until: Instant })),
})
export type DeviceView = z.infer<typeof DeviceView>

export const QuarantinedRecord = z.strictObject({
  recordId: Id,
  receivedAt: Instant,
  /** The officer whose session carried it; who captured it is sealed. */
  carriedBy: z.string(),
  state: z.enum(quarantineStates),
  decided: z.optional(z.strictObject({ officerId: z.string(), at: Instant, reason: z.string() })),
})
export type QuarantinedRecord = z.infer<typeof QuarantinedRecord>

const deviceId = '0193a3a0-0000-7000-8000-0000000000d1'
const recordId = '0193a3a0-0000-7000-8000-0000000000a1'
const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T08:00:00.000Z'
const at = '2026-11-22T08:00:01.000Z'
const base64 = (bytes: number) => `${'AQAB'.repeat(Math.floor(bytes / 3))}${['', 'AQ==', 'AQA='][bytes % 3]}`
const deliveryKey = { keyId: '00000000-0000-4000-8000-000000000000', publicKey: base64(422) }
const summary = { deviceId, code: '7F2', post: 'MB', state: 'ACTIVE', enrolledAt: at, revision: 1 } as const
const shared = { query: noQuery, maxBodyBytes: 4_096 } as const

export const devicesRoutes = {
  enrolDevice: route({
    ...shared,
    name: 'enrolDevice',
    method: 'PUT',
    path: '/v1/devices/{deviceId}',
    summary: 'Enrol a tablet at a post',
    permission: 'device.enrol',
    recording: 'committed',
    params: ids('deviceId'),
    body: EnrolDevice,
    response: z.strictObject({
      deviceId: Id,
      code: z.string(),
      post: PostCode,
      enrolledAt: Instant,
      deliveryKey: DeliveryKey,
    }),
    refusals: ['identifier-reused', 'version-retired'],
    examples: {
      params: { deviceId },
      body: { versions, post: 'MB', publicKey: base64(91), deviceTime },
      response: { deviceId, code: '7F2', post: 'MB', enrolledAt: at, deliveryKey },
    },
  }),
  openPass: route({
    ...shared,
    name: 'openPass',
    method: 'PUT',
    path: '/v1/devices/{deviceId}/passes/{passId}',
    summary: 'Let an officer open what they keep on a tablet, for 72 hours',
    permission: 'pass.open',
    recording: 'committed',
    params: ids('deviceId', 'passId'),
    body: OpenPass,
    response: z.strictObject({
      /** The server's half of what opens the officer's vault on this device. */
      share: Base64Of(32),
      until: Instant,
      serverTime: Instant,
      /** `reception@MB`: as the token named them. */
      groups: z.array(z.string()),
      device: z.strictObject({ code: z.string(), post: PostCode }),
      deliveryKey: DeliveryKey,
      restoreEpoch: z.int(),
    }),
    refusals: ['device-unknown', 'device-revoked', 'signature-invalid', 'version-retired'],
    examples: {
      params: { deviceId, passId: '0193a3a0-0000-7000-8000-0000000000d2' },
      body: { versions, deviceTime, signature: base64(64) },
      response: {
        share: base64(32),
        until: '2026-11-25T08:00:01.000Z',
        serverTime: at,
        groups: ['reception@MB'],
        device: { code: '7F2', post: 'MB' },
        deliveryKey,
        restoreEpoch: 0,
      },
    },
  }),
  revokeDevice: route({
    ...shared,
    name: 'revokeDevice',
    method: 'PUT',
    path: '/v1/devices/{deviceId}/revocations/{revocationId}',
    summary: 'Revoke a lost or handed-in tablet: no pass, and what it still sends waits for a supervisor',
    permission: 'device.revoke',
    recording: 'committed',
    params: ids('deviceId', 'revocationId'),
    body: RevokeDevice,
    response: Receipt,
    refusals: ['device-unknown', 'device-revoked', 'revision-stale', 'version-retired'],
    examples: {
      params: { deviceId, revocationId: '0193a3a0-0000-7000-8000-0000000000d3' },
      body: { versions, revision: 1, reason: 'Left in the bus', deviceTime },
      response: { id: '0193a3a0-0000-7000-8000-0000000000d3', receivedAt: at, restoreEpoch: 0 },
    },
  }),
  listDevices: route({
    name: 'listDevices',
    method: 'GET',
    path: '/v1/devices',
    summary: 'The tablets of a post, the latest enrolled first',
    permission: 'device.read',
    recording: 'none',
    params: z.strictObject({}),
    query: z.strictObject({ post: PostCode }),
    maxBodyBytes: 0,
    response: z.strictObject({ devices: z.array(DeviceSummary) }),
    refusals: [],
    examples: { response: { devices: [summary] } },
  }),
  readDevice: route({
    name: 'readDevice',
    method: 'GET',
    path: '/v1/devices/{deviceId}',
    summary: 'A tablet and who last held a pass on it',
    permission: 'device.read',
    recording: 'read',
    params: ids('deviceId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: DeviceView,
    refusals: ['device-unknown'],
    examples: { params: { deviceId }, response: { ...summary, passes: [] } },
  }),
  listQuarantine: route({
    name: 'listQuarantine',
    method: 'GET',
    path: '/v1/devices/{deviceId}/quarantine',
    summary: 'What a revoked tablet still sent: unopened',
    permission: 'device.read',
    recording: 'read',
    params: ids('deviceId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ records: z.array(QuarantinedRecord) }),
    refusals: ['device-unknown'],
    examples: {
      params: { deviceId },
      response: { records: [{ recordId, receivedAt: at, carriedBy: 'officer-1', state: 'WAITING' }] },
    },
  }),
  decideQuarantine: route({
    ...shared,
    name: 'decideQuarantine',
    method: 'PUT',
    path: '/v1/devices/{deviceId}/quarantine/{recordId}/decisions/{decisionId}',
    summary: 'Release a quarantined record, which is then stored as its author kept it, or reject it',
    permission: 'device.revoke',
    recording: 'committed',
    params: ids('deviceId', 'recordId', 'decisionId'),
    body: DecideQuarantine,
    response: Receipt,
    refusals: ['device-unknown', 'record-decided', 'version-retired'],
    examples: {
      params: { deviceId, recordId, decisionId: '0193a3a0-0000-7000-8000-0000000000d4' },
      body: { versions, decision: 'release', reason: 'Found in the office the same evening', deviceTime },
      response: { id: '0193a3a0-0000-7000-8000-0000000000d4', receivedAt: at, restoreEpoch: 0 },
    },
  }),
} as const
