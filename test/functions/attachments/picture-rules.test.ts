import { describe, expect, it } from 'vitest'
import { checkPicture, mostPictureBytes, type PictureType } from '../../../functions/attachments/picture-rules.ts'
import { aJpeg, aPng, aWebp, jpegPart, pngPart, webpPart } from '../../builders/pictures.ts'

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
