/** The register's picture made small for a document that is shown: a face that an eye can compare. */
import sharp from 'sharp'
import { now } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { inTurn } from '../../../evidence/biometrics/face/portrait-reader.ts'
import { portraitSize } from './rules.ts'

const MOST_PIXELS = 2_000_000
/** Poorer each time, until it is small enough. */
const QUALITIES = [80, 65, 50, 35]

const shrink = async (picture: Uint8Array): Promise<Buffer | null> => {
  const { bytesMost, width, height } = inForce(portraitSize, now())
  const small = sharp(picture, { limitInputPixels: MOST_PIXELS, autoOrient: true })
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
  for (const quality of QUALITIES) {
    const jpeg = await small.clone().jpeg({ quality }).toBuffer()
    if (jpeg.length <= bytesMost) {
      return jpeg
    }
  }
  return null
}

/**
 * JPEG without metadata; null for bytes that are no picture, or none that gets small enough. Throws
 * `server.busy` when too many wait for a decoder.
 */
export const portraitForCredential = (picture: Uint8Array): Promise<Buffer | null> =>
  inTurn(() => shrink(picture).catch(() => null))
