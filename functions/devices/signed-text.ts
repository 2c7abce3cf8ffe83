/**
 * What an enrolled device signs, word for word, and how its signature is made and checked. WebCrypto alone, so that the
 * same lines run in a browser and in Node. Pure: no clock, no network, no AWS.
 *
 * Each text begins with what it is for, so that a signature under one is none under the other; it is a list in JSON,
 * so that no two sets of values read the same.
 */
import { fromBase64, toBase64 } from '../platform/base64.ts'
import type { WebKey } from '../platform/web-key.ts'

const keyKind = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const

export interface PassRequest {
  readonly deviceId: string
  readonly passId: string
  /** The officer's own id, as their token names it. */
  readonly officerId: string
  /** As the request's body says it, to the letter. */
  readonly deviceTime: string
}

export const passText = ({ deviceId, passId, officerId, deviceTime }: PassRequest): string =>
  JSON.stringify(['kamohelo pass 1', deviceId, passId, officerId, deviceTime])

export interface CapturedRecord {
  readonly deviceId: string
  readonly recordId: string
  readonly authorId: string
  /** The device's clock when the record was finished. */
  readonly capturedAt: string
  /** The command's own JSON text, as it was kept: never parsed and written out again before it is checked. */
  readonly command: string
}

export const recordText = ({ deviceId, recordId, authorId, capturedAt, command }: CapturedRecord): string =>
  JSON.stringify(['kamohelo record 1', deviceId, recordId, authorId, capturedAt, command])

/** A signature of 64 bytes (IEEE P1363), in base64. `privateKey`: ECDSA P-256, allowed to sign. */
export async function signText(privateKey: WebKey, text: string): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.sign(signing, privateKey, new TextEncoder().encode(text))))
}

/** The device's public key from base64 of its SubjectPublicKeyInfo; undefined where that is no P-256 key. */
export async function readDeviceKey(publicKey: string): Promise<WebKey | undefined> {
  try {
    return await crypto.subtle.importKey('spki', fromBase64(publicKey), keyKind, false, ['verify'])
  } catch {
    return undefined
  }
}

/** True where the device's key signed this very text. `signature`: 64 bytes in base64. */
export const isSignedBy = (deviceKey: WebKey, text: string, signature: string): Promise<boolean> =>
  crypto.subtle.verify(signing, deviceKey, fromBase64(signature), new TextEncoder().encode(text))
