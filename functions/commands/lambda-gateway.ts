/** Hands one request to the function that owns its route, as the HTTP API would. */
import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import * as z from 'zod/mini'
import type { commandOwners } from '../contracts.ts'
import type { Claims } from '../platform/endpoint.ts'
import { routeKey } from '../platform/route.ts'
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

export const lambdaGateway = (
  client: LambdaClient,
  functionNames: Readonly<Record<CommandOwner, string>>,
): CapabilityGateway => ({
  async send(request) {
    const reply = await client.send(
      new InvokeCommand({
        FunctionName: functionNames[request.matched.owner],
        Payload: JSON.stringify(eventOf(request)),
      }),
      { abortSignal: request.signal },
    )
    if (reply.FunctionError !== undefined) throw new Error(`${request.matched.owner} failed: ${reply.FunctionError}`)
    const { statusCode, body } = HttpAnswer.parse(JSON.parse(new TextDecoder().decode(reply.Payload)))
    return { status: statusCode, body: JSON.parse(body) }
  },
})
