/** A request as the HTTP API hands it to a function (payload format 2.0), and the answer read back. */
import { carriedBy } from '../../functions/platform/carried-by.ts'
import { type Route, routeKey } from '../../functions/platform/route.ts'

export interface HttpEventParts {
  readonly route: Pick<Route, 'method' | 'path'>
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** An object is sent as JSON; a string goes as it is. */
  readonly body?: unknown
  /** `reception@MB`; nobody is signed in where absent. */
  readonly groups?: readonly string[]
  readonly officer?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The tablet whose record it carries, as the commands function says it. */
  readonly tablet?: string
}

/** The authoriser hands groups over as one string, `[reception@MB screening@MB]`, and so does this. */
export function anHttpEvent({
  route,
  params = {},
  query,
  body,
  groups,
  officer = 'officer-1',
  headers,
  tablet,
}: HttpEventParts) {
  const carried = tablet === undefined ? {} : carriedBy(tablet)
  const claims = { sub: officer, 'cognito:groups': `[${groups?.join(' ')}]`, ...carried }
  return {
    version: '2.0',
    routeKey: routeKey(route),
    rawPath: route.path.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole),
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { 'content-type': 'application/json', ...headers },
    pathParameters: params,
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: {
      requestId: 'request-1',
      ...(groups === undefined ? {} : { authorizer: { jwt: { claims, scopes: null } } }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
  }
}

type Handler = (event: unknown, context: unknown) => Promise<{ statusCode: number; body: string }>

/** Sends an event through a function's whole chain; the body is what was answered, as JSON. */
export async function answerOf(
  handler: Handler,
  event: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const { statusCode, body } = await handler(event, {})
  return { status: statusCode, body: JSON.parse(body) }
}
