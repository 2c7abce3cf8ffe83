/** Humanitarian support: what a post holds and what a return event received (domain.md 4). */
import * as z from 'zod/mini'
import { CommandVersions, DeviceTime, Id, Instant, ids, noQuery, Receipt, ShortText } from '../platform/fields.ts'
import { PostCode } from '../platform/places.ts'
import { route } from '../platform/route.ts'
import { comesInLots, ItemCode } from './items.ts'
import { ProofOfHandover } from './proof.ts'

export const ReceiveStock = z
  .strictObject({
    versions: CommandVersions,
    item: ItemCode,
    quantity: z.int().check(z.positive(), z.maximum(100_000_000)),
    /** The supplier's or donor's lot, as printed; of what comes in none it may be left out. */
    lot: z.optional(ShortText),
    expiresOn: z.optional(z.iso.date()),
    deviceTime: DeviceTime,
  })
  .check(
    z.refine(({ item, lot }) => lot !== undefined || !comesInLots(item), {
      path: ['lot'],
      params: { word: 'lot-needed' },
    }),
  )
export type ReceiveStock = z.infer<typeof ReceiveStock>

export const StockLevel = z.strictObject({ item: ItemCode, left: z.int(), drawn: z.int(), received: z.int() })
export const Entitlement = z.strictObject({
  item: ItemCode,
  quantity: z.int(),
  state: z.enum(['ISSUED', 'DISPUTED']),
  issuedAt: Instant,
  post: PostCode,
  proof: z.optional(ProofOfHandover),
})

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T08:00:00.000Z'
const moveId = '0193a3a0-0000-7000-8000-000000000011'
const returnEventId = '0193a3a0-0000-7000-8000-000000000012'

export const supportRoutes = {
  receiveStock: route({
    name: 'receiveStock',
    method: 'PUT',
    path: '/v1/posts/{post}/stock/{moveId}',
    summary: 'Receive stock at a post and lease it to the desk',
    permission: 'stock.receive',
    recording: 'committed',
    params: z.strictObject({ post: PostCode, moveId: Id }),
    query: noQuery,
    body: ReceiveStock,
    maxBodyBytes: 8_192,
    response: Receipt,
    refusals: ['identifier-reused', 'version-retired'],
    examples: {
      params: { post: 'MB', moveId },
      body: { versions, item: 'BLANKET', quantity: 100, lot: 'IOM-2026-041', deviceTime },
      response: { id: moveId, receivedAt: deviceTime, restoreEpoch: 0 },
    },
  }),
  readStock: route({
    name: 'readStock',
    method: 'GET',
    path: '/v1/posts/{post}/stock',
    summary: 'What the desk of a post still holds',
    permission: 'stock.read',
    recording: 'none',
    params: z.strictObject({ post: PostCode }),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ levels: z.array(StockLevel), approval: z.enum(['UNAPPROVED', 'APPROVED']) }),
    refusals: [],
    examples: {
      params: { post: 'MB' },
      response: { levels: [{ item: 'BLANKET', left: 90, drawn: 10, received: 100 }], approval: 'UNAPPROVED' },
    },
  }),
  readSupport: route({
    name: 'readSupport',
    method: 'GET',
    path: '/v1/returns/{returnEventId}/support',
    summary: 'What was given for a return event',
    permission: 'support.read',
    recording: 'read',
    params: ids('returnEventId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ entitlements: z.array(Entitlement) }),
    refusals: [],
    examples: {
      params: { returnEventId },
      response: { entitlements: [{ item: 'BLANKET', quantity: 1, state: 'ISSUED', issuedAt: deviceTime, post: 'MB' }] },
    },
  }),
} as const
