/** Hands one request to the function that owns its route, as the HTTP API would. */
import * as z from 'zod/mini'
import type { commandOwners } from '../contracts.ts'
import type { Claims } from '../platform/endpoint.ts'
import { routeKey } from '../platform/route.ts'
import type { SignedService } from '../platform/signed-service.ts'
import type { MatchedRoute } from './route-matching.ts'

export type CommandOwner = (typeof commandOwners)[number]

export interface HandedOn {
  readonly matched: MatchedRoute<CommandOwner>
  readonly path: string
  readonly body: unknown
  /** The caller's own, as the authoriser gave them: the owner judges by them as if it had been asked directly. */
  readonly claims: Claims
  readonly requestId: string
  /** Ends the wait. What was handed on may still be stored: sending it again is harmless. */
  readonly signal: AbortSignal
}

export interface OwnAnswer {
  readonly status: number
  readonly body: unknown
}

export interface CapabilityGateway {
  /** The owner's answer, refusals too; throws where the function broke or cannot be reached. */
  send(request: HandedOn): Promise<OwnAnswer>
}

const HttpAnswer = z.object({ statusCode: z.int(), body: z.string() })

const eventOf = ({ matched: { route, params }, path, body, claims, requestId }: HandedOn) => ({
  version: '2.0',
  routeKey: routeKey(route),
  rawPath: path,
  rawQueryString: '',
  headers: { 'content-type': 'application/json' },
  pathParameters: params,
  requestContext: { requestId, authorizer: { jwt: { claims, scopes: null } } },
  body: JSON.stringify(body),
  isBase64Encoded: false,
})

/** Lambda did not run the function; named as Lambda names it, so that what passes by itself is known as such. */
class NotInvoked extends Error {
  constructor(owner: CommandOwner, reply: Response) {
    super(`${owner} was not invoked: ${reply.status}`)
    this.name = reply.headers.get('x-amzn-errortype')?.split(':')[0] ?? 'NotInvoked'
  }
}

export const lambdaGateway = (
  lambda: SignedService,
  functionNames: Readonly<Record<CommandOwner, string>>,
): CapabilityGateway => {
  const address = lambda.endpoint ?? `https://lambda.${lambda.region}.amazonaws.com`
  return {
    async send(request) {
      const { owner } = request.matched
      const reply = await lambda.fetch(
        `${address}/2015-03-31/functions/${encodeURIComponent(functionNames[owner])}/invocations`,
        { method: 'POST', body: JSON.stringify(eventOf(request)), signal: request.signal },
      )
      const answer = await reply.text()
      if (!reply.ok) throw new NotInvoked(owner, reply)
      const broke = reply.headers.get('x-amz-function-error')
      if (broke !== null) throw new Error(`${owner} failed: ${broke}`)
      const { statusCode, body } = HttpAnswer.parse(JSON.parse(answer))
      return { status: statusCode, body: JSON.parse(body) }
    },
  }
}
