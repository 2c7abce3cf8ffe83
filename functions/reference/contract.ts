/** What the system says about itself: the OpenAPI document, made from the contracts. */
import * as z from 'zod/mini'
import { noParams, noQuery } from '../platform/fields.ts'
import { route } from '../platform/route.ts'

export const referenceRoutes = {
  readOpenApi: route({
    name: 'readOpenApi',
    method: 'GET',
    path: '/v1/openapi.json',
    summary: 'This interface as an OpenAPI 3.1 document',
    permission: 'public',
    recording: 'none',
    params: noParams,
    query: noQuery,
    maxBodyBytes: 0,
    response: z.record(z.string(), z.unknown()),
    refusals: [],
    examples: { response: { openapi: '3.1.0' } },
  }),
} as const
