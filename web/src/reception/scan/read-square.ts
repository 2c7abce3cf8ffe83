/** What a square before the camera says: by the browser's own reader where it has one, else by one that we bring. */
import * as z from 'zod/mini'

/** Undefined where nothing can be read yet. */
export type ReadSquare = (video: HTMLVideoElement) => Promise<string | undefined>

const Found = z.array(z.object({ rawValue: z.string() }))

interface Detector {
  detect(source: HTMLVideoElement): Promise<unknown>
}
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

/** Newer than the compiler's list of what a browser has. */
const isDetectorClass = (value: unknown): value is DetectorClass =>
  typeof value === 'function' && 'getSupportedFormats' in value

async function ownReader(): Promise<ReadSquare | undefined> {
  const found: unknown = Reflect.get(globalThis, 'BarcodeDetector')
  if (!isDetectorClass(found)) return undefined
  const formats = await found.getSupportedFormats().catch((): readonly string[] => [])
  if (!formats.includes('qr_code')) return undefined
  const detector = new found({ formats: ['qr_code'] })
  return async video => Found.safeParse(await detector.detect(video).catch(() => undefined)).data?.[0]?.rawValue
}

/** As wide as a picture needs to be for a square that fills a third of it. */
const readWidth = 480

async function broughtReader(): Promise<ReadSquare> {
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return async video => {
    if (context === null || video.videoWidth === 0) return undefined
    const scale = Math.min(1, readWidth / video.videoWidth)
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height))
    } catch {
      return undefined // no square in this picture
    }
  }
}

export const squareReader = async (): Promise<ReadSquare> => (await ownReader()) ?? broughtReader()
