import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkPicture,
  longestPictureSide,
  mostPictureBytes,
  type PictureType,
} from '../../../functions/attachments/picture-rules.ts'
import {
  aJpeg,
  aPng,
  aWebp,
  jpegPart,
  type PictureSize,
  pngPart,
  webpCanvas,
  webpLossless,
  webpOf,
  webpPart,
} from '../../builders/pictures.ts'

const pictures = { 'image/png': aPng(), 'image/jpeg': aJpeg(), 'image/webp': aWebp() } as const
const types = Object.keys(pictures) as PictureType[]
const exif = Buffer.from('Exif\0\0MM\0*GPS')

describe.each(types)('%s', type => {
  const picture = pictures[type]

  it('is taken as a canvas writes it', () => {
    expect(checkPicture(picture, type)).toBeUndefined()
  })

  it('is no picture of another kind', () => {
    for (const other of types.filter(each => each !== type))
      expect([other, checkPicture(picture, other)]).toEqual([other, 'picture-unreadable'])
  })

  it('is not taken cut off, wherever the cut is', () => {
    for (let length = 0; length < picture.length; length += 1)
      expect([length, checkPicture(picture.subarray(0, length), type)]).toEqual([length, 'picture-unreadable'])
  })

  it('carries no other file behind it', () => {
    expect(checkPicture(Buffer.concat([picture, Buffer.from('PK and more')]), type)).toBe('picture-with-details')
  })

  it('is not taken beyond its size', () => {
    expect(checkPicture(Buffer.concat([picture, Buffer.alloc(mostPictureBytes)]), type)).toBe('picture-unreadable')
  })

  it('stays what it is where it lies within a larger buffer', () => {
    const larger = Buffer.concat([Buffer.alloc(7), picture, Buffer.alloc(9)])
    expect(checkPicture(larger.subarray(7, 7 + picture.length), type)).toBeUndefined()
  })
})

describe('what a camera or a program writes beside the picture', () => {
  it.each(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'vpAg'])('is not taken in a PNG as %s', name => {
    expect(checkPicture(aPng({ between: [pngPart(name, exif)] }), 'image/png')).toBe('picture-with-details')
  })

  it.each([
    ['EXIF', jpegPart(0xe1, exif)],
    ['XMP', jpegPart(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x/>'))],
    ['IPTC', jpegPart(0xed, Buffer.from('Photoshop 3.0\0'))],
    ['a comment', jpegPart(0xfe, Buffer.from('by'))],
    ['something in the place of a colour profile', jpegPart(0xe2, Buffer.from('MPF\0and another picture'))],
    ['a small picture in JFIF', jpegPart(0xe0, Buffer.concat([Buffer.from('JFIF\0'), Buffer.alloc(40)]))],
  ])('is not taken in a JPEG as %s', (_what, part) => {
    expect(checkPicture(aJpeg([part]), 'image/jpeg')).toBe('picture-with-details')
  })

  it('leaves a colour profile in a JPEG', () => {
    expect(
      checkPicture(aJpeg([jpegPart(0xe2, Buffer.from('ICC_PROFILE\0\u0001\u0001'))]), 'image/jpeg'),
    ).toBeUndefined()
  })

  it.each(['EXIF', 'XMP ', 'ANIM', 'junk'])('is not taken in a WebP as %s', name => {
    expect(checkPicture(aWebp([webpPart(name, exif)]), 'image/webp')).toBe('picture-with-details')
  })
})

const dot = { width: 1, height: 1 }
const sized: readonly (readonly [string, PictureType, number, (size: PictureSize) => Buffer])[] = [
  ['PNG', 'image/png', 0xffff_ffff, size => aPng({ size })],
  ['JPEG', 'image/jpeg', 0xffff, size => aJpeg([], size)],
  ['lossy WebP', 'image/webp', 0x3fff, size => aWebp([], size)],
  ['lossless WebP', 'image/webp', 0x4000, size => webpOf(webpLossless(size))],
  ['WebP on a canvas', 'image/webp', 0x100_0000, size => webpOf(webpCanvas(size), webpLossless(dot))],
]

describe.each(sized)('the size of a %s', (_what, type, most, made) => {
  it('is taken up to its bound, and one beyond is not', () => {
    const longest = { width: longestPictureSide, height: longestPictureSide }
    expect(checkPicture(made(longest), type)).toBeUndefined()
    expect(checkPicture(made({ ...longest, width: longestPictureSide + 1 }), type)).toBe('picture-unreadable')
    expect(checkPicture(made({ ...longest, height: longestPictureSide + 1 }), type)).toBe('picture-unreadable')
    expect(checkPicture(made({ width: most, height: most }), type)).toBe('picture-unreadable')
  })

  it('is within its bounds wherever it is taken', () => {
    const side = fc.oneof(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: longestPictureSide }))
    fc.assert(
      fc.property(side, side, (width, height) => {
        const isWithin = Math.max(width, height) <= longestPictureSide
        expect(checkPicture(made({ width, height }), type)).toBe(isWithin ? undefined : 'picture-unreadable')
      }),
      { seed: 20_261_129 },
    )
  })
})

it.each([
  ['PNG', 'image/png', aPng({ size: { width: 0, height: 1 } })],
  ['JPEG', 'image/jpeg', aJpeg([], { width: 1, height: 0 })],
  ['WebP', 'image/webp', aWebp([], { width: 0, height: 0 })],
] as const)('a %s of no size at all is not taken', (_what, type, picture) => {
  expect(checkPicture(picture, type)).toBe('picture-unreadable')
})

it.each([
  ['a second head', 'image/png', aPng({ between: [pngPart('IHDR', Buffer.alloc(13))] })],
  ['a second frame', 'image/jpeg', aJpeg([jpegPart(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]))])],
  ['a height told later', 'image/jpeg', aJpeg([jpegPart(0xdc, Buffer.from([0xff, 0xff]))])],
  ['a second picture', 'image/webp', aWebp([webpLossless(dot)])],
  ['a canvas and no picture', 'image/webp', webpOf(webpCanvas(dot))],
] as const)('%s is not taken', (_what, type, picture) => {
  expect(checkPicture(picture, type)).toBe('picture-unreadable')
})

describe('a part that says it is longer than the file', () => {
  it.each([0x7fff_ffff, 0xffff_ffff])('is not taken in a PNG or a WebP: %d bytes', length => {
    const png = aPng()
    png.writeUInt32BE(length, 33)
    expect(checkPicture(png, 'image/png')).toBe('picture-unreadable')
    const webp = aWebp()
    webp.writeUInt32LE(length, 16)
    expect(checkPicture(webp, 'image/webp')).toBe('picture-unreadable')
  })

  it('is not taken in a JPEG', () => {
    const jpeg = aJpeg()
    jpeg.writeUInt16BE(0xffff, jpeg.indexOf(Buffer.from([0xff, 0xdb])) + 2)
    expect(checkPicture(jpeg, 'image/jpeg')).toBe('picture-unreadable')
  })
})
