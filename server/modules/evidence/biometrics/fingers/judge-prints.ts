/**
 * What the fingers that were taken at a counter say, finger by finger and together. A finger that was read
 * well and did not match is never
 * covered by an exception; what was not read well, or is unsure, is a person's work: an exception with its
 * reason, and a second pair of eyes.
 */
import type { Finger } from '../../../../../formats/minutiae/finger.ts'
import { singleView } from '../../../../../formats/minutiae/minutiae-record.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { FingerMatcher, PrintVerdict } from '../../../../kernel/tools.ts'
import {
  askedFingers,
  biometricTries,
  fingersToMatch,
  leastPrintQuality,
  seenReasons,
  type ExceptionReason,
} from '../rules.ts'

/** A finger of the register, as `registerFingerprintsOf` tells it. */
export interface ReferencePrint {
  readonly finger: Finger
  readonly template: Uint8Array
}

/** One impression at the counter. It may be kept; the template need not be. */
export interface PrintTry {
  readonly finger: Finger
  /** `poor`: below the least quality, and not compared. `no-reference`: the register has no such finger. */
  readonly outcome: PrintVerdict['verdict'] | 'poor' | 'no-reference'
  readonly quality: number
  readonly score: number
}

export interface PrintException {
  readonly finger: Finger
  readonly reason: ExceptionReason
}

interface FingerJudgement {
  readonly finger: Finger
  /**
   * `untaken`: it is asked for, and tries are left; `unread`: its tries are used up and none was readable;
   * `exception`: an officer gave the reason.
   */
  readonly outcome: 'match' | 'no-match' | 'unsure' | 'unread' | 'exception' | 'untaken'
  readonly tries: number
  readonly triesLeft: number
  /** Of the best try. */
  readonly quality: number
  readonly score: number
  readonly reason: ExceptionReason | null
}

export interface PrintsJudgement {
  /** The fingers that are asked of this person, in order, those that stand in for others included. */
  readonly perFinger: readonly FingerJudgement[]
  readonly matched: number
  readonly needed: number
  /** The finger to take now, while the verdict is `unfinished`. */
  readonly next: Finger | null
  /**
   * `match`: as many as needed. `no-match`: a finger that was read well is another's. `exception`: nothing
   * left to take and fewer than needed
   * matched, so a second pair of eyes decides. `no-reference`: the register has none of the fingers; the
   * same. `unfinished`: more to take.
   */
  readonly verdict: 'match' | 'no-match' | 'exception' | 'no-reference' | 'unfinished'
}

/** Null for bytes that are no minutiae record of one finger (ISO/IEC 19794-2:2005). */
export const comparePrint = (
  matcher: FingerMatcher,
  reference: readonly ReferencePrint[],
  candidate: Uint8Array,
  at: Date,
): PrintTry | null => {
  const finger = singleView(candidate)?.view.finger
  if (!finger) {
    return null
  }
  const quality = matcher.quality(candidate)
  const kept = reference.find((one) => one.finger === finger)
  if (!kept) {
    return { finger, outcome: 'no-reference', quality, score: 0 }
  }
  if (quality < inForce(leastPrintQuality, at)) {
    return { finger, outcome: 'poor', quality, score: 0 }
  }
  const { verdict, score } = matcher.compare(kept.template, candidate)
  return { finger, outcome: verdict, quality, score }
}

const rank = { match: 4, unsure: 3, 'no-match': 2, poor: 1, 'no-reference': 0 } as const

const judgeFinger = (
  finger: Finger,
  all: readonly PrintTry[],
  exception: PrintException | undefined,
  most: number,
): FingerJudgement => {
  // What came after the last allowed try is as if it had not been taken.
  const tries = all.filter((one) => one.finger === finger).slice(0, most)
  const [best] = tries.toSorted(
    (a, b) => rank[b.outcome] - rank[a.outcome] || b.score - a.score || b.quality - a.quality,
  )
  const triesLeft = most - tries.length
  const told = {
    finger,
    tries: tries.length,
    triesLeft,
    quality: best?.quality ?? 0,
    score: best?.score ?? 0,
    reason: null,
  }
  if (best?.outcome === 'match') {
    return { ...told, outcome: 'match' }
  }
  if (triesLeft > 0 && !(exception && seenReasons.includes(exception.reason))) {
    return { ...told, outcome: 'untaken' }
  }
  if (tries.some(({ outcome }) => outcome === 'no-match') && best?.outcome !== 'unsure') {
    return { ...told, outcome: 'no-match' }
  }
  if (exception) {
    return { ...told, outcome: 'exception', reason: exception.reason }
  }
  return { ...told, outcome: best?.outcome === 'unsure' ? 'unsure' : 'unread' }
}

/** From the tries in the order in which they were taken. `have`: the fingers of the register. */
export const judgeTries = (
  have: readonly Finger[],
  tries: readonly PrintTry[],
  exceptions: readonly PrintException[],
  at: Date,
): PrintsJudgement => {
  const [most, needed] = [inForce(biometricTries, at), inForce(fingersToMatch, at)]
  const open = inForce(askedFingers, at).filter((finger) => have.includes(finger))
  const perFinger: FingerJudgement[] = []
  const stillWanted = (): number =>
    needed - perFinger.filter(({ outcome }) => outcome === 'match' || outcome === 'untaken').length
  for (const finger of open) {
    if (stillWanted() <= 0) {
      break
    }
    perFinger.push(
      judgeFinger(
        finger,
        tries,
        exceptions.find((one) => one.finger === finger),
        most,
      ),
    )
  }
  const matched = perFinger.filter(({ outcome }) => outcome === 'match').length
  const told = { perFinger, matched, needed, next: null }
  if (open.length === 0) {
    return { ...told, verdict: 'no-reference' }
  }
  if (perFinger.some(({ outcome }) => outcome === 'no-match')) {
    return { ...told, verdict: 'no-match' }
  }
  if (matched >= needed) {
    return { ...told, verdict: 'match' }
  }
  const next = perFinger.find(({ outcome }) => outcome === 'untaken')
  return next ? { ...told, verdict: 'unfinished', next: next.finger } : { ...told, verdict: 'exception' }
}

/**
 * Of all impressions at once, in the order in which they were taken. Throws a plain Error for bytes that are
 * no record: the caller has checked them.
 */
export const judgePrints = (
  matcher: FingerMatcher,
  reference: readonly ReferencePrint[],
  candidates: readonly Uint8Array[],
  exceptions: readonly PrintException[],
  at: Date,
): PrintsJudgement => {
  const tries = candidates.map((candidate) => {
    const taken = comparePrint(matcher, reference, candidate, at)
    if (!taken) {
      throw new Error('an impression that is no minutiae record of one finger')
    }
    return taken
  })
  return judgeTries(
    reference.map(({ finger }) => finger),
    tries,
    exceptions,
    at,
  )
}
