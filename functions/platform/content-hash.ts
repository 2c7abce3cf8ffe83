/** The fingerprint by which a retry is told from another command under the same id. */
import { createHash } from 'node:crypto'

/** Every command carries the clock of its device: when it was sent, not what it says. */
const stampOfTheDevice = 'deviceTime'

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => name !== stampOfTheDevice && inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, canonical(inner)]),
  )
}

/**
 * SHA-256 over the content with its keys in order, 43 characters. Neither the order of keys on the wire nor the time
 * stamp of the device matters: who presses "save" again after a lost answer sends the same record.
 */
export const contentHash = (content: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(content)))
    .digest('base64url')
