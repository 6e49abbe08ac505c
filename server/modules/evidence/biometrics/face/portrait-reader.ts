/**
 * Opens a picture that a stranger sent and leaves nothing of the file but its pixels: upright, 480 × 640, one
 * JPEG without metadata
 * (no place, no device, no second document behind the image). Only JPEG, PNG and WebP reach a decoder, told
 * by their first bytes.
 */
import sharp, { type Metadata } from 'sharp'
import { problem } from '../../../../kernel/problem.ts'

export const PORTRAIT = { width: 480, height: 640 } as const
/** What `contract/values.ts` lets through as base64. */
const MOST_BYTES = 3 * 1024 * 1024
/** Pages send 1200 at most on the longer side; a file of few bytes can hold what takes seconds to unpack. */
const MOST_PIXELS = 2_000_000
const DECODE_S = 8
/**
 * Decoders hold large buffers and share a small thread pool with password hashing: few at once, and a queue
 * that ends.
 */
const DECODING_AT_ONCE = 2
const WAITING_AT_MAX = 200

type PictureKind = 'jpeg' | 'png' | 'webp'

export interface Pixels {
  /** Rows of red, green and blue. */
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

export interface PortraitImage {
  readonly jpeg: Buffer
  readonly pixels: Pixels
  /** As sent, upright. */
  readonly source: { readonly kind: PictureKind; readonly width: number; readonly height: number }
}

export type PortraitReading =
  | { readonly ok: true; readonly image: PortraitImage }
  | { readonly ok: false; readonly reason: 'not-a-picture' | 'too-large' }

const startsWith = (bytes: Uint8Array, start: readonly number[], from = 0): boolean =>
  start.every((value, i) => bytes[from + i] === value)

/** The kind by magic bytes. SVG, GIF, HEIC, PDF and the rest are null: their decoders are never asked. */
export const pictureKind = (bytes: Uint8Array): PictureKind | null => {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) {
    return 'jpeg'
  }
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return 'png'
  }
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8)) {
    return 'webp'
  }
  return null
}

let decoding = 0
const queue: (() => void)[] = []
/** Throws `server.busy` when too many wait already. */
export const inTurn = async <T>(decode: () => Promise<T>): Promise<T> => {
  if (decoding >= DECODING_AT_ONCE) {
    if (queue.length >= WAITING_AT_MAX) {
      throw problem('server.busy', { retryAfter_s: 2, params: { wait: 2 } })
    }
    // Whoever leaves hands over its own place, so `decoding` stays as it is.
    await new Promise<void>((resolve) => queue.push(resolve))
  } else {
    decoding += 1
  }
  try {
    return await decode()
  } finally {
    const next = queue.shift()
    if (next) {
      next()
    } else {
      decoding -= 1
    }
  }
}

const sizeUpright = (metadata: Metadata): { width: number; height: number } => {
  const isTurned = (metadata.orientation ?? 1) >= 5
  return isTurned
    ? { width: metadata.height, height: metadata.width }
    : { width: metadata.width, height: metadata.height }
}

/**
 * The largest 3:4 window in the middle. Cut before resizing: a strip of 1 × 40 000 would else be blown up to
 * gigabytes.
 */
const window3to4 = (
  width: number,
  height: number,
): { left: number; top: number; width: number; height: number } => {
  const cutWidth = Math.max(1, Math.min(width, Math.round((height * PORTRAIT.width) / PORTRAIT.height)))
  const cutHeight = Math.max(1, Math.min(height, Math.round((width * PORTRAIT.height) / PORTRAIT.width)))
  return {
    left: Math.floor((width - cutWidth) / 2),
    top: Math.floor((height - cutHeight) / 2),
    width: cutWidth,
    height: cutHeight,
  }
}

const decode = async (bytes: Uint8Array, kind: PictureKind): Promise<PortraitReading> => {
  const source = { limitInputPixels: MOST_PIXELS, failOn: 'truncated', sequentialRead: true } as const
  // The header alone; a declared size beyond the limit is refused before a pixel is unpacked.
  const metadata = await sharp(bytes, { ...source, limitInputPixels: false }).metadata()
  if (metadata.format !== kind || !metadata.width || !metadata.height) {
    return { ok: false, reason: 'not-a-picture' }
  }
  if (metadata.width * metadata.height > MOST_PIXELS) {
    return { ok: false, reason: 'too-large' }
  }
  const { width, height } = sizeUpright(metadata)
  const { data } = await sharp(bytes, { ...source, autoOrient: true })
    .extract(window3to4(width, height))
    .resize(PORTRAIT.width, PORTRAIT.height, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: DECODE_S })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels: Pixels = { data, ...PORTRAIT }
  const jpeg = await sharp(data, { raw: { ...PORTRAIT, channels: 3 } })
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer()
  return { ok: true, image: { jpeg, pixels, source: { kind, width, height } } }
}

/** Never throws for what a file holds; throws `server.busy` when too many wait for a decoder. */
export const readPortrait = async (bytes: Uint8Array): Promise<PortraitReading> => {
  const kind = pictureKind(bytes)
  if (!kind) {
    return { ok: false, reason: 'not-a-picture' }
  }
  if (bytes.length > MOST_BYTES) {
    return { ok: false, reason: 'too-large' }
  }
  return inTurn(() => decode(bytes, kind).catch(() => ({ ok: false, reason: 'not-a-picture' }) as const))
}
