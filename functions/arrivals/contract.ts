/** Arrival batches: a bus-load is the unit of arrival, and its count must balance (domain.md 1.1, 2.9). */
import * as z from 'zod/mini'
import {
  CommandVersions,
  Count,
  DeviceTime,
  Id,
  Instant,
  ids,
  LongText,
  noQuery,
  Receipt,
  ShortText,
} from '../platform/fields.ts'
import { PostCode } from '../platform/places.ts'
import { route } from '../platform/route.ts'
import { CountedOutcome, ReturnType, SendingFacility, Transport } from '../registration/code-lists.ts'
import { Balance, BatchSummary, batchStates, CountedPerson, Heads } from './batch.ts'
import { boardRoutes } from './board-contract.ts'
import { ReadRow } from './manifest-row.ts'

export const OpenBatch = z.strictObject({
  versions: CommandVersions,
  post: PostCode,
  transport: Transport,
  sendingFacility: SendingFacility,
  /** What holds for most people on board; an intake may say otherwise. */
  returnType: ReturnType,
  escortAgency: z.optional(ShortText),
  manifestNumber: z.optional(ShortText),
  declaredHeadcount: Count,
  deviceTime: DeviceTime,
})
export type OpenBatch = z.infer<typeof OpenBatch>

export const CountHeads = z.strictObject({
  versions: CommandVersions,
  heads: Heads,
  /** The count this one replaces, as the officer saw it: `null` where there was none, absent where nobody looked. */
  instead: z.optional(z.nullable(Heads)),
  deviceTime: DeviceTime,
})
export type CountHeads = z.infer<typeof CountHeads>

/** The file's text, as typed by the sending facility; read again by the same rules on tablet and server. */
export const ImportManifest = z.strictObject({
  versions: CommandVersions,
  manifestId: Id,
  text: z.string().check(z.maxLength(1_000_000)),
  deviceTime: DeviceTime,
})
export type ImportManifest = z.infer<typeof ImportManifest>

/** Every counted person ends in exactly one outcome; `REGISTERED` comes from the intake alone. */
export const RecordOutcome = z.strictObject({
  versions: CommandVersions,
  outcome: CountedOutcome.check(
    z.refine(outcome => outcome !== 'REGISTERED', { params: { word: 'registered-by-intake' } }),
  ),
  row: z.optional(z.int().check(z.positive())),
  reason: z.optional(LongText),
  deviceTime: DeviceTime,
})
export type RecordOutcome = z.infer<typeof RecordOutcome>

export const CloseBatch = z.strictObject({
  versions: CommandVersions,
  /** Needed where the count does not balance. */
  reason: z.optional(LongText),
  deviceTime: DeviceTime,
})
export type CloseBatch = z.infer<typeof CloseBatch>

export const BatchView = z.strictObject({
  batch: BatchSummary,
  balance: Balance,
  rows: z.array(ReadRow),
  counted: z.array(CountedPerson),
  /** Of a closed batch: when, and why it did not balance. */
  closing: z.optional(z.strictObject({ closedAt: Instant, reason: z.optional(z.string()) })),
})
export type BatchView = z.infer<typeof BatchView>

export const ManifestReceipt = z.strictObject({
  ...Receipt.shape,
  accepted: z.int(),
  rejected: z.int(),
  /** Lines with nothing in them: no rows, but they count in the numbering. */
  blankLines: z.int(),
  /** The same list was sent before under another id: nothing was stored now. */
  importedBefore: z.boolean(),
  rows: z.array(ReadRow),
})

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T08:00:00.000Z'
const batchId = '0193a3a0-0000-7000-8000-000000000001'
const receipt = { id: batchId, receivedAt: deviceTime, restoreEpoch: 0 }
const summary = {
  batchId,
  post: 'MB',
  transport: 'BUS',
  sendingFacility: 'LINDELA',
  returnType: 'DEPORTED',
  declaredHeadcount: 117,
  state: 'EXPECTED',
  openedAt: deviceTime,
  revision: 1,
} as const

