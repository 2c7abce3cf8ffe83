/**
 * The private screen's route. Its body is one sealed envelope of one size: neither this function nor anybody on the
 * way can tell what is in it, nor about whom it is (design.md promise 5).
 */
import * as z from 'zod/mini'
import { ids, noQuery, Receipt } from '../platform/fields.ts'
import { route } from '../platform/route.ts'
import { exampleEnvelope, SealedEnvelope } from './sealed-envelope.ts'

export const PutScreen = z.strictObject({ contract: z.literal(1), envelope: SealedEnvelope })
export type PutScreen = z.infer<typeof PutScreen>

/** After one of these the same record is refused for ever: sending it again is no use. */
export const finalRefusals = ['content-not-sealed', 'version-retired'] as const

const screenId = '0193a3a0-0000-7000-8000-000000000031'

export const screeningRoutes = {
  putScreen: route({
    name: 'putScreen',
    method: 'PUT',
    path: '/v1/screens/{screenId}',
    summary: 'Hand over a sealed record',
    permission: 'screen.seal',
    recording: 'committed',
    params: ids('screenId'),
    query: noQuery,
    body: PutScreen,
    maxBodyBytes: 32_768,
    response: Receipt,
    refusals: finalRefusals,
    examples: {
      params: { screenId },
      body: { contract: 1, envelope: exampleEnvelope },
      response: { id: screenId, receivedAt: '2026-11-22T08:00:00.000Z', restoreEpoch: 0 },
    },
  }),
} as const
