/**
 * What to improve in a portrait before it is sent: light, sharpness, size, and whether a face can be where a
 * face belongs. The face test
 * is a plausibility check of colour and structure, not a detector: it turns away walls, landscapes and
 * papers, and is lenient with people.
 */
import type { z } from 'zod'
import type { portraitHint } from '../../../../../contract/enrolment.ts'
import { flood, lumaOf, shrink, type Planes } from './pixel-planes.ts'
import type { PortraitImage } from './portrait-reader.ts'

export type PortraitHint = Exclude<z.infer<typeof portraitHint>, 'ok'>

const QUALITY = {
  /** Mean luma of the picture's middle, 0 to 255. */
  darkest: 60,
  brightest: 245,
  /** Standard deviation of luma in the middle. */
  leastContrast: 13,
  /**
   * Variance of the Laplacian at 240 × 320. Drawn portraits measure above 250; blurred by a sigma of 6 px at
   * 480 × 640, below 17.
   */
  leastSharpness: 20,
  /** Pixels of the 3:4 window as sent. */
  leastWidth: 240,
  /** Width divided by height as sent: from an upright phone to a wide webcam. */
  narrowest: 0.5,
  widest: 1.8,
} as const

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
interface Middle {
  readonly mean: number
  readonly deviation: number
}

const middleOf = (luma: Float32Array, width: number, height: number): Middle => {
  let sum = 0
  let squares = 0
  let count = 0
  for (let y = Math.floor(height * 0.18); y < height * 0.72; y += 1) {
    for (let x = Math.floor(width * 0.24); x < width * 0.76; x += 1) {
      const v = luma[y * width + x] ?? 0
      sum += v
      squares += v * v
      count += 1
    }
  }
  const mean = sum / count
  return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) }
}

/** Variance of the Laplacian over the middle, where the face is; a blurred background is welcome. */
const sharpnessOf = (luma: Float32Array, width: number, height: number): number => {
  let sum = 0
  let squares = 0
  let count = 0
  for (let y = Math.floor(height * 0.12); y < height * 0.75; y += 1) {
    for (let x = Math.floor(width * 0.18); x < width * 0.82; x += 1) {
      const i = y * width + x
      const v =
        (luma[i - 1] ?? 0) +
        (luma[i + 1] ?? 0) +
        (luma[i - width] ?? 0) +
        (luma[i + width] ?? 0) -
        4 * (luma[i] ?? 0)
      sum += v
      squares += v * v
      count += 1
    }
  }
  return squares / count - (sum / count) ** 2
}

type Chroma = readonly [luma: number, cb: number, cr: number]
const chromaAt = ({ values }: Planes, i: number): Chroma => {
  const r = values[i * 3] ?? 0
  const g = values[i * 3 + 1] ?? 0
  const b = values[i * 3 + 2] ?? 0
  return [
    0.299 * r + 0.587 * g + 0.114 * b,
    128 - 0.169 * r - 0.331 * g + 0.5 * b,
    128 + 0.5 * r - 0.419 * g - 0.081 * b,
  ]
}
/**
 * The span of human skin in YCbCr (Chai and Ngan 1999), a little widened; pale skin in bright light loses
 * most of its red.
 */
const isSkinLike = ([y, cb, cr]: Chroma): boolean =>
  y > 30 && cb > 72 && cb < 126 && cr < 184 && (cr > 133 || (y > 225 && cr > 130 && cb < 121))

const seedsIn = (planes: Planes): { readonly colour: Chroma; readonly cells: readonly number[] } | null => {
  const cells: number[] = []
  let window = 0
  const sum: [number, number, number] = [0, 0, 0]
  for (let y = Math.floor(planes.height * 0.3); y < planes.height * 0.62; y += 1) {
    for (let x = Math.floor(planes.width * 0.34); x < planes.width * 0.66; x += 1) {
      window += 1
      const chroma = chromaAt(planes, y * planes.width + x)
      if (!isSkinLike(chroma)) {
        continue
      }
      cells.push(y * planes.width + x)
      chroma.forEach((v, c) => {
        sum[c] = (sum[c] ?? 0) + v
      })
    }
  }
  if (cells.length < window * 0.3) {
    return null
  }
  return { cells, colour: [sum[0] / cells.length, sum[1] / cells.length, sum[2] / cells.length] }
}

const boxOf = (mask: Uint8Array, width: number): Box & { readonly area: number } => {
  const columns: number[] = []
  const rows: number[] = []
  mask.forEach((v, i) => {
    if (v !== 1) {
      return
    }
    columns.push(i % width)
    rows.push(Math.floor(i / width))
  })
  columns.sort((a, b) => a - b)
  const part = (list: readonly number[], share: number): number =>
    list[Math.floor((list.length - 1) * share)] ?? 0
  // A lock of brown hair or a hand may hang on to the face: the outermost hundredths do not count.
  return {
    left: part(columns, 0.01),
    right: part(columns, 0.99),
    top: part(rows, 0.01),
    bottom: part(rows, 0.99),
    area: columns.length,
  }
}

