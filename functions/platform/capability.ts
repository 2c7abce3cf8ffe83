/** The one chain every capability's Lambda runs: find the row, serve it, turn faults into one kind of answer. */
import middy from '@middy/core'
import type { Audit } from './audit.ts'
import type { Clock } from './clock.ts'
import type { Endpoint } from './endpoint.ts'
import { HttpEvent } from './http-event.ts'
import type { Log } from './log.ts'
import { isPassing } from './passing-errors.ts'
import { faultResponse, type HttpResponse, problemResponse } from './reply.ts'
import { routeKey } from './route.ts'

export interface CapabilityParts {
  readonly endpoints: readonly Endpoint[]
  readonly audit: Audit
  readonly clock: Clock
  readonly log: Log
}

type HttpHandler = (event: unknown, context: unknown) => Promise<HttpResponse>

const requestIdOf = (event: unknown): string => {
  const parsed = HttpEvent.safeParse(event)
  return parsed.success ? parsed.data.requestContext.requestId : 'unknown'
}

export function capability({ endpoints, log, ...chain }: CapabilityParts): HttpHandler {
  const byKey = new Map(endpoints.map(endpoint => [routeKey(endpoint.route), endpoint]))
  const chained = middy<unknown, HttpResponse>()
    .use({
      after: ({ event, response }) => {
        const { data } = HttpEvent.safeParse(event)
        if (data && response) log.info('served', { route: data.routeKey, status: response.statusCode })
      },
      onError: request => {
        const requestId = requestIdOf(request.event)
        log.fault('request-failed', request.error, { requestId })
        request.response = isPassing(request.error)
          ? problemResponse({ refusal: 'try-again' })
          : faultResponse(requestId)
      },
    })
    .handler(async event => {
      const http = HttpEvent.parse(event)
      const endpoint = byKey.get(http.routeKey)
      return endpoint ? endpoint.serve(http, chain) : problemResponse({ refusal: 'not-found' })
    })
  return async (event, context) => chained(event, context as Parameters<typeof chained>[1])
}
