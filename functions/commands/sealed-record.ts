/**
 * A finished record as it leaves the tablet (ADR 11): sealed for the server, so that whichever officer's session
 * carries it can read nothing of it. WebCrypto and compression streams alone, so that the same lines run in a browser
 * and in Node. Pure: no clock, no network, no AWS.
 *
 * Bytes: iv (12), then AES-256-GCM over: length of what follows (4, big-endian), gzip of the content's JSON, zeros up
 * to one of few sizes. Bound to its device and its own id. The content key is wrapped by RSAES-OAEP with SHA-256 to the
 * delivery key, once for each start of the application.
 */
import * as z from 'zod/mini'
import { Base64Of, fromBase64, toBase64 } from '../platform/base64.ts'
import { Instant } from '../platform/fields.ts'
import type { WebKey } from '../platform/web-key.ts'

export const contentKeyBytes = 32
const ivBytes = 12
const tagBytes = 16
const lengthBytes = 4
/** No route takes a longer body; what unpacks to more is no record. */
const mostContentBytes = 2_000_000

/**
 * Up to 4 kB in steps of 512 bytes, above that of 4 kB: the content of a private screen, which is a sealed envelope and
 * compresses to a little more or less, always has the same size as every other one, and as much else.
 */
const paddedTo = (bytes: number): number => {
  const step = bytes <= 4_096 ? 512 : 4_096
  return Math.ceil(bytes / step) * step
}

export const SealedContent = z.strictObject({
  /** JSON of method, path and body, as the device signed it (`commandText`). */
  command: z.string(),
  authorId: z.string().check(z.minLength(1), z.maxLength(128)),
  capturedAt: Instant,
  /** By the device's key, over `recordText`. */
  signature: Base64Of(64),
})
export type SealedContent = z.infer<typeof SealedContent>

/** A command as its route takes it. */
export const RecordedCommand = z.strictObject({
  method: z.enum(['PUT', 'POST']),
  path: z.string().check(z.regex(/^\/v1\/[A-Za-z0-9/_-]{1,200}$/)),
  body: z.record(z.string(), z.unknown()),
})
export type RecordedCommand = z.infer<typeof RecordedCommand>

/** The text that is signed and kept. */
export const commandText = ({ method, path, body }: RecordedCommand): string => JSON.stringify({ method, path, body })

/** Undefined where the text is no command. */
export function readCommand(text: string): RecordedCommand | undefined {
  return RecordedCommand.safeParse(parsedJson(text)).data
}

export interface RecordAddress {
  readonly deviceId: string
  readonly recordId: string
}

const aesGcm = (iv: Uint8Array<ArrayBuffer>, { deviceId, recordId }: RecordAddress) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`record|${deviceId}|${recordId}`),
})

const importContentKey = (bytes: Uint8Array<ArrayBuffer>, uses: ('encrypt' | 'decrypt')[]): Promise<WebKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, uses)

/** The key of one start of the application: for sealing here, and wrapped for the server. */
export interface ContentKey {
  readonly key: WebKey
  /** Base64 of the content key under the delivery key: what a parcel carries beside the records sealed with it. */
  readonly wrappedKey: string
}

/** A fresh content key. `deliveryKey`: base64 of the delivery key's SubjectPublicKeyInfo. */
export async function makeContentKey(deliveryKey: string): Promise<ContentKey> {
  const bytes = crypto.getRandomValues(new Uint8Array(contentKeyBytes))
  const wrapping = { name: 'RSA-OAEP', hash: 'SHA-256' }
  const to = await crypto.subtle.importKey('spki', fromBase64(deliveryKey), wrapping, false, ['encrypt'])
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, to, bytes))
  return { key: await importContentKey(bytes, ['encrypt']), wrappedKey: toBase64(wrapped) }
}

/** A content key as the delivery key opened it; undefined where these bytes are none. */
export const openedContentKey = async (bytes: Uint8Array): Promise<WebKey | undefined> =>
  bytes.length === contentKeyBytes ? importContentKey(Uint8Array.from(bytes), ['decrypt']) : undefined

/** The sealed record's bytes. `key`: of `makeContentKey`. */
export async function sealRecord(key: WebKey, address: RecordAddress, content: SealedContent) {
  const packed = await gzipped(new TextEncoder().encode(JSON.stringify(content)))
  const padded = new Uint8Array(paddedTo(lengthBytes + packed.length))
  new DataView(padded.buffer).setUint32(0, packed.length)
  padded.set(packed, lengthBytes)
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const closed = new Uint8Array(await crypto.subtle.encrypt(aesGcm(iv, address), key, padded))
  const sealed = new Uint8Array(ivBytes + closed.length)
  sealed.set(iv)
  sealed.set(closed, ivBytes)
  return sealed
}

/** What was sealed; undefined where it was changed, belongs to another device, id or key, or holds no record. */
export async function openRecord(
  key: WebKey,
  address: RecordAddress,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<SealedContent | undefined> {
  if (sealed.length < ivBytes + lengthBytes + tagBytes) return undefined
  const padded = await decrypted(key, address, sealed)
  if (padded === undefined) return undefined
  const packedBytes = new DataView(padded).getUint32(0)
  if (packedBytes > padded.byteLength - lengthBytes) return undefined
  const json = await gunzipped(new Uint8Array(padded, lengthBytes, packedBytes))
  return json === undefined ? undefined : SealedContent.safeParse(parsedJson(json)).data
}

async function decrypted(
  key: WebKey,
  address: RecordAddress,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer | undefined> {
  try {
    return await crypto.subtle.decrypt(aesGcm(sealed.slice(0, ivBytes), address), key, sealed.slice(ivBytes))
  } catch (error) {
    if (error instanceof Error && error.name === 'OperationError') return undefined // changed, or another key
    throw error
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Response(bytes).body?.pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/** The text, never more than a record may hold; undefined where the bytes are no gzip of such a text. */
async function gunzipped(packed: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [text, length] = ['', 0]
  try {
    const unpacked = new Response(packed).body?.pipeThrough(new DecompressionStream('gzip'))
    for await (const part of unpacked ?? []) {
      length += part.length
      if (length > mostContentBytes) return undefined
      text += decoder.decode(part, { stream: true })
    }
    return text + decoder.decode()
  } catch {
    return undefined
  }
}
