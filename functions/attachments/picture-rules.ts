/**
 * Whether bytes are the picture they are said to be, and nothing beside it. A camera writes into its files where and when
 * they were taken, and with what; a canvas does not. So only the parts that draw are let through, and whatever this file
 * does not know is refused. Pure: no clock, no network, no AWS; the tablet runs the same checks.
 */

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

export const mostPictureBytes = 160_000
/** In pixels: few bytes can ask for gigabytes of whoever draws them. */
export const longestPictureSide = 4_096

export type PictureRefusal = 'picture-unreadable' | 'picture-with-details'

type Finding = PictureRefusal | undefined

const text = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length))

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const isSize = (width: number, height: number): boolean =>
  width > 0 && height > 0 && Math.max(width, height) <= longestPictureSide

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** What draws (PNG, third edition); text, time, EXIF and whatever a program made up are not among them. */
const pngParts = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs', 'bKGD', 'IDAT', 'IEND'])

const pngHeadBytes = 13

function checkPng(bytes: Uint8Array): Finding {
  const view = viewOf(bytes)
  const first = pngSignature.length
  if (!beginsWith(bytes, pngSignature) || text(bytes, first + 4, 4) !== 'IHDR') return 'picture-unreadable'
  for (let at = first; at + 12 <= bytes.length; ) {
    const name = text(bytes, at + 4, 4)
    if (!pngParts.has(name)) return 'picture-with-details'
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return 'picture-unreadable'
    if (name === 'IHDR') {
      if (at !== first || end !== first + 12 + pngHeadBytes) return 'picture-unreadable'
      if (!isSize(view.getUint32(at + 8), view.getUint32(at + 12))) return 'picture-unreadable'
    }
    if (name === 'IEND') return end === bytes.length ? undefined : 'picture-with-details'
    at = end
  }
  return 'picture-unreadable'
}

/** Application segments that say how to draw: JFIF's own, a colour profile, Adobe's colour transform. */
const jpegNotes: Readonly<Record<number, string>> = { 224: 'JFIF\0', 226: 'ICC_PROFILE\0', 238: 'Adobe' }
const isNote = (marker: number): boolean => marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)

/** Baseline, extended and progressive frames: what browsers draw. Each says the picture's size. */
const jpegFrames = new Set([0xc0, 0xc1, 0xc2])
const jpegScan = 0xda
/** Tables of either kind, how often a scan restarts, and the scan. */
const jpegParts = new Set([0xc4, 0xdb, 0xdd, jpegScan])

/** Where the compressed picture after a scan's head ends: at the next marker that is no restart and no stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

function checkNote(bytes: Uint8Array, at: number, length: number): Finding {
  const marker = bytes[at + 1] ?? 0
  const note = jpegNotes[marker]
  if (note === undefined || text(bytes, at + 4, note.length) !== note) return 'picture-with-details'
  // JFIF's own segment may hold a small picture of what was cut away
  return marker === 0xe0 && length > 16 ? 'picture-with-details' : undefined
}

function checkJpeg(bytes: Uint8Array): Finding {
  if (!beginsWith(bytes, [0xff, 0xd8, 0xff])) return 'picture-unreadable'
  const view = viewOf(bytes)
  let frames = 0
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return 'picture-unreadable'
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) {
      if (frames !== 1) return 'picture-unreadable'
      return at + 2 === bytes.length ? undefined : 'picture-with-details'
    }
    if (at + 4 > bytes.length) return 'picture-unreadable'
    const length = view.getUint16(at + 2)
    const end = at + 2 + length
    const finding = isNote(marker) ? checkNote(bytes, at, length) : undefined
    if (finding !== undefined) return finding
    if (length < 2 || end > bytes.length) return 'picture-unreadable'
    if (jpegFrames.has(marker)) {
      // height stands before width; none at all is told after the scan, which no canvas does
      if (length < 8 || !isSize(view.getUint16(at + 7), view.getUint16(at + 5))) return 'picture-unreadable'
      frames += 1
    } else if (!(isNote(marker) || jpegParts.has(marker))) return 'picture-unreadable'
    at = marker === jpegScan ? endOfScan(bytes, end) : end
  }
  return 'picture-unreadable'
}

/** The width and height that a part of a WebP says, given where its content begins and how long it is; false without. */
const webpParts: Readonly<Record<string, (view: DataView, at: number, length: number) => boolean>> = {
  'VP8 ': (view, at, length) =>
    length >= 10 &&
    (view.getUint32(at + 2) & 0xff_ffff) === 0x9d_01_2a &&
    isSize(view.getUint16(at + 6, true) & 0x3fff, view.getUint16(at + 8, true) & 0x3fff),
  VP8L(view, at, length) {
    if (length < 5 || view.getUint8(at) !== 0x2f) return false
    const sizes = view.getUint32(at + 1, true)
    return isSize((sizes & 0x3fff) + 1, ((sizes >>> 14) & 0x3fff) + 1)
  },
  VP8X: (view, at, length) =>
    length === 10 && isSize((view.getUint32(at + 3, true) >>> 8) + 1, (view.getUint32(at + 6, true) >>> 8) + 1),
  ALPH: () => true,
  ICCP: () => true,
}

function checkWebp(bytes: Uint8Array): Finding {
  if (text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 4) !== 'WEBP') return 'picture-unreadable'
  const view = viewOf(bytes)
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length) return 'picture-unreadable'
  if (end < bytes.length) return 'picture-with-details'
  let pictures = 0
  let at = 12
  while (at + 8 <= end) {
    const name = text(bytes, at, 4)
    const isSound = webpParts[name]
    if (isSound === undefined) return 'picture-with-details'
    const length = view.getUint32(at + 4, true)
    if (at + 8 + length > end || !isSound(view, at + 8, length)) return 'picture-unreadable'
    if (name === 'VP8 ' || name === 'VP8L') pictures += 1
    at += 8 + length + (length % 2)
  }
  return at === end && pictures === 1 ? undefined : 'picture-unreadable'
}

const checks = {
  'image/png': checkPng,
  'image/jpeg': checkJpeg,
  'image/webp': checkWebp,
} as const satisfies Record<PictureType, (bytes: Uint8Array) => Finding>

/**
 * Refuses `picture-unreadable` where the bytes are not of the kind that is named, end in the middle, or are wider or
 * higher than `longestPictureSide`, and
 * `picture-with-details` where anything stands in them that does not draw: EXIF, XMP, comments, another file behind.
 */
export const checkPicture = (bytes: Uint8Array, mediaType: PictureType): Finding =>
  bytes.length < 20 || bytes.length > mostPictureBytes ? 'picture-unreadable' : checks[mediaType](bytes)