/**
 * Dark spots (eyes, brows, rims) left and right in the upper part, and skin between them where the nose is.
 */
const hasEyes = (luma: Float32Array, width: number, box: Box, skin: number): boolean => {
  const w = box.right - box.left
  const h = box.bottom - box.top
  const share = (x0: number, x1: number, y0: number, y1: number): number => {
    let dark = 0
    let count = 0
    for (let y = Math.floor(box.top + h * y0); y < box.top + h * y1; y += 1) {
      for (let x = Math.floor(box.left + w * x0); x < box.left + w * x1; x += 1) {
        count += 1
        if ((luma[y * width + x] ?? 0) < skin * 0.74) {
          dark += 1
        }
      }
    }
    return count === 0 ? 0 : dark / count
  }
  const left = share(0.12, 0.46, 0.1, 0.66)
  const right = share(0.54, 0.88, 0.1, 0.66)
  const isBalanced =
    Math.min(left, right) > 0.012 &&
    Math.max(left, right) < 0.6 &&
    Math.max(left, right) < Math.min(left, right) * 9
  return isBalanced && share(0.4, 0.6, 0.4, 0.7) < 0.5
}

type FaceFinding = 'found' | 'small' | 'none'

const findWithin = (planes: Planes, luma: Float32Array, tolerance: number): FaceFinding => {
  const seeds = seedsIn(planes)
  if (!seeds) {
    return 'none'
  }
  const { width, height } = planes
  const [y0, cb0, cr0] = seeds.colour
  const mask = new Uint8Array(width * height)
  for (let i = 0; i < mask.length; i += 1) {
    const chroma = chromaAt(planes, i)
    const away = Math.hypot((chroma[0] - y0) * 0.25, (chroma[1] - cb0) * 1.5, (chroma[2] - cr0) * 1.5)
    if (isSkinLike(chroma) && away < tolerance) {
      mask[i] = 1
    }
  }
  const blob = boxOf(flood(mask, width, seeds.cells), width)
  const w = blob.right - blob.left + 1
  const h = blob.bottom - blob.top + 1
  const isShaped =
    h / w > 0.6 &&
    h / w < 2.6 &&
    blob.area / (w * h) > 0.38 &&
    blob.area < width * height * 0.6 &&
    w < width * 0.92
  const isCentred = Math.abs((blob.left + blob.right) / 2 / width - 0.5) < 0.2
  if (!isShaped || !isCentred || !hasEyes(luma, width, blob, y0)) {
    return 'none'
  }
  return w < width * 0.16 ? 'small' : 'found'
}

/** Strict on colour first (a wall may be nearly skin), then wider (light from one side). */
const findFace = (planes: Planes, luma: Float32Array): FaceFinding => {
  const findings = [18, 30, 12].map((tolerance) => findWithin(planes, luma, tolerance))
  return findings.includes('found') ? 'found' : findings.includes('small') ? 'small' : 'none'
}

/** What to improve; an empty list is a portrait that can be used. */
export const hintsOf = ({ pixels, source }: PortraitImage): PortraitHint[] => {
  const hints: PortraitHint[] = []
  const aspect = source.width / source.height
  if (aspect < QUALITY.narrowest || aspect > QUALITY.widest) {
    hints.push('not-square-enough')
  }
  const half = shrink(pixels, 2)
  const luma = lumaOf(half)
  const { mean, deviation } = middleOf(luma, half.width, half.height)
  if (mean < QUALITY.darkest) {
    hints.push('too-dark')
  } else if (mean > QUALITY.brightest) {
    hints.push('too-bright')
  }
  if (deviation < QUALITY.leastContrast) {
    hints.push('low-contrast')
  }
  const isSmall = Math.min(source.width, source.height * 0.75) < QUALITY.leastWidth
  const coarse = shrink(pixels, 5)
  // Without light nobody can say whether there is a face: first things first.
  const face =
    hints.includes('too-dark') || hints.includes('too-bright') ? 'found' : findFace(coarse, lumaOf(coarse))
  if (isSmall || face === 'small') {
    hints.push('too-small')
  }
  if (
    !hints.includes('low-contrast') &&
    !isSmall &&
    sharpnessOf(luma, half.width, half.height) < QUALITY.leastSharpness
  ) {
    hints.push('blurred')
  }
  if (face === 'none') {
    hints.push('no-face')
  }
  return hints
}
