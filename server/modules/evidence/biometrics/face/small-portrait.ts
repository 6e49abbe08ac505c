/**
 * A picture of the register for the eye: so few pixels that, drawn out again, it matches nobody. Measured
 * over the cast in `small-portrait.test.ts`.
 */
import sharp from 'sharp'

/** `glance`: that the page is about her. `compare`: beside a live one, by a second pair of eyes. */
export const SMALL = {
  glance: { width: 96, height: 128 },
  compare: { width: 120, height: 160 },
} as const
export type SmallSize = keyof typeof SMALL

const MOST_PIXELS = 2_000_000

/** Null for bytes that are no picture. */
export const smallPortrait = (picture: Uint8Array, size: SmallSize): Promise<Buffer | null> =>
  sharp(picture, { limitInputPixels: MOST_PIXELS, autoOrient: true })
    .resize({ ...SMALL[size], fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer()
    .catch(() => null)
