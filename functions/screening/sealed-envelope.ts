/**
 * An envelope as whoever carries or stores it sees it: its parts, each of one length, and no way into it.
 * How it is closed and opened stands in `envelope.ts`, which the function that stores it does not have.
 */
import * as z from 'zod/mini'
import { Base64Of, fromBase64, toBase64 } from '../platform/base64.ts'

/** The one size of a content before encryption. All of the instrument plus about 1,000 letters of free text. */
export const paddedContentBytes = 4096
export const ivBytes = 12
const tagBytes = 16
const wrappedKeyBytes: readonly number[] = [384, 512] // RSA 3072, RSA 4096
export const algorithm = 'RSAES_OAEP_SHA_256+AES_256_GCM'

/** A KMS key's own id, 36 characters also for a key of several regions; not its ARN, which holds an account number. */
const keyIdPattern = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/

/** Every part has one length (the wrapped key: one for each size of RSA key), so the whole has one. */
export const SealedEnvelope = z.strictObject({
  envelopeVersion: z.literal(1),
  algorithm: z.literal(algorithm),
  keyId: z.string().check(z.regex(keyIdPattern)),
  wrappedKey: Base64Of(...wrappedKeyBytes),
  iv: Base64Of(ivBytes),
  ciphertext: Base64Of(paddedContentBytes + tagBytes),
})
export type SealedEnvelope = z.infer<typeof SealedEnvelope>

/** Bytes of every value about as often: like a ciphertext, and made of none. */
const evenBytes = (length: number): Uint8Array => new Uint8Array(length).map((_, index) => (index * 167) % 256)

const makeExample = (): SealedEnvelope => ({
  envelopeVersion: 1,
  algorithm,
  keyId: '00000000-0000-4000-8000-000000000000',
  wrappedKey: toBase64(evenBytes(384)),
  iv: toBase64(evenBytes(ivBytes)),
  ciphertext: toBase64(evenBytes(paddedContentBytes + tagBytes)),
})

/** Of the right shape and size, and opened by nobody: for the interface document and for tests of those who carry. */
// marked so that a tablet, which sends no examples, makes none
export const exampleEnvelope: SealedEnvelope = /* @__PURE__ */ makeExample()

/** Fewer of the 256 byte values than this never stand in a ciphertext of that size; a text left open has about 60. */
const leastByteValues = 200

/** False where a tablet put its text into the envelope without closing it. Says nothing about what is in a closed one. */
export const looksSealed = (envelope: SealedEnvelope): boolean =>
  new Set(fromBase64(envelope.ciphertext)).size >= leastByteValues
