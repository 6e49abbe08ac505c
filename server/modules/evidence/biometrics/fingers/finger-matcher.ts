/**
 * REFERENCE GRADE. One-to-one verification of fingers by their minutiae, our own. It was measured on
 * synthetic impressions only
 * (docs/decisions/0007-fingerprints.md), never on people: an operator puts a certified matcher behind the
 * same interface.
 */
import { singleView } from '../../../../../formats/minutiae/minutiae-record.ts'
import type { FingerMatcher, PrintVerdict } from '../../../../kernel/tools.ts'
import { align } from './finger-alignment.ts'
import { fingerPoints } from './finger-points.ts'

export interface PrintThresholds {
  /** Scores from here up are the same finger. */
  readonly match: number
  /** Scores below are another finger; what lies between is unsure. */
  readonly noMatch: number
}
export const PRINT_THRESHOLDS: PrintThresholds = { match: 0.4, noMatch: 0.25 }

/** With fewer points, or fewer that both impressions saw, nothing is said. */
const LEAST_POINTS = 10
const LEAST_SEEN = 8
/** So many points in common make full evidence; fewer weigh less, however well they lie. */
const FULL_EVIDENCE = 14
/** A good impression of a whole finger shows at least so many. */
const FULL_COUNT = 30

const scoreOf = (reference: Uint8Array, candidate: Uint8Array): number | null => {
  const [one, two] = [singleView(reference), singleView(candidate)]
  if (!one || !two || one.view.minutiae.length < LEAST_POINTS || two.view.minutiae.length < LEAST_POINTS) {
    return null
  }
  const alignment = align(fingerPoints(one.record, one.view), fingerPoints(two.record, two.view))
  if (!alignment) {
    return 0
  }
  const agreed = alignment.pairs.reduce(
    (sum, { closeness, surroundings }) =>
      sum + Math.sqrt(closeness) * (0.4 + 0.6 * Math.min(1, surroundings * 2)),
    0,
  )
  const seen = Math.sqrt(
    Math.max(LEAST_SEEN, alignment.seenOfOne) * Math.max(LEAST_SEEN, alignment.seenOfTwo),
  )
  return Math.min(1, (agreed / seen) * Math.min(1, Math.sqrt(agreed / FULL_EVIDENCE)))
}

const verdictFor = (score: number, { match, noMatch }: PrintThresholds): PrintVerdict['verdict'] =>
  score >= match ? 'match' : score < noMatch ? 'no-match' : 'unsure'

export const referenceFingerMatcher: FingerMatcher = {
  name: 'reference-minutiae',
  quality(template) {
    const single = singleView(template)
    if (!single) {
      return 0
    }
    // What the scanner says is believed only as far as there are points to compare.
    return Math.min(single.view.quality, Math.round((100 * single.view.minutiae.length) / FULL_COUNT))
  },
  compare(reference, candidate) {
    const score = scoreOf(reference, candidate)
    return score === null
      ? { verdict: 'unsure', score: 0 }
      : { verdict: verdictFor(score, PRINT_THRESHOLDS), score: Math.round(score * 1000) / 1000 }
  },
}
