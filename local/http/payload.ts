/** The event and the answer of an HTTP API's Lambda integration, payload format 2.0. */
import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import * as z from 'zod/mini'
import type { HostedApi } from '../template/api.ts'
import type { Authorized } from './authorizer.ts'
import type { Match } from './router.ts'

export interface ApiRequest {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly sourceIp: string
}

const textual = /^(text\/|application\/(json|javascript|xml|[\w.+-]+\+(json|xml))\b)/i

/** A compressed or binary body reaches the function as base64. */
function isText(headers: IncomingHttpHeaders): boolean {
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') return false
  return headers['content-type'] === undefined || textual.test(headers['content-type'])
}

function eventHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    name === 'cookie' || name === 'connection' || value === undefined
      ? []
      : [[name, Array.isArray(value) ? value.join(',') : value]],
  )
  return Object.fromEntries(entries)
}

function query(url: URL): Record<string, string> | undefined {
  const names = [...new Set(url.searchParams.keys())]
  if (names.length === 0) return undefined
  return Object.fromEntries(names.map(name => [name, url.searchParams.getAll(name).join(',')]))
}

const pad = (value: number): string => String(value).padStart(2, '0')
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** `22/Nov/2026:20:33:30 +0000` */
const gatewayTime = (at: Date): string =>
  `${pad(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:${at.toISOString().slice(11, 19)} +0000`

export function toEvent(api: HostedApi, request: ApiRequest, match: Match, authorized: Authorized | undefined): object {
  const { url, headers, body } = request
  const now = new Date()
  const cookies = headers.cookie?.split(/;\s*/)
  const queryStringParameters = query(url)
  const asText = isText(headers)
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies === undefined ? {} : { cookies }),
    headers: eventHeaders(headers),
    ...(queryStringParameters === undefined ? {} : { queryStringParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: api.id,
      ...(authorized === undefined ? {} : { authorizer: { jwt: authorized } }),
      domainName: url.host,
      domainPrefix: api.id,
      http: {
        method: request.method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.route.key,
      stage: api.stage,
      time: gatewayTime(now),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(match.parameters).length > 0 ? { pathParameters: match.parameters } : {}),
    ...(body.length > 0 ? { body: body.toString(asText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !asText,
  }
}

export interface ApiReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly body: Buffer
}

const FunctionReply = z.object({
  statusCode: z.coerce.number(),
  headers: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  cookies: z.optional(z.array(z.string())),
  body: z.optional(z.nullable(z.string())),
  isBase64Encoded: z.optional(z.boolean()),
})

export const jsonReply = (status: number, body: object, headers: Record<string, string> = {}): ApiReply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  cookies: [],
  body: Buffer.from(JSON.stringify(body)),
})

/** What the caller gets for a function's result; a result with no status code is taken as a JSON body. */
export function toReply(result: string): ApiReply {
  const value: unknown = JSON.parse(result)
  const isReply = typeof value === 'object' && value !== null && 'statusCode' in value
  if (!isReply) return { ...jsonReply(200, {}), body: Buffer.from(result) }
  const parsed = FunctionReply.safeParse(value)
  if (!parsed.success) return jsonReply(500, { message: 'Internal Server Error' })
  const { statusCode, headers = {}, cookies = [], body, isBase64Encoded } = parsed.data
  const texts = Object.entries(headers).map(([name, text]) => [name.toLowerCase(), String(text)])
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain;charset=utf-8', ...Object.fromEntries(texts) },
    cookies,
    body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  }
}
