/** What the gateway sends to Lambda's own interface, told by a server that stands in for it. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type CapabilityGateway, lambdaGateway } from '../../../functions/commands/lambda-gateway.ts'
import { matchRoute } from '../../../functions/commands/route-matching.ts'
import { commandOwners, routesOf } from '../../../functions/contracts.ts'
import { isPassing } from '../../../functions/platform/passing-errors.ts'
import { signedService } from '../../../functions/platform/signed-service.ts'
import { anOpenBatch } from '../../builders/batch-commands.ts'
import { arrivalsFunction } from '../../harness/arrivals-function.ts'

let server: Server
let gateway: CapabilityGateway
let invoked: { path: string; payload: string }[]
let answer: { status?: number; headers?: Record<string, string>; body: string } | 'silence'

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    invoked.push({ path: request.url ?? '', payload: Buffer.concat(chunks).toString() })
    if (answer !== 'silence') response.writeHead(answer.status ?? 200, answer.headers).end(answer.body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const client = signedService('lambda', {
    AWS_REGION: 'af-south-1',
    AWS_ACCESS_KEY_ID: 'COMMANDS',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${address.port}`,
  })
  const others = {
    intake: 'i',
    registration: 'r',
    attachments: 'a',
    screening: 's',
    supplies: 'u',
    support: 'o',
    trips: 't',
    'follow-up': 'f',
  }
  gateway = lambdaGateway(client, { arrivals: 'fn-arrivals', ...others, reintegration: 'e', protection: 'p' })
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  invoked = []
})

const batchId = '0193a3a0-0000-7000-8000-000000000001'
const path = `/v1/batches/${batchId}`
const rows = commandOwners.flatMap(owner => routesOf(owner).map(route => ({ owner, route })))
const matched = matchRoute(rows, 'PUT', path)
const claims = { sub: 'officer-2', 'cognito:groups': '[reception@MB]' }
const send = (signal = AbortSignal.timeout(5_000)) => {
  if (!matched) throw new Error('no such route')
  return gateway.send({ matched, path, body: anOpenBatch(), claims, requestId: 'command-1', signal })
}

it('invokes the function of the owner with an event that its own chain serves', async () => {
  answer = { body: JSON.stringify({ statusCode: 201, headers: {}, body: '{"id":"x"}' }) }
  expect(await send()).toEqual({ status: 201, body: { id: 'x' } })
  expect(invoked[0]?.path).toContain('/functions/fn-arrivals/invocations')
  const { handler } = await arrivalsFunction()
  expect(await handler(JSON.parse(invoked[0]?.payload ?? ''), {})).toMatchObject({ statusCode: 201 })
})

it("hands back the owner's refusal as it is", async () => {
  answer = { body: JSON.stringify({ statusCode: 404, body: '{"word":"not-found"}' }) }
  expect(await send()).toEqual({ status: 404, body: { word: 'not-found' } })
})

it.each([
  ['broke', { headers: { 'x-amz-function-error': 'Unhandled' }, body: '{"errorMessage":"Task timed out"}' }],
  ['answers no HTTP', { body: '{"hello":"world"}' }],
  ['answers nothing', { body: '' }],
])('throws where the function %s', async (_how, reply) => {
  answer = reply
  await expect(send()).rejects.toThrow()
})

it('names what kept Lambda from running it: some of it passes by itself, and was tried again', async () => {
  answer = { status: 429, headers: { 'x-amzn-errortype': 'TooManyRequestsException:' }, body: '{}' }
  const throttled = await send().catch((error: unknown) => error)
  expect([isPassing(throttled), invoked.length]).toEqual([true, 4])
  answer = { status: 403, headers: { 'x-amzn-errortype': 'AccessDeniedException' }, body: '{}' }
  const refused = await send().catch((error: unknown) => error)
  expect([isPassing(refused), refused]).toMatchObject([false, { name: 'AccessDeniedException' }])
})

it('stops waiting when told to', async () => {
  answer = 'silence'
  await expect(send(AbortSignal.timeout(100))).rejects.toThrow()
  expect(invoked).toHaveLength(1)
})
