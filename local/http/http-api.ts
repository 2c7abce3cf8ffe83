/** Answers as the HTTP API of the template would: routes, authoriser, limits, and the function behind each route. */
import type { InvocationOutcome } from '../lambda/runner.ts'
import type { HostedApi, HostedRoute } from '../template/api.ts'
import type { Authorize, Authorized } from './authorizer.ts'
import { type ApiReply, type ApiRequest, jsonReply, toEvent, toReply } from './payload.ts'
import { createRouter } from './router.ts'

export type HttpApi = (request: ApiRequest) => Promise<ApiReply>

export interface HttpApiOptions {
  readonly api: HostedApi
  readonly authorize: Authorize
  /** Undefined where the API may not invoke that function or there is none. */
  invoke(route: HostedRoute, event: string): Promise<InvocationOutcome | undefined>
  /** After this many milliseconds the API gives up waiting. */
  readonly timeoutMilliseconds?: number
}

export const maxRequestBytes = 10 * 1024 * 1024
const maxInvocationBytes = 6 * 1024 * 1024
const integrationTimeoutMilliseconds = 30_000

const internalError = jsonReply(500, { message: 'Internal Server Error' })

export function createHttpApi(options: HttpApiOptions): HttpApi {
  const { api, authorize, invoke, timeoutMilliseconds = integrationTimeoutMilliseconds } = options
  const findRoute = createRouter(api.routes)
  // A stage with a name is the first part of every path; routes are written without it.
  const stagePath = api.stage === '$default' ? '' : `/${api.stage}`

  return async request => {
    const path = request.url.pathname
    const inStage = path.startsWith(`${stagePath}/`)
    const match = inStage ? findRoute(request.method, path.slice(stagePath.length)) : undefined
    if (match === undefined) return jsonReply(404, { message: 'Not Found' })
    let authorized: Authorized | undefined
    if (match.route.authorizer !== undefined) {
      const { authorizer, scopes } = match.route
      const authorization = await authorize(authorizer, scopes, request.headers.authorization)
      if ('refusal' in authorization)
        return authorization.refusal === 'forbidden'
          ? jsonReply(403, { message: 'Forbidden' })
          : jsonReply(401, { message: 'Unauthorized' }, { 'www-authenticate': 'Bearer' })
      authorized = authorization.authorized
    }
    const event = JSON.stringify(toEvent(api, request, match, authorized))
    if (request.body.length > maxRequestBytes || Buffer.byteLength(event) > maxInvocationBytes)
      return jsonReply(413, { message: 'Request Entity Too Large' })

    let timer: NodeJS.Timeout | undefined
    const gaveUp = new Promise<'gave-up'>(resolve => {
      timer = setTimeout(resolve, timeoutMilliseconds, 'gave-up')
    })
    const outcome = await Promise.race([invoke(match.route, event), gaveUp])
    clearTimeout(timer)
    if (outcome === 'gave-up') return jsonReply(503, { message: 'Service Unavailable' })
    if (outcome === undefined || 'error' in outcome) return internalError
    if (Buffer.byteLength(outcome.result) > maxInvocationBytes) return internalError
    return toReply(outcome.result)
  }
}
