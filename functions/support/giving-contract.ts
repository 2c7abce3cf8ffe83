/** The routes of what is given after the intake, and of what is asked for beyond the ceilings (domain.md 4.2). */
import * as z from 'zod/mini'
import { CommandVersions, DeviceTime, Id, Instant, isOnce, LongText, noQuery, Receipt } from '../platform/fields.ts'
import { PostCode } from '../platform/places.ts'
import { route } from '../platform/route.ts'
import { ItemCode } from './items.ts'
import { ProofOfHandover } from './proof.ts'
import { needs, rankReasons } from './ranking.ts'
import { requestStates } from './request-states.ts'
import { GivenLine, SupportLine } from './support-line.ts'

const told = { versions: CommandVersions, deviceTime: DeviceTime }

export const GiveSupport = z.strictObject({
  ...told,
  support: z.array(GivenLine).check(
    z.minLength(1),
    z.maxLength(12),
    isOnce<GivenLine>(({ item }) => item),
  ),
  proof: z.optional(ProofOfHandover),
})
export type GiveSupport = z.infer<typeof GiveSupport>

export const AskForMore = z.strictObject({ ...told, ...SupportLine.shape, reason: LongText })
export type AskForMore = z.infer<typeof AskForMore>

export const AnswerRequest = z.strictObject({
  ...told,
  requestId: Id,
  decision: z.enum(['GRANT', 'REFUSE']),
  reason: LongText,
  /** Of the handing-over, where it is granted. */
  proof: z.optional(ProofOfHandover),
})
export type AnswerRequest = z.infer<typeof AnswerRequest>

export const GiftReceipt = z.strictObject({
  ...Receipt.shape,
  granted: z.array(SupportLine),
  disputed: z.array(SupportLine),
})

export const RequestView = z.strictObject({
  requestId: Id,
  returnEventId: Id,
  displayNumber: z.string(),
  item: ItemCode,
  quantity: z.int(),
  reason: z.string(),
  state: z.enum(requestStates),
  askedAt: Instant,
  /** The caller asked for it, so that somebody else answers. */
  isOwn: z.boolean(),
  answerReason: z.optional(z.string()),
})
export type RequestView = z.infer<typeof RequestView>

export const WaitingView = z.strictObject({
  returnEventId: Id,
  displayNumber: z.string(),
  need: z.enum(needs),
  hasSmallChild: z.boolean(),
  /** Borders of districts between the post and home. */
  steps: z.int(),
  /** What put them before the next. */
  before: z.optional(z.enum(rankReasons)),
})
export type WaitingView = z.infer<typeof WaitingView>

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T08:00:00.000Z'
const returnEventId = '0193a3a0-0000-7000-8000-000000000012'
const id = '0193a3a0-0000-7000-8000-000000000041'
const receipt = { id, receivedAt: deviceTime, restoreEpoch: 0 }
const nights = { item: 'SHELTER_TEMP', quantity: 2 } as const

const command = { method: 'PUT', recording: 'committed', query: noQuery, maxBodyBytes: 8_192 } as const

export const givingRoutes = {
  giveSupport: route({
    ...command,
    name: 'giveSupport',
    path: '/v1/returns/{returnEventId}/gifts/{giftId}',
    summary: 'Give something after the intake, by the same rules',
    permission: 'support.give',
    params: z.strictObject({ returnEventId: Id, giftId: Id }),
    body: GiveSupport,
    response: GiftReceipt,
    refusals: [
      ...(['identifier-reused', 'already-supported', 'lease-exhausted', 'not-eligible'] as const),
      ...(['over-ceiling', 'device-unknown', 'version-retired'] as const),
    ],
    examples: {
      params: { returnEventId, giftId: id },
      body: { versions, deviceTime, support: [{ item: 'SHOES', quantity: 1 }] },
      response: { ...receipt, granted: [{ item: 'SHOES', quantity: 1 }], disputed: [] },
    },
  }),
  askForMore: route({
    ...command,
    name: 'askForMore',
    path: '/v1/returns/{returnEventId}/requests/{requestId}',
    summary: 'Ask a second person for more than the ceilings allow',
    permission: 'support.give',
    params: z.strictObject({ returnEventId: Id, requestId: Id }),
    body: AskForMore,
    response: Receipt,
    refusals: ['identifier-reused', 'not-eligible', 'version-retired'],
    examples: {
      params: { returnEventId, requestId: id },
      body: { versions, deviceTime, ...nights, reason: 'The road home is cut until Thursday' },
      response: receipt,
    },
  }),
  listRequests: route({
    name: 'listRequests',
    method: 'GET',
    path: '/v1/posts/{post}/requests',
    summary: 'What was asked for at a post beyond the ceilings',
    permission: 'support.give',
    recording: 'read',
    params: z.strictObject({ post: PostCode }),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ requests: z.array(RequestView) }),
    refusals: [],
    examples: {
      params: { post: 'MB' },
      response: {
        requests: [
          {
            ...{ requestId: id, returnEventId, displayNumber: 'XV-7F-00001-Z', ...nights, state: 'OPEN' },
            ...{ reason: 'The road home is cut until Thursday', askedAt: deviceTime, isOwn: false },
          },
        ],
      },
    },
  }),
  listWaiting: route({
    name: 'listWaiting',
    method: 'GET',
    path: '/v1/posts/{post}/waiting/{item}',
    summary: 'Who of the last two days still waits for an item that was not there, in the order of their turn',
    permission: 'support.give',
    recording: 'read',
    params: z.strictObject({ post: PostCode, item: ItemCode }),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({
      /** By which those who are alike in all of it were drawn: who draws with it again finds the same order. */
      seed: z.string(),
      waiting: z.array(WaitingView),
    }),
    refusals: [],
    examples: {
      params: { post: 'MB', item: 'BLANKET' },
      response: {
        seed: 'MB BLANKET 2026-11-22',
        waiting: [
          {
            ...{ returnEventId, displayNumber: 'XV-7F-00001-Z', need: 'HIGH', hasSmallChild: false, steps: 2 },
            before: 'NEED',
          },
          { returnEventId: id, displayNumber: 'XV-7F-00002-X', need: 'LOW', hasSmallChild: true, steps: 1 },
        ],
      },
    },
  }),
  answerRequest: route({
    ...command,
    name: 'answerRequest',
    path: '/v1/posts/{post}/answers/{answerId}',
    summary: 'Grant what was asked for beyond the ceilings, from the desk, or refuse it',
    permission: 'support.answer',
    params: z.strictObject({ post: PostCode, answerId: Id }),
    body: AnswerRequest,
    response: Receipt,
    refusals: [
      ...(['identifier-reused', 'request-unknown', 'request-answered', 'not-by-yourself'] as const),
      ...(['lease-exhausted', 'not-eligible', 'version-retired'] as const),
    ],
    examples: {
      params: { post: 'MB', answerId: id },
      body: { versions, deviceTime, requestId: id, decision: 'GRANT', reason: 'The road is cut' },
      response: receipt,
    },
  }),
} as const
