/**
 * Everything the demo invents is derived from a seed and the row it belongs to, ids and time stamps too: a second run
 * after a crash sends the very same commands, and the server answers them with the receipts of the first.
 */
import { createHash } from 'node:crypto'

const seed = 'kamohelo-demo-1'

const digest = (...parts: readonly (string | number)[]): Buffer =>
  createHash('sha256')
    .update([seed, ...parts].join('|'))
    .digest()

/** A UUID (version 8: made by our own rule) that the same parts always give. */
export function seededId(...parts: readonly (string | number)[]): string {
  const bytes = digest('id', ...parts).subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A number from 0 (included) to 1 (not included). */
export const seededShare = (...parts: readonly (string | number)[]): number =>
  digest('share', ...parts).readUInt32BE(0) / 2 ** 32

export const seededWhole = (from: number, to: number, ...parts: readonly (string | number)[]): number =>
  from + Math.floor(seededShare(...parts) * (to - from + 1))

export function seededChoice<T>(choices: readonly [T, ...T[]], ...parts: readonly (string | number)[]): T {
  return choices[seededWhole(0, choices.length - 1, ...parts)] ?? choices[0]
}
