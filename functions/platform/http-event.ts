/** The HTTP API's event (payload format 2.0) as far as we read it, and its body unpacked. */
import * as z from 'zod/mini'
import { type Refused, refused } from './reply.ts'
import type { Route } from './route.ts'

export const HttpEvent = z.object({
  routeKey: z.string(),
  pathParameters: z.optional(z.record(z.string(), z.string())),
  queryStringParameters: z.optional(z.record(z.string(), z.string())),
  headers: z.record(z.string(), z.string()),
  body: z.optional(z.string()),
  isBase64Encoded: z.optional(z.boolean()),
  requestContext: z.object({
    requestId: z.string(),
    authorizer: z.optional(z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) })),
  }),
})
export type HttpEvent = z.infer<typeof HttpEvent>

type Unpacked = { readonly json: unknown } | Refused

type BodyLimits = Pick<Route, 'maxBodyBytes' | 'maxPackedBytes'>

/** The body as JSON. An HTTP API does not unpack gzip: we do, and never more than the route's limit. */
export function readBody(event: HttpEvent, { maxBodyBytes, maxPackedBytes = maxBodyBytes }: BodyLimits): Unpacked {
  const mediaType = (event.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') return refused('wrong-content-type')
  const packing = event.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (packing !== 'gzip' && packing !== 'identity') return refused('wrong-content-type')
  const sent = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  const isPacked = packing === 'gzip'
  if (isPacked && sent.byteLength > maxPackedBytes) return refused('body-too-large', { maxPackedBytes })
  if (sent.byteLength > maxBodyBytes) return refused('body-too-large', { maxBodyBytes })
  const unpacked = isPacked ? unzip(sent, maxBodyBytes) : sent
  if ('refusal' in unpacked) return unpacked
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(unpacked)) }
  } catch {
    return refused('malformed-json')
  }
}

function unzip(packed: Buffer, maxOutputLength: number): Buffer | Refused {
  // loaded by the first packed body: most functions never see one, and a cold start would pay for it
  const { gunzipSync } = process.getBuiltinModule('node:zlib')
  try {
    return gunzipSync(packed, { maxOutputLength })
  } catch (error) {
    const tooLarge = error instanceof RangeError
    return tooLarge ? refused('body-too-large', { maxBodyBytes: maxOutputLength }) : refused('malformed-gzip')
  }
}
