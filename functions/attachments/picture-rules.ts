/**
 * Whether bytes are the picture they are said to be, and nothing beside it. A camera writes into its files where and when
 * they were taken, and with what; a canvas does not. So only the parts that draw are let through, and whatever this file
 * does not know is refused. Pure: no clock, no network, no AWS; the tablet runs the same checks.
 */

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

export const mostPictureBytes = 160_000

export type PictureRefusal = 'picture-unreadable' | 'picture-with-details'

type Finding = PictureRefusal | undefined

const text = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length))

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** What draws (PNG, third edition); text, time, EXIF and whatever a program made up are not among them. */
const pngParts = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs', 'bKGD', 'IDAT', 'IEND'])

function checkPng(bytes: Uint8Array): Finding {
  if (!beginsWith(bytes, pngSignature) || text(bytes, 12, 4) !== 'IHDR') return 'picture-unreadable'
  const view = viewOf(bytes)
  for (let at = pngSignature.length; at + 12 <= bytes.length; ) {
    const name = text(bytes, at + 4, 4)
    if (!pngParts.has(name)) return 'picture-with-details'
    at += 12 + view.getUint32(at)
    if (name === 'IEND') return at === bytes.length ? undefined : 'picture-with-details'
  }
  return 'picture-unreadable'
}

/** Application segments that say how to draw: JFIF's own, a colour profile, Adobe's colour transform. */
const jpegNotes: Readonly<Record<number, string>> = { 224: 'JFIF\0', 226: 'ICC_PROFILE\0', 238: 'Adobe' }
const isNote = (marker: number): boolean => marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)

/** Where the compressed picture after a scan's head ends: at the next marker that is no restart and no stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

function checkJpeg(bytes: Uint8Array): Finding {
  if (!beginsWith(bytes, [0xff, 0xd8, 0xff])) return 'picture-unreadable'
  const view = viewOf(bytes)
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return 'picture-unreadable'
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) return at + 2 === bytes.length ? undefined : 'picture-with-details'
    if (at + 4 > bytes.length) return 'picture-unreadable'
    const length = view.getUint16(at + 2)
    const note = jpegNotes[marker]
    if (isNote(marker) && (note === undefined || text(bytes, at + 4, note.length) !== note))
      return 'picture-with-details'
    // JFIF's own segment may hold a small picture of what was cut away
    if (marker === 0xe0 && length > 16) return 'picture-with-details'
    if (length < 2) return 'picture-unreadable'
    at += 2 + length
    if (marker === 0xda) at = endOfScan(bytes, at)
  }
  return 'picture-unreadable'
}

const webpParts = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'])

function checkWebp(bytes: Uint8Array): Finding {
  if (text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 4) !== 'WEBP') return 'picture-unreadable'
  const view = viewOf(bytes)
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length) return 'picture-unreadable'
  if (end < bytes.length) return 'picture-with-details'
  let at = 12
  while (at + 8 <= end) {
    if (!webpParts.has(text(bytes, at, 4))) return 'picture-with-details'
    const length = view.getUint32(at + 4, true)
    at += 8 + length + (length % 2)
  }
  return at === end && end > 12 ? undefined : 'picture-unreadable'
}

const checks = {
  'image/png': checkPng,
  'image/jpeg': checkJpeg,
  'image/webp': checkWebp,
} as const satisfies Record<PictureType, (bytes: Uint8Array) => Finding>

/**
 * Refuses `picture-unreadable` where the bytes are not of the kind that is named, or end in the middle, and
 * `picture-with-details` where anything stands in them that does not draw: EXIF, XMP, comments, another file behind.
 */
export const checkPicture = (bytes: Uint8Array, mediaType: PictureType): Finding =>
  bytes.length < 20 || bytes.length > mostPictureBytes ? 'picture-unreadable' : checks[mediaType](bytes)
