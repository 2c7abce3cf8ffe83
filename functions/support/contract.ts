/** Humanitarian support: what a return event received (domain.md 4). */
import * as z from 'zod/mini'
import { Id, Instant, ids, noQuery } from '../platform/fields.ts'
import { PostCode } from '../platform/places.ts'
import { route } from '../platform/route.ts'
import { ItemCode } from './items.ts'
import { ProofOfHandover } from './proof.ts'

export const Entitlement = z.strictObject({
  item: ItemCode,
  quantity: z.int(),
  /** `REVERSED`: given by mistake, and in the store again. */
  state: z.enum(['ISSUED', 'DISPUTED', 'REJECTED', 'REVERSED']),
  /** Of what was granted beyond the ceilings. */
  requestId: z.optional(Id),
  issuedAt: Instant,
  post: PostCode,
  proof: z.optional(ProofOfHandover),
})

const deviceTime = '2026-11-22T08:00:00.000Z'
const returnEventId = '0193a3a0-0000-7000-8000-000000000012'

export const supportRoutes = {
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
