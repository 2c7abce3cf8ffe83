/** Bytes as text and back. No AWS: the web imports this file. */
import * as z from 'zod/mini'

/** A call takes only so many arguments. */
const atOnce = 8_192

export function toBase64(bytes: Uint8Array): string {
  let characters = ''
  for (let start = 0; start < bytes.length; start += atOnce)
    characters += String.fromCharCode(...bytes.subarray(start, start + atOnce))
  return btoa(characters)
}

/** Throws where the text is no base64: parse it first. */
export const fromBase64 = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), character => character.charCodeAt(0))

/** A pattern for base64 of exactly so many bytes. */
const base64Of = (bytes: number): string => {
  const padding = (3 - (bytes % 3)) % 3
  return `[A-Za-z0-9+/]{${Math.ceil(bytes / 3) * 4 - padding}}${'='.repeat(padding)}`
}

/** Base64 of exactly one of these numbers of bytes. */
export const Base64Of = (...sizes: readonly number[]) =>
  z.string().check(z.regex(new RegExp(`^(?:${sizes.map(base64Of).join('|')})$`)))

/** Base64 of so many bytes at least and at most. */
export const Base64Between = (fewest: number, most: number) =>
  z
    .string()
    .check(
      z.minLength(Math.ceil(fewest / 3) * 4),
      z.maxLength(Math.ceil(most / 3) * 4),
      z.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
    )
