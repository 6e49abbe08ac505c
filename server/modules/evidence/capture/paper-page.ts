/**
 * A picture of one page of a paper, as the desk's camera took it: of the file nothing stays but its pixels,
 * one JPEG without metadata. Slow work (decoding) is done before a transaction opens.
 */
import sharp from 'sharp'
import { problem } from '../../../kernel/problem.ts'
import { inTurn, pictureKind } from '../biometrics/face/portrait-reader.ts'
import { digestOf } from './portrait.ts'

/** The counter's browser makes it so small; a file of few bytes can hold what takes seconds to unpack. */
const MOST_PIXELS = 2_000_000
/** On the longer side: of less the smaller print of an A4 page cannot be read. */
const LEAST_PX = 800
const DECODE_S = 8

export interface ReadPage {
  /** Of the bytes that came, so that the same picture sent again is no new page. */
  readonly id: string
  readonly jpeg: Buffer
}

const decode = async (bytes: Uint8Array, kind: 'jpeg' | 'png'): Promise<Buffer | null> => {
  const source = { limitInputPixels: MOST_PIXELS, failOn: 'warning', sequentialRead: true } as const
  // The header alone; a declared size beyond the limit is refused before a pixel is unpacked.
  const { format, width, height } = await sharp(bytes, { ...source, limitInputPixels: false }).metadata()
  if (format !== kind || width * height > MOST_PIXELS || Math.max(width, height) < LEAST_PX) {
    return null
  }
  return sharp(bytes, { ...source, autoOrient: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: DECODE_S })
    .jpeg({ quality: 82 })
    .toBuffer()
}

/** `page`: base64. Throws `evidence.page-unreadable`, and `server.busy` when too many wait for a decoder. */
export const readPage = async (page: string): Promise<ReadPage> => {
  const bytes = Buffer.from(page, 'base64')
  const kind = pictureKind(bytes)
  const jpeg =
    kind === 'jpeg' || kind === 'png' ? await inTurn(() => decode(bytes, kind).catch(() => null)) : null
  if (!jpeg) {
    throw problem('evidence.page-unreadable')
  }
  return { id: digestOf(bytes), jpeg }
}