export const arrivalsRoutes = {
  openBatch: route({
    name: 'openBatch',
    method: 'PUT',
    path: '/v1/batches/{batchId}',
    summary: 'Open an arrival batch at a post',
    permission: 'batch.open',
    recording: 'committed',
    params: ids('batchId'),
    query: noQuery,
    body: OpenBatch,
    maxBodyBytes: 8_192,
    response: Receipt,
    refusals: ['identifier-reused', 'version-retired'],
    examples: {
      params: { batchId },
      body: {
        versions,
        post: 'MB',
        transport: 'BUS',
        sendingFacility: 'LINDELA',
        returnType: 'DEPORTED',
        declaredHeadcount: 117,
        deviceTime,
      },
      response: receipt,
    },
  }),
  countHeads: route({
    name: 'countHeads',
    method: 'PUT',
    path: '/v1/batches/{batchId}/counts/{countId}',
    summary: 'Say how many men, women and children stepped off',
    permission: 'batch.count',
    recording: 'committed',
    params: ids('batchId', 'countId'),
    query: noQuery,
    body: CountHeads,
    maxBodyBytes: 8_192,
    response: Receipt,
    refusals: ['batch-unknown', 'batch-closed', 'identifier-reused', 'revision-stale', 'version-retired'],
    examples: {
      params: { batchId, countId: '0193a3a0-0000-7000-8000-000000000002' },
      body: { versions, heads: { men: 70, women: 30, children: 16 }, deviceTime },
      response: receipt,
    },
  }),
  importManifest: route({
    name: 'importManifest',
    method: 'PUT',
    path: '/v1/batches/{batchId}/manifest',
    summary: 'Import the list a sending facility typed; every row gets an answer',
    permission: 'manifest.import',
    recording: 'committed',
    params: ids('batchId'),
    query: noQuery,
    body: ImportManifest,
    maxBodyBytes: 1_200_000,
    response: ManifestReceipt,
    refusals: [
      'batch-unknown',
      'batch-closed',
      'identifier-reused',
      'list-already-imported',
      'manifest-unreadable',
      'manifest-empty',
      'manifest-too-large',
      'version-retired',
    ],
    examples: {
      params: { batchId },
      body: {
        versions,
        manifestId: '0193a3a0-0000-7000-8000-000000000003',
        text: 'NO;SURNAME;FULL NAMES\n1;MOHAPI;KGWABANE',
        deviceTime,
      },
      response: { ...receipt, accepted: 0, rejected: 0, blankLines: 0, importedBefore: false, rows: [] },
    },
  }),
  recordOutcome: route({
    name: 'recordOutcome',
    method: 'PUT',
    path: '/v1/batches/{batchId}/outcomes/{outcomeId}',
    summary: 'Record what became of a counted person who was not registered',
    permission: 'outcome.record',
    recording: 'committed',
    params: ids('batchId', 'outcomeId'),
    query: noQuery,
    body: RecordOutcome,
    maxBodyBytes: 8_192,
    response: Receipt,
    refusals: [
      'batch-unknown',
      'batch-closed',
      'row-unknown',
      'row-already-taken',
      'identifier-reused',
      'reason-needed',
      'version-retired',
    ],
    examples: {
      params: { batchId, outcomeId: '0193a3a0-0000-7000-8000-000000000004' },
      body: { versions, outcome: 'LEFT_BEFORE', deviceTime },
      response: receipt,
    },
  }),
  closeBatch: route({
    name: 'closeBatch',
    method: 'PUT',
    path: '/v1/batches/{batchId}/closings/{closingId}',
    summary: 'Close a batch whose count balances, or, as a supervisor, one that does not',
    permission: 'batch.close',
    recording: 'committed',
    params: ids('batchId', 'closingId'),
    query: noQuery,
    body: CloseBatch,
    maxBodyBytes: 8_192,
    response: z.strictObject({ ...Receipt.shape, state: z.enum(batchStates), balance: Balance }),
    refusals: [
      'batch-unknown',
      'batch-closed',
      'identifier-reused',
      'headcount-unbalanced',
      'reason-needed',
      'version-retired',
    ],
    examples: {
      params: { batchId, closingId: '0193a3a0-0000-7000-8000-000000000005' },
      body: { versions, deviceTime },
      response: { ...receipt, state: 'CLOSED', balance: { headcount: 1, outcomes: { REGISTERED: 1 }, difference: 0 } },
    },
  }),
  listBatches: route({
    name: 'listBatches',
    method: 'GET',
    path: '/v1/batches',
    summary: 'The latest batches of a post',
    permission: 'batch.read',
    recording: 'none',
    params: z.strictObject({}),
    query: z.strictObject({ post: PostCode }),
    maxBodyBytes: 0,
    response: z.strictObject({ batches: z.array(BatchSummary) }),
    refusals: [],
    examples: { response: { batches: [summary] } },
  }),
  readBatch: route({
    name: 'readBatch',
    method: 'GET',
    path: '/v1/batches/{batchId}',
    summary: 'A batch with its live balance and its list',
    permission: 'batch.people',
    recording: 'read',
    params: ids('batchId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: BatchView,
    refusals: [],
    examples: {
      params: { batchId },
      response: { batch: summary, balance: { headcount: 117, outcomes: {}, difference: 117 }, rows: [], counted: [] },
    },
  }),
  ...boardRoutes,
} as const
