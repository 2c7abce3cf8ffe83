import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type ContentKey,
  commandText,
  makeContentKey,
  openedContentKey,
  openRecord,
  readCommand,
  type SealedContent,
  sealRecord,
} from '../../../functions/commands/sealed-record.ts'
import { fromBase64, toBase64 } from '../../../functions/platform/base64.ts'
import type { WebKey } from '../../../functions/platform/web-key.ts'
import { exampleEnvelope } from '../../../functions/screening/sealed-envelope.ts'

const rsa = { name: 'RSA-OAEP', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
const address = { deviceId: '0193a3a0-0000-7000-8000-0000000000d1', recordId: '0193a3a0-0000-7000-8000-0000000000a1' }
const content = (command: string): SealedContent => ({
  command,
  authorId: 'officer-1',
  capturedAt: '2026-11-22T08:00:00.000Z',
  signature: toBase64(new Uint8Array(64)),
})
const aCommand = (body: Record<string, unknown>) =>
  commandText({ method: 'PUT', path: '/v1/intakes/0193a3a0-0000-7000-8000-000000000001', body })

let made: ContentKey
let opening: WebKey
beforeAll(async () => {
  const pair = await crypto.subtle.generateKey(rsa, true, ['encrypt', 'decrypt'])
  made = await makeContentKey(toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))))
  const unwrapped = await crypto.subtle.decrypt(rsa, pair.privateKey, fromBase64(made.wrappedKey))
  const key = await openedContentKey(new Uint8Array(unwrapped))
  if (key === undefined) throw new Error('no key')
  opening = key
})

it('opens with the wrapped key alone, to the very text that was sealed', async () => {
  const sealed = content(aCommand({ names: 'Tšeliso Mokhothu' }))
  expect(await openRecord(opening, address, await sealRecord(made.key, address, sealed))).toEqual(sealed)
  expect(readCommand(sealed.command)).toMatchObject({ method: 'PUT', body: { names: 'Tšeliso Mokhothu' } })
})

describe('does not open', () => {
  const sealed = () => sealRecord(made.key, address, content(aCommand({})))

  it('as the record of another device, or under another id', async () => {
    const bytes = await sealed()
    expect(await openRecord(opening, { ...address, deviceId: address.recordId }, bytes)).toBeUndefined()
    expect(await openRecord(opening, { ...address, recordId: address.deviceId }, bytes)).toBeUndefined()
  })

  it('where a single bit was changed, or its end is missing', async () => {
    const bytes = await sealed()
    for (const at of [0, 13, bytes.length - 1]) {
      const changed = Uint8Array.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect([at, await openRecord(opening, address, changed)]).toEqual([at, undefined])
    }
    for (const length of [0, 12, 31, bytes.length - 1])
      expect([length, await openRecord(opening, address, bytes.slice(0, length))]).toEqual([length, undefined])
  })

  it('where what was sealed is no record', async () => {
    const closed = async (plain: Uint8Array<ArrayBuffer>) => {
      const iv = new Uint8Array(12)
      const additionalData = new TextEncoder().encode(`record|${address.deviceId}|${address.recordId}`)
      const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, made.key, plain)
      return Uint8Array.from([...iv, ...new Uint8Array(cipher)])
    }
    const framed = (bytes: Uint8Array, length = bytes.length) => {
      const plain = new Uint8Array(4 + bytes.length)
      new DataView(plain.buffer).setUint32(0, length)
      plain.set(bytes, 4)
      return plain
    }
    const wrong = [
      framed(new TextEncoder().encode('no gzip')),
      framed(gzipSync('no json')),
      framed(gzipSync('{}')),
      framed(gzipSync(JSON.stringify({ ...content('{}'), more: 1 }))),
      framed(gzipSync(JSON.stringify(content('{}'))), 0xffff_ffff),
      framed(gzipSync('x'.repeat(2_000_001))),
    ]
    for (const plain of wrong) expect(await openRecord(opening, address, await closed(plain))).toBeUndefined()
    expect(
      await openRecord(opening, address, await closed(framed(gzipSync(JSON.stringify(content('{}')))))),
    ).toBeDefined()
  })
})

it('reads no command where method, path or body is none', () => {
  const wrong = ['', '[]', '{"method":"PUT"}', aCommand({}).replace('PUT', 'GET'), aCommand({}).replace('/v1/', '/v2/')]
  expect(wrong.map(readCommand)).toEqual(wrong.map(() => undefined))
})

it('gives every private screen the same size, which much else has too', async () => {
  const sizes = new Set<number>()
  for (let nth = 0; nth < 40; nth += 1) {
    const random = (base64: string) => toBase64(crypto.getRandomValues(new Uint8Array(fromBase64(base64).length)))
    const envelope = {
      ...exampleEnvelope,
      wrappedKey: random(toBase64(new Uint8Array(nth % 2 === 0 ? 384 : 512))),
      iv: random(exampleEnvelope.iv),
      ciphertext: random(exampleEnvelope.ciphertext),
    }
    const path = `/v1/screens/${crypto.randomUUID()}`
    const screen = commandText({ method: 'PUT', path, body: { contract: 1, envelope } })
    sizes.add((await sealRecord(made.key, address, content(screen))).length)
  }
  expect([...sizes]).toEqual([12 + 8_192 + 16])
  const long = aCommand({ note: toBase64(crypto.getRandomValues(new Uint8Array(4_500))) })
  expect((await sealRecord(made.key, address, content(long))).length).toBe(12 + 8_192 + 16)
})

it('says of a short record no more than its size in steps', async () => {
  const lengthOf = async (body: Record<string, unknown>) =>
    (await sealRecord(made.key, address, content(aCommand(body)))).length
  expect(await lengthOf({ urgent: ['A'] })).toBe(await lengthOf({ urgent: ['A', 'B', 'C'], note: 'more' }))
  expect(((await lengthOf({})) - 28) % 512).toBe(0)
})
