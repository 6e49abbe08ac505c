/**
 * THE REFERENCE MATCHER FOR DRAWINGS. It tells the demo world's drawn portraits apart and knows nothing of
 * human faces; it refuses to be
 * made outside the world, and is unsure of anything that is not flatly drawn. Figures:
 * docs/decisions/0005-portraits.md.
 */
import type { FaceMatcher, PortraitVerdict } from '../../../../kernel/tools.ts'
import { MAP, signFace, type FaceMap, type FaceSignature } from './face-signature.ts'
import { readPortrait } from './portrait-reader.ts'

export interface MatchThresholds {
  /** Scores from here up are the same person. */
  readonly match: number
  /** Scores below are another person; what lies between is for an officer. */
  readonly noMatch: number
}
export const REFERENCE_THRESHOLDS: MatchThresholds = { match: 0.89, noMatch: 0.7 }

/** Drawings measure above this even after hard JPEG; photographs do not. */
const LEAST_FLATNESS = 0.6
const SHIFT = 2

const inFace = Uint8Array.from({ length: MAP.width * MAP.height }, (_, i) => {
  const u = ((i % MAP.width) - MAP.width / 2 + 0.5) / (MAP.width * 0.39)
  const v = (Math.floor(i / MAP.width) - MAP.height * 0.56) / (MAP.height * 0.4)
  return u * u + v * v < 1 ? 1 : 0
})

interface Difference {
  readonly features: number
  readonly surroundings: number
}

const differenceAt = (
  one: FaceMap,
  two: FaceMap,
  dx: number,
  dy: number,
  colourTrust: number,
): Difference => {
  let n = 0
  let sumOne = 0
  let sumTwo = 0
  let product = 0
  let squaresOne = 0
  let squaresTwo = 0
  let away = 0
  let all = 0
  for (let y = SHIFT; y < MAP.height - SHIFT; y += 1) {
    for (let x = SHIFT; x < MAP.width - SHIFT; x += 1) {
      const i = y * MAP.width + x
      const j = (y + dy) * MAP.width + x + dx
      const p = one.light[i] ?? 0
      const q = two.light[j] ?? 0
      // Below the chin is cloth.
      if (y < MAP.height * 0.86) {
        all += 1
        away +=
          Math.abs(p - q) +
          (colourTrust *
            (Math.abs((one.a[i] ?? 0) - (two.a[j] ?? 0)) + Math.abs((one.b[i] ?? 0) - (two.b[j] ?? 0)))) /
            100
      }
      if (inFace[i] !== 1) {
        continue
      }
      n += 1
      sumOne += p
      sumTwo += q
      product += p * q
      squaresOne += p * p
      squaresTwo += q * q
    }
  }
  const varianceOne = squaresOne / n - (sumOne / n) ** 2
  const varianceTwo = squaresTwo / n - (sumTwo / n) ** 2
  const likeness =
    (product / n - (sumOne / n) * (sumTwo / n)) / Math.sqrt(Math.max(1e-9, varianceOne * varianceTwo))
  return { features: 1 - likeness, surroundings: away / all }
}

/** 0 (nothing in common) to 1 (the same drawing). */
export const likenessOf = (reference: FaceSignature, candidate: FaceSignature): number => {
  const skin = Math.hypot(reference.skin[1] - candidate.skin[1], reference.skin[2] - candidate.skin[2])
  // Pale skin in bright light is burnt out and has lost its colour: then colour says little.
  const colourTrust = Math.max(0, Math.min(1, (100 - Math.max(reference.skin[0], candidate.skin[0])) / 8))
  const upright = reference.maps[1]
  if (!upright) {
    return 0
  }
  let least = Infinity
  for (const map of candidate.maps) {
    for (let dy = -SHIFT; dy <= SHIFT; dy += 1) {
      for (let dx = -SHIFT; dx <= SHIFT; dx += 1) {
        const { features, surroundings } = differenceAt(upright, map, dx, dy, colourTrust)
        least = Math.min(least, features + surroundings * 1.2)
      }
    }
  }
  return Math.exp(-1.6 * (least + Math.max(0, skin - 4) * 0.012 * colourTrust))
}

const verdictFor = (score: number, thresholds: MatchThresholds): PortraitVerdict['verdict'] =>
  score >= thresholds.match ? 'match' : score < thresholds.noMatch ? 'no-match' : 'unsure'

const signed = async (bytes: Uint8Array): Promise<FaceSignature | null> => {
  const read = await readPortrait(bytes)
  return read.ok ? signFace(read.image.pixels) : null
}

/** Throws outside the world: a matcher of drawings must never decide about a citizen. */
export const referenceMatcher = ({
  isWorldOn,
  thresholds = REFERENCE_THRESHOLDS,
}: {
  readonly isWorldOn: boolean
  readonly thresholds?: MatchThresholds
}): FaceMatcher => {
  if (!isWorldOn) {
    throw new Error('the reference matcher compares drawings: it is for the demo world only')
  }
  return {
    name: 'reference-drawings',
    async compare(reference, candidate) {
      const [one, two] = await Promise.all([signed(reference), signed(candidate)])
      if (!one || !two || Math.min(one.flatness, two.flatness) < LEAST_FLATNESS) {
        return { verdict: 'unsure', score: 0 }
      }
      const score = likenessOf(one, two)
      return { verdict: verdictFor(score, thresholds), score: Math.round(score * 1000) / 1000 }
    },
  }
}
