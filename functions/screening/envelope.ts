/**
 * The sealed envelope of a private screen (design.md promise 5). The tablet encrypts to the public key of the
 * protection zone; whoever carries or stores the envelope cannot open it, and every envelope under one key has one
 * size, so neither its length nor that of a request says whether any question was answered with yes.
 *
 * Content: JSON, padded with blanks (which JSON ignores) to `paddedContentBytes`, under AES-256-GCM with a fresh key
 * and iv. Key: wrapped by RSAES-OAEP with SHA-256, which AWS KMS opens under RSA_3072 or RSA_4096. WebCrypto alone, so
 * that the same lines run in a browser and in Node. Never compressed: compression would let the length speak.
 */
import { fromBase64, toBase64 } from '../platform/base64.ts'
import type { RefusalWord } from '../platform/refusals.ts'
import { readScreenContent, ScreenContent } from './screen-content.ts'

import { algorithm, ivBytes, paddedContentBytes, SealedEnvelope } from './sealed-envelope.ts'

const contentKeyBytes = 32

/** Bound to the ciphertext: an envelope relabelled with another key or version does not open. */
const boundLabel = (envelope: Pick<SealedEnvelope, 'envelopeVersion' | 'algorithm' | 'keyId'>) =>
  new TextEncoder().encode([envelope.envelopeVersion, envelope.algorithm, envelope.keyId].join('|'))

const aesGcm = (iv: Uint8Array<ArrayBuffer>, additionalData: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData,
})

/** The key's own id from an id or an ARN, as KMS names it. */
const ownIdOf = (keyId: string): string => keyId.slice(keyId.lastIndexOf('/') + 1)

export type Sealed =
  | { readonly envelope: SealedEnvelope }
  | { readonly refusal: Extract<RefusalWord, 'content-too-long'> }

/**
 * Seals a screen to the protection zone's public key (SubjectPublicKeyInfo, DER). `keyId`: id or ARN of that key.
 * Refuses `content-too-long`: the officer shortens the free text. Throws on a key of another kind: a fault of set-up.
 */
export const sealScreen = (content: ScreenContent, publicKeySpkiBytes: Uint8Array, keyId: string): Promise<Sealed> =>
  sealJson(ScreenContent.parse(content), publicKeySpkiBytes, keyId)

/** Seals any JSON as `sealScreen` does: what the zone itself writes down of a person is sealed like what it received. */
export async function sealJson(value: unknown, publicKeySpkiBytes: Uint8Array, keyId: string): Promise<Sealed> {
  const json = new TextEncoder().encode(JSON.stringify(value))
  if (json.length > paddedContentBytes) return { refusal: 'content-too-long' }
  const padded = new Uint8Array(paddedContentBytes).fill(0x20)
  padded.set(json)

  const label = { envelopeVersion: 1, algorithm, keyId: ownIdOf(keyId) } as const
  const contentKey = crypto.getRandomValues(new Uint8Array(contentKeyBytes))
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const encryptionKey = await crypto.subtle.importKey('raw', contentKey, 'AES-GCM', false, ['encrypt'])
  const ciphertext = await crypto.subtle.encrypt(aesGcm(iv, boundLabel(label)), encryptionKey, padded)
  const wrappingKey = await crypto.subtle.importKey(
    'spki',
    Uint8Array.from(publicKeySpkiBytes),
    { name: 'RSA-OAEP', hash: 'SHA-256' },
    false,
    ['encrypt'],
  )
  const wrappedKey = await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, wrappingKey, contentKey)
  return {
    envelope: SealedEnvelope.parse({
      ...label,
      wrappedKey: toBase64(new Uint8Array(wrappedKey)),
      iv: toBase64(iv),
      ciphertext: toBase64(new Uint8Array(ciphertext)),
    }),
  }
}

/** Asks the protection zone's key for the content key; undefined when the wrapped key was not made for it. */
export type UnwrapKey = (wrappedKey: Uint8Array) => Promise<Uint8Array | undefined>

async function decrypted(envelope: SealedEnvelope, contentKey: Uint8Array): Promise<ArrayBuffer | undefined> {
  if (contentKey.length !== contentKeyBytes) return undefined
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(contentKey), 'AES-GCM', false, ['decrypt'])
  try {
    return await crypto.subtle.decrypt(
      aesGcm(fromBase64(envelope.iv), boundLabel(envelope)),
      key,
      fromBase64(envelope.ciphertext),
    )
  } catch (error) {
    if (error instanceof Error && error.name === 'OperationError') return undefined // tampered with, or another key
    throw error
  }
}

function parsedJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/**
 * Opens an envelope. Refuses `content-unreadable` when it was changed on the way, was sealed to another key, or holds
 * no screen this version can read: whoever carried it could not tell, so it must not stop the others in the queue.
 * What `unwrapKey` throws (the key service is away) is a fault and passes through.
 */
export async function openEnvelope(
  envelope: SealedEnvelope,
  unwrapKey: UnwrapKey,
): Promise<{ readonly content: ScreenContent } | { readonly refusal: Extract<RefusalWord, 'content-unreadable'> }> {
  const content = readScreenContent(await openJson(envelope, unwrapKey))
  return content ? { content } : { refusal: 'content-unreadable' }
}

/** What is in the envelope, as JSON to be parsed; undefined where it cannot be opened or holds no JSON. */
export async function openJson(envelope: SealedEnvelope, unwrapKey: UnwrapKey): Promise<unknown> {
  const contentKey = await unwrapKey(fromBase64(envelope.wrappedKey))
  const bytes = contentKey && (await decrypted(envelope, contentKey))
  return bytes && parsedJson(bytes)
}
