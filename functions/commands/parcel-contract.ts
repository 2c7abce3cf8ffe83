/**
 * Sealed parcels (ADR 11): what several officers kept on one tablet, carried by whoever of them has a network now. The
 * carrier learns of each record its id and what became of it; who wrote it and what is in it are sealed.
 */
import * as z from 'zod/mini'
import { Base64Between, Base64Of } from '../platform/base64.ts'
import { Id, Instant, ids, isNamedOnce, noParams, noQuery, Receipt } from '../platform/fields.ts'
import { route } from '../platform/route.ts'
import { RecordedCommand } from './sealed-record.ts'

export const mostRecords = 50
/** An item of the table holds 400 kB at most. */
const mostSealedBytes = 256_000

/** RSA 3072. */
export const WrappedKey = Base64Of(384)
const KeyId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))

export const SealedRecord = z.strictObject({
  recordId: Id,
  /** The wrapped key it is sealed under, among the parcel's. */
  keyId: KeyId,
  /** Records that must have been stored first: of this parcel, or sent before. */
  dependsOn: z.array(Id).check(z.maxLength(mostRecords), isNamedOnce),
  sealed: Base64Between(30, mostSealedBytes),
})
export type SealedRecord = z.infer<typeof SealedRecord>

/** Of a sealed record that goes ahead of its parcel: packed on the way a part stays under 32 kB. */
export const mostPartBytes = 32_000
export const mostParts = Math.ceil(mostSealedBytes / mostPartBytes)

/** SHA-256 of the sealed record, whole, in base64url. */
const SealedHash = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))

/** A record whose bytes went ahead: named here by what they are together. */
export const PartedRecord = z.strictObject({
  recordId: Id,
  keyId: KeyId,
  dependsOn: SealedRecord.shape.dependsOn,
  parts: z.strictObject({ count: z.int().check(z.positive(), z.maximum(mostParts)), sealedHash: SealedHash }),
})
export type PartedRecord = z.infer<typeof PartedRecord>

export const SendPart = z.strictObject({
  deviceId: Id,
  sealedHash: SealedHash,
  content: Base64Between(1, mostPartBytes),
})
export type SendPart = z.infer<typeof SendPart>

export const SendParcel = z.strictObject({
  /** The device that captured them, which need not be the one that sends. */
  deviceId: Id,
  keys: z.record(KeyId, WrappedKey).check(z.refine(keys => Object.keys(keys).length <= mostRecords)),
  records: z.array(z.union([SealedRecord, PartedRecord])).check(z.minLength(1), z.maxLength(mostRecords)),
})
export type SendParcel = z.infer<typeof SendParcel>

export const RecordAnswer = z.discriminatedUnion('is', [
  z.strictObject({ recordId: Id, is: z.literal('received'), receipt: Receipt }),
  /** Kept for its author where it could be opened, unless `isLetGo`; `word` of the closed list, and no more. */
  z.strictObject({ recordId: Id, is: z.literal('refused'), word: z.string() }),
  z.strictObject({ recordId: Id, is: z.literal('quarantined') }),
  /** Busy, out of time, or waiting for another: nothing is known to be stored, send it again. */
  z.strictObject({ recordId: Id, is: z.literal('later') }),
  /** These did not come, or do not make the record that was named: send them again, and then the record. */
  z.strictObject({ recordId: Id, is: z.literal('parts-missing'), numbers: z.array(z.int()) }),
])
export type RecordAnswer = z.infer<typeof RecordAnswer>

/**
 * A photograph without its yes is kept by nobody, sealed or not (docs/adr/0013-attachments.md): where a record is refused
 * in such a word, its content goes here and on its tablet.
 */
export const isLetGo = (word: string | undefined): boolean => word === 'consent-needed'

const RefusedRecord = z.strictObject({ recordId: Id, deviceId: Id, word: z.string(), refusedAt: Instant })

const recordId = '0193a3a0-0000-7000-8000-0000000000a1'
const deviceId = '0193a3a0-0000-7000-8000-0000000000d1'
const at = '2026-11-22T08:00:00.000Z'
const aRefusal = { recordId, deviceId, word: 'batch-closed', refusedAt: at }

export const parcelRoutes = {
  sendParcel: route({
    name: 'sendParcel',
    method: 'POST',
    path: '/v1/parcels',
    summary: 'Up to 50 sealed records of one tablet, each stored in the name of its author',
    permission: 'commands.send',
    recording: 'none',
    params: noParams,
    query: noQuery,
    body: SendParcel,
    /** 256 kB packed by gzip, which takes back what base64 adds; unpacked by us. */
    maxPackedBytes: 262_144,
    maxBodyBytes: 600_000,
    response: z.strictObject({ answers: z.array(RecordAnswer) }),
    refusals: ['device-unknown', 'record-unreadable', 'author-unknown', 'command-unknown'],
    examples: {
      body: {
        deviceId,
        keys: { '1': 'AQAB'.repeat(128) },
        records: [{ recordId, keyId: '1', dependsOn: [], sealed: 'AQAB'.repeat(180) }],
      },
      response: { answers: [{ recordId, is: 'received', receipt: { id: recordId, receivedAt: at, restoreEpoch: 0 } }] },
    },
  }),
  sendPart: route({
    name: 'sendPart',
    method: 'PUT',
    path: '/v1/parcels/{recordId}/parts/{number}',
    summary: 'One part of a large sealed record, ahead of the parcel that names it',
    permission: 'commands.send',
    recording: 'none',
    params: z.strictObject({ recordId: Id, number: z.string().check(z.regex(new RegExp(`^[1-${mostParts}]$`))) }),
    query: noQuery,
    body: SendPart,
    maxPackedBytes: 32_768,
    maxBodyBytes: 44_000,
    response: z.strictObject({ recordId: Id, number: z.int() }),
    refusals: ['device-unknown'],
    examples: {
      params: { recordId, number: '1' },
      body: { deviceId, sealedHash: 'x'.repeat(43), content: 'AQAB' },
      response: { recordId, number: 1 },
    },
  }),
  listRefused: route({
    name: 'listRefused',
    method: 'GET',
    path: '/v1/refused',
    summary: "The caller's own records that were refused and are not mended",
    permission: 'commands.send',
    recording: 'none',
    params: noParams,
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ records: z.array(RefusedRecord) }),
    refusals: [],
    examples: { response: { records: [aRefusal] } },
  }),
  takeRefused: route({
    name: 'takeRefused',
    method: 'GET',
    path: '/v1/refused/{recordId}',
    summary: "One of the caller's own refused records, opened, to be mended on whatever device",
    permission: 'commands.send',
    recording: 'read',
    params: ids('recordId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ ...RefusedRecord.shape, capturedAt: Instant, command: RecordedCommand }),
    refusals: [],
    examples: {
      params: { recordId },
      response: {
        ...aRefusal,
        capturedAt: at,
        command: { method: 'PUT', path: '/v1/batches/0193a3a0-0000-7000-8000-000000000001', body: {} },
      },
    },
  }),
} as const
