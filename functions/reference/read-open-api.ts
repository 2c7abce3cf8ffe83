import { endpoint } from '../platform/endpoint.ts'
import { ok } from '../platform/reply.ts'
import { referenceRoutes } from './contract.ts'
import type { Json } from './openapi.ts'

/** The document is made once, when the function starts. */
export const readOpenApi = (document: Json) => endpoint(referenceRoutes.readOpenApi, async () => ok({ ...document }))
