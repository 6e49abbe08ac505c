/**
 * The proportions of one face on the 480 × 640 sheet, worked out once so that hair, glasses and clothes all
 * meet the same head.
 */
import type { PortraitFeatures } from './portrait-features.ts'

export const SHEET = { width: 480, height: 640 } as const
/** The middle of the sheet: portraits look straight ahead. */
export const MIDDLE = 240

export interface FacePlan {
  /** Half of the face's width. */
  readonly half: number
  readonly crown: number
  readonly ear: number
  readonly chin: number
  readonly eyeY: number
  readonly eyeX: number
  readonly noseY: number
  readonly mouthY: number
  readonly neckHalf: number
  readonly shoulder: number
}

export const planFace = (f: PortraitFeatures): FacePlan => {
  const isChild = f.age < 14
  const half = (isChild ? 92 : f.sex === 'female' ? 91 : 95) * f.face.width
  const height = (isChild ? 232 : f.sex === 'female' ? 250 : 256) * f.face.length
  const chin = isChild ? 420 : 424
  const crown = chin - height
  const eyeY = crown + height * (isChild ? 0.57 : 0.525) - f.eyes.height * 7
  const mouthY = chin - height * (isChild ? 0.165 : 0.185) - f.mouth.height * 7
  return {
    half,
    crown,
    chin,
    eyeY,
    mouthY,
    ear: eyeY + 10,
    eyeX: half * 0.44 * f.eyes.spread,
    noseY: eyeY + (mouthY - eyeY) * 0.52 * f.nose.length,
    neckHalf: isChild ? 38 : f.sex === 'female' ? 42 : 50,
    shoulder: isChild ? 158 : f.sex === 'female' ? 182 : 202,
  }
}

const byte = (n: number): string =>
  Math.max(0, Math.min(255, Math.round(n)))
    .toString(16)
    .padStart(2, '0')
/** A colour moved towards black (below 1) or white (above 1). */
export const shade = (hex: string, factor: number): string => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return `#${parts.map((v) => byte(factor <= 1 ? v * factor : v + (255 - v) * (factor - 1))).join('')}`
}

/** Coordinates with one decimal keep the file small. */
const at = (...values: readonly number[]): string => values.map((v) => Math.round(v * 10) / 10).join(' ')

/** A path's text with its numbers rounded. */
export const path = (parts: TemplateStringsArray, ...values: readonly number[]): string =>
  parts.reduce((text, part, i) => text + part + (i < values.length ? at(values[i] ?? 0) : ''), '')
