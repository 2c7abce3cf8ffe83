/** The fingerprint by which a retry is told from another command under the same id. */
import { createHash } from 'node:crypto'

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, canonical(inner)]),
  )
}

/** The device's clock, which every command carries: when it was sent, not what it says. */
const said = (content: unknown): unknown =>
  content !== null && typeof content === 'object' && !Array.isArray(content)
    ? { ...content, deviceTime: undefined }
    : content

/**
 * SHA-256 over the content with its keys in order, 43 characters. Neither the order of keys on the wire nor the time
 * stamp of the device matters: who presses "save" again after a lost answer sends the same record.
 */
export const contentHash = (content: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(said(content))))
    .digest('base64url')
