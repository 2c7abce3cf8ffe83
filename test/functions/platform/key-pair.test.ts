import { once } from 'node:events'
import { createServer } from 'node:http'
import { KMSClient } from '@aws-sdk/client-kms'
import { afterAll, beforeEach, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { keyPair } from '../../../functions/platform/key-pair.ts'

const keyId = '1c0f7e1a-8f4a-4c2e-9b7f-2b6d9f3a5e10'
const Asked = z.object({ KeyId: z.string(), EncryptionAlgorithm: z.optional(z.string()) })

let asked: { target: string; body: z.infer<typeof Asked> }[] = []
let answer: { status: number; body: object } = { status: 200, body: {} }
const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const body = Asked.parse(JSON.parse(Buffer.concat(parts).toString('utf8')))
  asked.push({ target: String(request.headers['x-amz-target']), body })
  response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer.body))
}).listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => server.close())

const address = server.address()
const endpoint = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
const kms = new KMSClient({
  endpoint,
  region: 'af-south-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 1,
})
beforeEach(() => {
  asked = []
})

it('asks for the public half once', async () => {
  const key = keyPair(kms, keyId)
  answer = { status: 200, body: { PublicKey: Buffer.from('spki').toString('base64') } }
  const [first, second] = [await key.publicHalf(), await key.publicHalf()]
  expect(Buffer.from(first.spkiBytes).toString()).toBe('spki')
  expect(second).toBe(first)
  expect(asked).toHaveLength(1)
})

it('asks again where the first time failed', async () => {
  const key = keyPair(kms, keyId)
  answer = { status: 500, body: { __type: 'KMSInternalException' } }
  await expect(key.publicHalf()).rejects.toThrow()
  answer = { status: 200, body: { PublicKey: 'c3BraQ==' } }
  expect((await key.publicHalf()).keyId).toBe(keyId)
})

it('unwraps under this key and this scheme alone', async () => {
  answer = { status: 200, body: { Plaintext: Buffer.from('content key').toString('base64') } }
  const unwrapped = await keyPair(kms, keyId).unwrap(new Uint8Array(384))
  expect(Buffer.from(unwrapped ?? []).toString()).toBe('content key')
  expect(asked[0]?.body).toMatchObject({ KeyId: keyId, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' })
})

it('tells what was wrapped for another key from a key that is away', async () => {
  const key = keyPair(kms, keyId)
  answer = { status: 400, body: { __type: 'InvalidCiphertextException' } }
  expect(await key.unwrap(new Uint8Array(384))).toBeUndefined()
  answer = { status: 400, body: { __type: 'AccessDeniedException' } }
  await expect(key.unwrap(new Uint8Array(384))).rejects.toThrow()
})
