/**
 * Everything the demo invents is derived from a seed and the row it belongs to, ids and time stamps too: a second run
 * after a crash sends the very same commands, and the server answers them with the receipts of the first.
 */
import { createHash } from 'node:crypto'
import { derivedId } from '../../functions/platform/derived-id.ts'

const seed = 'kamohelo-demo-1'

const digest = (...parts: readonly (string | number)[]): Buffer =>
  createHash('sha256')
    .update([seed, ...parts].join('|'))
    .digest()

/** A UUID that the same parts always give. */
export const seededId = (...parts: readonly (string | number)[]): string => derivedId([seed, 'id', ...parts].join('|'))

/** A number from 0 (included) to 1 (not included). */
export const seededShare = (...parts: readonly (string | number)[]): number =>
  digest('share', ...parts).readUInt32BE(0) / 2 ** 32

export const seededWhole = (from: number, to: number, ...parts: readonly (string | number)[]): number =>
  from + Math.floor(seededShare(...parts) * (to - from + 1))

export function seededChoice<T>(choices: readonly [T, ...T[]], ...parts: readonly (string | number)[]): T {
  return choices[seededWhole(0, choices.length - 1, ...parts)] ?? choices[0]
}
