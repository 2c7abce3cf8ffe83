/** From whatever a camera gives to a small picture: drawn anew on a canvas, which takes along no word of where or when. */
import { checkPicture, type PictureType, pictureTypes } from '../../../../functions/attachments/picture-rules.ts'

export const longestSide = 640
export const mostPhotoBytes = 60_000

const qualities = [0.8, 0.65, 0.5, 0.35, 0.2]

export interface SmallPicture {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: PictureType
}

/** As large as it may be, in proportion; never larger than it was. */
export function sizeWithin(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

const encoded = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise(resolve => canvas.toBlob(resolve, type, quality))

/** Undefined where nothing that may be kept comes of it. A browser without WebP writes JPEG. */
export async function shrunk(source: ImageBitmap | HTMLVideoElement): Promise<SmallPicture | undefined> {
  const isVideo = source instanceof HTMLVideoElement
  const { width, height } = isVideo
    ? sizeWithin(source.videoWidth, source.videoHeight)
    : sizeWithin(source.width, source.height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(source, 0, 0, width, height)
  for (const wanted of ['image/webp', 'image/jpeg'] as const)
    for (const quality of qualities) {
      const blob = await encoded(canvas, wanted, quality)
      const mediaType = pictureTypes.find(type => type === blob?.type)
      if (blob === null || mediaType !== wanted) break // it writes something else instead
      if (blob.size > mostPhotoBytes) continue
      const bytes = new Uint8Array(await blob.arrayBuffer())
      if (checkPicture(bytes, mediaType) === undefined) return { bytes, mediaType }
    }
  return undefined
}
