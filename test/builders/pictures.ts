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

interface PngParts {
  /** Before its last part. */
  readonly between?: readonly Buffer[]
  readonly grey?: number
  /** Makes it as long as a test wants. */
  readonly noise?: Buffer
}

/** One grey dot. */
export function aPng({ between = [], grey = 255, noise = Buffer.alloc(0) }: PngParts = {}): Buffer {
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    pngPart('IHDR', size),
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

/** As a JPEG is built: heads, a scan with a stuffed byte and a restart in it, an end. */
export const aJpeg = (between: readonly Buffer[] = []): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jfif,
    ...between,
    jpegPart(0xdb, Buffer.alloc(65)),
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

export function aWebp(between: readonly Buffer[] = []): Buffer {
  const parts = Buffer.concat([ascii('WEBP'), webpPart('VP8 ', Buffer.alloc(11)), ...between])
  const head = Buffer.alloc(8)
  ascii('RIFF').copy(head)
  head.writeUInt32LE(parts.length, 4)
  return Buffer.concat([head, parts])
}

export const anAttachment = (override: Partial<KeepAttachment> & Pick<KeepAttachment, 'returnEventId'>) =>
  ({
    versions: { contract: 1, rules: '2026-11-01' },
    kind: 'SIGNATURE',
    mediaType: 'image/png',
    content: aPng().toString('base64'),
    deviceTime: '2026-11-22T09:59:00.000Z',
    ...override,
  }) satisfies KeepAttachment
