import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { openBucket } from '../../../functions/platform/bucket.ts'

interface Asked {
  readonly method: string | undefined
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
let asked: Asked[] = []
let answers: { status: number; body: string }[] = []
const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const { method, url = '', headers } = request
  asked.push({ method, url, headers, body: Buffer.concat(parts).toString('utf8') })
  const { status, body } = answers.shift() ?? { status: 200, body: '' }
  response.writeHead(status).end(body)
}).listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => server.close())
const address = server.address()
const environment = {
  AWS_REGION: 'af-south-1',
  AWS_ACCESS_KEY_ID: 'FACTS',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'session',
  AWS_ENDPOINT_URL: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
}
const bucket = openBucket('lake', environment)
beforeEach(() => {
  asked = []
  answers = []
})

const contents = (...names: readonly string[]) =>
  names.map(name => `<Contents><Key>${name}</Key><ETag>&quot;${name}-etag&quot;</ETag></Contents>`).join('')

it('puts an object under the function’s own signature, with the checksum that Object Lock asks for', async () => {
  await bucket.put('facts/1-a.jsonl', new TextEncoder().encode('{}\n'), 'application/x-ndjson')
  const [put] = asked
  expect(put).toMatchObject({ method: 'PUT', url: '/lake/facts/1-a.jsonl', body: '{}\n' })
  expect(put?.headers).toMatchObject({
    'content-type': 'application/x-ndjson',
    'content-md5': createHash('md5').update('{}\n').digest('base64'),
    'x-amz-security-token': 'session',
  })
  expect(put?.headers.authorization).toMatch(/Credential=FACTS\/\d{8}\/af-south-1\/s3\/aws4_request/)
})

it('lists page after page', async () => {
  answers = [
    {
      status: 200,
      body: `<R>${contents('facts/1', 'facts/2')}<NextContinuationToken>a+b/c&amp;=</NextContinuationToken></R>`,
    },
    { status: 200, body: `<R>${contents('facts/3')}</R>` },
  ]
  expect(await bucket.list('facts/')).toEqual([
    { name: 'facts/1', etag: 'facts/1-etag' },
    { name: 'facts/2', etag: 'facts/2-etag' },
    { name: 'facts/3', etag: 'facts/3-etag' },
  ])
  const [first, second] = asked.map(({ url }) => new URL(url, 'http://lake').searchParams)
  expect([first?.get('prefix'), first?.get('continuation-token')]).toEqual(['facts/', null])
  expect(second?.get('continuation-token')).toBe('a+b/c&=')
})

it('finds nothing in an empty bucket', async () => {
  answers = [{ status: 200, body: '<R><KeyCount>0</KeyCount></R>' }]
  expect(await bucket.list('facts/')).toEqual([])
})

it('gets the bytes of an object', async () => {
  answers = [{ status: 200, body: 'mopheme 💧' }]
  expect(new TextDecoder().decode(await bucket.get('facts/1'))).toBe('mopheme 💧')
})

it('tries again where S3 is busy, and says so where it refuses', async () => {
  answers = [
    { status: 503, body: '' },
    { status: 200, body: 'here' },
  ]
  expect(new TextDecoder().decode(await bucket.get('facts/1'))).toBe('here')
  answers = [{ status: 403, body: '<Error>AccessDenied</Error>' }]
  await expect(bucket.get('facts/1')).rejects.toThrow('GET answered 403')
})

it('does not start without the settings it needs', () => {
  expect(() => openBucket('lake', {})).toThrow('AWS_REGION')
})
