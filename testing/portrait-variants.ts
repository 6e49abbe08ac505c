/**
 * The same portrait as other cameras and programmes would hand it over, to measure the reference matcher
 * with.
 */
import sharp from 'sharp'
import { anotherSitting, portraitJpeg, portraitSvg } from '../world/portraits/draw-portrait.ts'
import type { PortraitFeatures } from '../world/portraits/portrait-features.ts'

export const variantNames = [
  'jpeg-40',
  'png',
  'webp',
  'small',
  'large',
  'brighter',
  'darker',
  'cropped',
  'shifted',
  'softened',
  'another-sitting',
  'all-at-once',
] as const
export type VariantName = (typeof variantNames)[number]

const cut = (picture: Buffer, left: number, top: number, right: number, bottom: number): Promise<Buffer> =>
  sharp(picture)
    .extract({ left, top, width: 480 - left - right, height: 640 - top - bottom })
    .jpeg({ quality: 88 })
    .toBuffer()

export const portraitVariant = async (
  features: PortraitFeatures,
  name: VariantName,
  seed: string,
): Promise<Buffer> => {
  const picture = await portraitJpeg(portraitSvg(features))
  switch (name) {
    case 'jpeg-40':
      return sharp(picture).jpeg({ quality: 40 }).toBuffer()
    case 'png':
      return sharp(picture).png().toBuffer()
    case 'webp':
      return sharp(picture).webp({ quality: 60 }).toBuffer()
    case 'small':
      return sharp(picture).resize(260).jpeg().toBuffer()
    case 'large':
      return portraitJpeg(portraitSvg(features), 1080)
    case 'brighter':
      return sharp(picture).linear(1.15).jpeg().toBuffer()
    case 'darker':
      return sharp(picture).linear(0.85).jpeg().toBuffer()
    case 'cropped':
      return cut(picture, 20, 26, 20, 26)
    case 'shifted':
      return cut(picture, 24, 10, 0, 40)
    case 'softened':
      return sharp(picture).blur(1.2).jpeg().toBuffer()
    case 'another-sitting':
      return portraitJpeg(portraitSvg(anotherSitting(features, seed)))
    case 'all-at-once':
      return sharp(await cut(await portraitJpeg(portraitSvg(anotherSitting(features, seed))), 10, 20, 24, 24))
        .linear(1.1)
        .resize(360)
        .jpeg({ quality: 55 })
        .toBuffer()
  }
}
