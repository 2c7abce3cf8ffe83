/**
 * Parts of large sealed records, kept sealed as they came until what they make was received or let go, for seven days at most. A part's
 * name holds device, record and fingerprint of the whole: parts of a record that was mended since never mix with it.
 */
import { createHash } from 'node:crypto'
import type { Bucket } from '../platform/bucket.ts'

export interface PartedWhole {
  readonly deviceId: string
  readonly recordId: string
  readonly sealedHash: string
}

export type Joined =
  | { readonly sealed: Uint8Array<ArrayBuffer> }
  /** From 1. All of them, where they are there and do not make the whole. */
  | { readonly missing: readonly number[] }

const prefixOf = ({ deviceId, recordId, sealedHash }: PartedWhole): string =>
  `parts/${deviceId}/${recordId}/${sealedHash}/`

/** Of sealed bytes, in base64url: the same record again, or another one under its id. */
export const sealedHashOf = (sealed: Uint8Array): string => createHash('sha256').update(sealed).digest('base64url')

export const partsGateway = (bucket: Bucket) => ({
  /** The same part again lies over itself. */
  keep: (whole: PartedWhole, number: number, content: Uint8Array): Promise<void> =>
    bucket.put(`${prefixOf(whole)}${number}`, content, 'application/octet-stream'),

  async join(whole: PartedWhole, count: number): Promise<Joined> {
    const prefix = prefixOf(whole)
    const numbers = Array.from({ length: count }, (_, index) => index + 1)
    const there = new Set((await bucket.list(prefix)).map(({ name }) => name))
    const missing = numbers.filter(number => !there.has(`${prefix}${number}`))
    if (missing.length > 0) return { missing }
    const parts = await Promise.all(numbers.map(number => bucket.get(`${prefix}${number}`)))
    const sealed = Uint8Array.from(Buffer.concat(parts))
    return sealedHashOf(sealed) === whole.sealedHash ? { sealed } : { missing: numbers }
  },

  /** Whatever parts of it there are. */
  async letGo(whole: PartedWhole): Promise<void> {
    const found = await bucket.list(prefixOf(whole))
    await Promise.all(found.map(({ name }) => bucket.remove(name)))
  },
})
export type PartsGateway = ReturnType<typeof partsGateway>
