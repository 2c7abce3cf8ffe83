/** The routes of receipts and of the sample that is held against them (domain.md 4.5). */
import * as z from 'zod/mini'
import { CommandVersions, DeviceTime, Id, Instant, ids, LongText, noQuery, Receipt } from '../platform/fields.ts'
import { PostCode } from '../platform/places.ts'
import { route } from '../platform/route.ts'
import { ItemCode } from './items.ts'
import { ProofOfHandover } from './proof.ts'
import { verificationFindings } from './verification-findings.ts'

export const ReceiptView = z.strictObject({
  receiptId: z.string(),
  receiptNumber: z.string(),
  displayNumber: z.string(),
  issuedAt: Instant,
  post: PostCode,
  officerId: z.string(),
  proof: z.optional(ProofOfHandover),
  lines: z.array(
    z.strictObject({
      item: ItemCode,
      quantity: z.int(),
      state: z.enum(['ISSUED', 'DISPUTED', 'REJECTED', 'REVERSED']),
      /** In lisente, by the catalogue of that day. */
      worth: z.optional(z.int()),
      /** Absent where no project paid, and where its name would say too much. */
      projectCode: z.optional(z.string()),
      requestId: z.optional(Id),
    }),
  ),
  /** In lisente, of what was given and not undone. */
  worth: z.int(),
})
export type ReceiptView = z.infer<typeof ReceiptView>

export const SampleView = z.strictObject({
  receiptId: z.string(),
  receiptNumber: z.string(),
  returnEventId: Id,
  issuedAt: Instant,
  /** By which it was drawn, for whoever draws the sample again; not before its day is over. */
  seed: z.optional(z.string()),
  found: z.optional(z.enum(verificationFindings)),
})
export type SampleView = z.infer<typeof SampleView>

export const VerifyReceipt = z
  .strictObject({
    versions: CommandVersions,
    deviceTime: DeviceTime,
    receiptId: z.string().check(z.maxLength(36)),
    issuedAt: Instant,
    found: z.enum(verificationFindings),
    /** What the person said they were given, where it differs. */
    note: z.optional(LongText),
  })
  .check(
    z.refine(({ found, note }) => found !== 'DIFFERS' || note !== undefined, {
      path: ['note'],
      params: { word: 'note-needed' },
    }),
  )
export type VerifyReceipt = z.infer<typeof VerifyReceipt>

const deviceTime = '2026-11-22T08:00:00.000Z'
const returnEventId = '0193a3a0-0000-7000-8000-000000000012'
const id = '0193a3a0-0000-7000-8000-000000000041'

export const receiptRoutes = {
  readReceipts: route({
    name: 'readReceipts',
    method: 'GET',
    path: '/v1/returns/{returnEventId}/receipts',
    summary: 'What was handed over for a return event, receipt by receipt, with its value and its proof',
    permission: 'support.read',
    recording: 'read',
    params: ids('returnEventId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ receipts: z.array(ReceiptView) }),
    refusals: [],
    examples: {
      params: { returnEventId },
      response: {
        receipts: [
          {
            ...{ receiptId: returnEventId, receiptNumber: 'XV-7F-00001-Z/0012', displayNumber: 'XV-7F-00001-Z' },
            ...{ issuedAt: deviceTime, post: 'MB', officerId: 'officer-1' },
            proof: { kind: 'WITNESS', witness: 'Mamello Sekhonyana' },
            lines: [{ item: 'BLANKET', quantity: 1, state: 'ISSUED', worth: 18_000, projectCode: 'JP-21' }],
            worth: 18_000,
          },
        ],
      },
    },
  }),
  listSample: route({
    name: 'listSample',
    method: 'GET',
    path: '/v1/posts/{post}/sample',
    summary: 'Receipts of a post that were drawn to be held against what people say they were given',
    permission: 'support.verify',
    recording: 'read',
    params: z.strictObject({ post: PostCode }),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ sample: z.array(SampleView) }),
    refusals: [],
    examples: {
      params: { post: 'MB' },
      response: {
        sample: [
          {
            ...{ receiptId: returnEventId, receiptNumber: 'XV-7F-00001-Z/0012', returnEventId },
            ...{ issuedAt: deviceTime, seed: '0193a3a0-0000-7000-8000-000000000071' },
          },
        ],
      },
    },
  }),
  verifyReceipt: route({
    name: 'verifyReceipt',
    method: 'PUT',
    path: '/v1/posts/{post}/verifications/{verificationId}',
    summary: 'Say what a person of the sample says they were given',
    permission: 'support.verify',
    recording: 'committed',
    params: z.strictObject({ post: PostCode, verificationId: Id }),
    query: noQuery,
    body: VerifyReceipt,
    maxBodyBytes: 8_192,
    response: Receipt,
    refusals: ['identifier-reused', 'sample-unknown', 'sample-verified', 'not-by-yourself', 'version-retired'],
    examples: {
      params: { post: 'MB', verificationId: id },
      body: {
        ...{ versions: { contract: 1, rules: '2026-11-01' }, deviceTime, receiptId: returnEventId },
        ...{ issuedAt: deviceTime, found: 'AS_WRITTEN' },
      },
      response: { id, receivedAt: deviceTime, restoreEpoch: 0 },
    },
  }),
} as const
