/** Small pictures, well-formed, and what a camera or a program puts into them besides. */
import { crc32, deflateSync } from 'node:zlib'
import type { KeepAttachment } from '../../functions/attachments/contract.ts'

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1')

export function pngPart(name: string, content: Buffer): Buffer {
  const part = Buffer.alloc(12 + content.length)
  part.writeUInt32BE(content.length, 0)
  ascii(name).copy(part, 4)
  content.copy(part, 8)
  part.writeUInt32BE(crc32(part.subarray(4, 8 + content.length)), 8 + content.length)
  return part
}

export interface PictureSize {
  readonly width: number
  readonly height: number
}
const oneDot: PictureSize = { width: 1, height: 1 }

interface PngParts {
  /** Before its last part. */
  readonly between?: readonly Buffer[]
  readonly grey?: number
  /** As its head says it; one dot where absent. */
  readonly size?: PictureSize
  /** Makes it as long as a test wants. */
  readonly noise?: Buffer
}

/** One grey dot. */
export function aPng({ between = [], grey = 255, noise = Buffer.alloc(0), size = oneDot }: PngParts = {}): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  head.writeUInt32BE(size.width, 0)
  head.writeUInt32BE(size.height, 4)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    pngPart('IHDR', head),
    pngPart('IDAT', deflateSync(Buffer.concat([Buffer.from([0, grey]), noise]))),
    ...between,
    pngPart('IEND', Buffer.alloc(0)),
  ])
}

export function jpegPart(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

const jfif = jpegPart(0xe0, Buffer.concat([ascii('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])]))

function jpegFrame({ width, height }: PictureSize): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return jpegPart(0xc0, frame)
}

/** As a JPEG is built: heads, a scan with a stuffed byte and a restart in it, an end. */
export const aJpeg = (between: readonly Buffer[] = [], size = oneDot): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jfif,
    ...between,
    jpegPart(0xdb, Buffer.alloc(65)),
    jpegFrame(size),
    jpegPart(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
    Buffer.from([0xff, 0xd9]),
  ])

export function webpPart(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  ascii(name).copy(head)
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

/** The head of a lossy picture, as far as its size. */
function webpLossy({ width, height }: PictureSize): Buffer {
  const head = Buffer.from([0x10, 0, 0, 0x9d, 0x01, 0x2a, 0, 0, 0, 0, 0])
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  return webpPart('VP8 ', head)
}

export function webpLossless({ width, height }: PictureSize): Buffer {
  const head = Buffer.from([0x2f, 0, 0, 0, 0])
  head.writeUInt32LE(width - 1 + (height - 1) * 2 ** 14, 1)
  return webpPart('VP8L', head)
}

export function webpCanvas({ width, height }: PictureSize): Buffer {
  const head = Buffer.alloc(10)
  head.writeUIntLE(width - 1, 4, 3)
  head.writeUIntLE(height - 1, 7, 3)
  return webpPart('VP8X', head)
}

export const webpOf = (...parts: readonly Buffer[]): Buffer => {
  const whole = Buffer.concat([ascii('WEBP'), ...parts])
  const head = Buffer.alloc(8)
  ascii('RIFF').copy(head)
  head.writeUInt32LE(whole.length, 4)
  return Buffer.concat([head, whole])
}

export const aWebp = (between: readonly Buffer[] = [], size = oneDot): Buffer => webpOf(webpLossy(size), ...between)

export const anAttachment = (override: Partial<KeepAttachment> & Pick<KeepAttachment, 'returnEventId'>) =>
  ({
    versions: { contract: 1, rules: '2026-11-01' },
    kind: 'SIGNATURE',
    mediaType: 'image/png',
    content: aPng().toString('base64'),
    deviceTime: '2026-11-22T09:59:00.000Z',
    ...override,
  }) satisfies KeepAttachment
