/** Lets a function's DynamoDB call through where its role allows each part of it; bytes pass as they are. */
import { once } from 'node:events'
import { Agent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { dynamoDbAsks, type KnownTables } from './dynamodb-asks.ts'
import { type AwsService, readBody } from './gateway.ts'
import { parseJson } from './json-call.ts'
import type { Permissions } from './permissions.ts'
import { accessDenied, jsonRefusal } from './refusal.ts'

export interface DynamoDbOptions {
  readonly endpoint: string
  readonly tables: KnownTables
  readonly permissions: Permissions
  /** Told the ARN of each table a call has just written to. */
  onWrite(tableArn: string): void
}

const writes = /^(Put|Update|Delete|BatchWrite|TransactWrite)Item/

const passedOn = ['content-type', 'x-amz-target', 'x-amz-date', 'authorization', 'accept-encoding']

export function dynamoDbService({ endpoint, tables, permissions, onWrite }: DynamoDbOptions): AwsService {
  const { hostname, port } = new URL(endpoint)
  // The database drops idle connections after half a minute: ours go first.
  const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: 20_000 })

  return {
    refuse: jsonRefusal,
    async handle({ principal, headers, body }) {
      const operation =
        String(headers['x-amz-target'] ?? '')
          .split('.')
          .at(-1) ?? ''
      const asks = dynamoDbAsks(operation, parseJson(body), tables)
      const refused = await permissions.firstRefused(principal, asks)
      if (refused !== undefined) throw accessDenied(principal, refused)

      const forwarded: Record<string, string | number> = { 'content-length': body.length }
      for (const name of passedOn) {
        const value = headers[name]
        if (typeof value === 'string') forwarded[name] = value
      }
      const outgoing = httpRequest({ hostname, port, method: 'POST', path: '/', agent, headers: forwarded })
      outgoing.end(body)
      const response: IncomingMessage = (await once(outgoing, 'response'))[0]
      const status = response.statusCode ?? 500
      if (status === 200 && writes.test(operation)) for (const { resource } of asks) onWrite(resource)
      return { status, headers: endToEnd(response.headers), body: await readBody(response) }
    },
  }
}

/** Headers that belong to the message and not to the connection it came over. */
function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, date: ____, ...rest } = headers
  return rest
}
