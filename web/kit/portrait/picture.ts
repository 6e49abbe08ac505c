// From a camera or a file to the picture that is sent: upright, at most 1200 px, JPEG, without the file's own
// data (place, time, camera).
import { deviceProblem } from '../devices/device-problem.ts'

type Bounds = {
  /** On the longer side. */
  readonly longest_px: number
  readonly least_px: number
  readonly pixels: number
  readonly bytes: number
}
const ofFace: Bounds = { longest_px: 1200, least_px: 0, pixels: Infinity, bytes: Infinity }
/**
 * What the server takes of a page (capture/paper-page.ts): 800 pixels at least, 2 megapixels at most, and
 * several pages in one request. Told here, before a form with several pages is sent whole.
 */
const ofPage: Bounds = { longest_px: Infinity, least_px: 800, pixels: 1_990_000, bytes: 890_000 }
const qualities = [0.9, 0.8, 0.7, 0.55] as const

export type SentPicture = { base64: string; url: string }

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser made no picture'))),
      'image/jpeg',
      quality,
    ),
  )

const toJpeg = async (canvas: HTMLCanvasElement, most_bytes: number): Promise<Blob> => {
  for (const quality of qualities) {
    const blob = await jpegOf(canvas, quality)
    if (blob.size <= most_bytes) {
      return blob
    }
  }
  throw new Error('the picture cannot be made small enough')
}

const base64Of = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  // In pieces: a call with a million arguments is refused by the browser.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  }
  return btoa(text)
}

const draw = async (
  source: CanvasImageSource,
  cut: { x: number; y: number; width: number; height: number },
  { longest_px, least_px, pixels, bytes }: Bounds = ofFace,
): Promise<SentPicture> => {
  if (Math.max(cut.width, cut.height) < least_px) {
    throw deviceProblem('small-picture')
  }
  const scale = Math.min(
    1,
    longest_px / Math.max(cut.width, cut.height),
    Math.sqrt(pixels / (cut.width * cut.height)),
  )
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(cut.width * scale)
  canvas.height = Math.round(cut.height * scale)
  const context = canvas.getContext('2d')
  if (!context) {
    throw new Error('the browser has no canvas')
  }
  context.drawImage(source, cut.x, cut.y, cut.width, cut.height, 0, 0, canvas.width, canvas.height)
  const blob = await toJpeg(canvas, bytes)
  return { base64: await base64Of(blob), url: URL.createObjectURL(blob) }
}

/** The middle of what the camera sees, 3 : 4, as the viewfinder shows it. */
export const windowOf = (width: number, height: number) => {
  const cutWidth = Math.min(width, (height * 3) / 4)
  const cutHeight = Math.min(height, (cutWidth * 4) / 3)
  return { x: (width - cutWidth) / 2, y: (height - cutHeight) / 2, width: cutWidth, height: cutHeight }
}

export const pictureOfVideo = (video: HTMLVideoElement): Promise<SentPicture> =>
  draw(video, windowOf(video.videoWidth, video.videoHeight))

const whole = ({ width, height }: { width: number; height: number }) => ({ x: 0, y: 0, width, height })

/** All that the camera sees: a paper has no middle. */
export const pageOfVideo = (video: HTMLVideoElement): Promise<SentPicture> =>
  draw(video, whole({ width: video.videoWidth, height: video.videoHeight }), ofPage)

const drawFile = async (file: Blob, bounds: Bounds): Promise<SentPicture | null> => {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) {
    return null
  }
  try {
    return await draw(bitmap, whole(bitmap), bounds)
  } finally {
    bitmap.close()
  }
}

/** Null when the file cannot be opened as a picture. */
export const pictureOfFile = (file: Blob): Promise<SentPicture | null> => drawFile(file, ofFace)
export const pageOfFile = (file: Blob): Promise<SentPicture | null> => drawFile(file, ofPage)
