/**
 * The one address behind every `AWS_ENDPOINT_URL_*`. It finds the caller by the access key of the signature
 * (which it does not verify: only this machine knows the keys) and the service by the signature's scope.
 */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Principal } from './permissions.ts'
import { AwsRefusal } from './refusal.ts'

export interface AwsCall {
  readonly principal: Principal
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface AwsReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>
  readonly body: string | Buffer | Readable
}

export interface AwsService {
  handle(call: AwsCall): Promise<AwsReply>
  /** A refusal in the service's own wire format. */
  refuse(refusal: AwsRefusal): AwsReply
}

/** By the name in a signature's scope: dynamodb, s3, kms, sns, sqs, events, lambda. */
export type AwsServices = Readonly<Record<string, AwsService>>

export interface Gateway {
  readonly url: string
  /** Until this is called every caller is a stranger: functions need the address before there is anything behind it. */
  open(services: AwsServices, principalOf: (accessKeyId: string) => Principal | undefined): void
  close(): Promise<void>
}

const credential = /Credential=([A-Za-z0-9]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/

function readCredential(request: IncomingMessage, url: URL): { accessKeyId: string; service: string } | undefined {
  const presigned = url.searchParams.get('X-Amz-Credential')
  const written = presigned === null ? request.headers.authorization : `Credential=${presigned}`
  const [, accessKeyId, service] = credential.exec(written ?? '') ?? []
  return accessKeyId === undefined || service === undefined ? undefined : { accessKeyId, service }
}

/** All of a message. By events: an iterator would cost every call a few turns of the loop more. */
export function readBody(message: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    message.on('data', part => parts.push(part))
    message.on('end', () => resolve(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)))
    message.on('error', reject)
  })
}

async function send(response: ServerResponse, { status, headers, body }: AwsReply): Promise<void> {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value)
  response.statusCode = status
  if (typeof body === 'string' || Buffer.isBuffer(body)) response.end(body)
  else await pipeline(body, response)
}

const invalidToken = new AwsRefusal(
  'UnrecognizedClientException',
  'The security token included in the request is invalid.',
)

export async function startGateway(onFault: (error: unknown) => void): Promise<Gateway> {
  let services: AwsServices = {}
  let principalOf: (accessKeyId: string) => Principal | undefined = () => undefined

  async function answer(request: IncomingMessage): Promise<AwsReply> {
    const url = new URL(request.url ?? '/', 'http://gateway')
    const named = readCredential(request, url)
    const service = services[named?.service ?? '']
    if (named === undefined || service === undefined)
      return { status: 403, headers: { 'content-type': 'text/plain' }, body: 'no service answers to this signature' }
    const principal = principalOf(named.accessKeyId)
    const body = await readBody(request)
    try {
      if (principal === undefined) throw invalidToken
      return await service.handle({ principal, method: request.method ?? 'GET', url, headers: request.headers, body })
    } catch (error) {
      if (error instanceof AwsRefusal) return service.refuse(error)
      onFault(error)
      return service.refuse(new AwsRefusal('InternalFailure', 'The request failed inside the local host.', 500))
    }
  }

  const server = createServer((request, response) => {
    answer(request)
      .then(reply => send(response, reply))
      .catch(error => {
        // The function went away in the middle of an answer: nobody is left to tell.
        response.destroy()
        if (!request.destroyed) onFault(error)
      })
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the system named no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    open(opened, whoHas) {
      services = opened
      principalOf = whoHas
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
