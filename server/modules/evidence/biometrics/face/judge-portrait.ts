/**
 * What a portrait that was taken at a counter says: whether it can be used at all, whether somebody stood
 * there, and whether it is the register's face.
 */
import { now } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { FaceMatcher, LivenessVerdict } from '../../../../kernel/tools.ts'
import { hintsOf, type PortraitHint } from './portrait-quality.ts'
import { readPortrait, type Pixels } from './portrait-reader.ts'
import { faceLikeness, pictureLikeness } from './same-picture.ts'
import { biometricTries, sameFaceLikeness, samePictureLikeness } from '../rules.ts'

export interface PortraitJudgement {
  /**
   * `poor`: to be taken again, see hints. `not-live`: a picture of a picture, or the
   * register's own. `no-reference`: nothing to
   * compare with. All but `match` end at an officer.
   */
  readonly outcome: 'match' | 'no-match' | 'unsure' | 'poor' | 'not-live' | 'no-reference'
  /** 0 to 1. */
  readonly score: number
  readonly liveness: LivenessVerdict | null
  readonly hints: readonly PortraitHint[]
  /** Upright, 480 × 640, without metadata: what may be kept; null when the bytes are no picture. */
  readonly jpeg: Buffer | null
  /** Its picture is the register's own: nobody stood before a camera. `not-live` then. */
  readonly isRegisterPicture: boolean
}

/** Also when the file is another: recoded, resized, cut, or painted over around the face. */
export const isSamePicture = async (
  reference: Uint8Array,
  candidate: Uint8Array,
  pixels: Pixels,
): Promise<boolean> => {
  if (Buffer.from(reference).equals(candidate)) {
    return true
  }
  const kept = await readPortrait(reference)
  if (!kept.ok) {
    return false
  }
  const at = now()
  return (
    pictureLikeness(kept.image.pixels, pixels) >= inForce(samePictureLikeness, at) ||
    faceLikeness(kept.image.pixels, pixels) >= inForce(sameFaceLikeness, at)
  )
}

/**
 * Slow (decoding, a model): to be called outside of any transaction. Throws `server.busy` when too many wait.
 */
export const judgePortrait = async (
  matcher: FaceMatcher,
  reference: Uint8Array | null,
  candidate: Uint8Array,
): Promise<PortraitJudgement> => {
  const read = await readPortrait(candidate)
  if (!read.ok) {
    return { outcome: 'poor', score: 0, liveness: null, hints: [], jpeg: null, isRegisterPicture: false }
  }
  const { jpeg, pixels } = read.image
  const hints = hintsOf(read.image)
  const isRegisterPicture = reference !== null && (await isSamePicture(reference, candidate, pixels))
  if (isRegisterPicture) {
    return { outcome: 'not-live', score: 0, liveness: null, hints, jpeg, isRegisterPicture }
  }
  if (hints.length > 0) {
    return { outcome: 'poor', score: 0, liveness: null, hints, jpeg, isRegisterPicture }
  }
  const liveness = (await matcher.liveness?.(jpeg)) ?? null
  if (liveness?.verdict === 'not-live') {
    return { outcome: 'not-live', score: 0, liveness, hints, jpeg, isRegisterPicture }
  }
  if (!reference) {
    return { outcome: 'no-reference', score: 0, liveness, hints, jpeg, isRegisterPicture }
  }
  const { verdict, score } = await matcher.compare(reference, jpeg)
  return {
    outcome: verdict === 'match' && liveness?.verdict === 'unsure' ? 'unsure' : verdict,
    score,
    liveness,
    hints,
    jpeg,
    isRegisterPicture,
  }
}

/**
 * The verdict over all tries so far, in order: the first match counts, and after the last try an officer and
 * a second pair of eyes decide.
 */
export const judgePortraitTries = (
  outcomes: readonly PortraitJudgement['outcome'][],
  at: Date,
): 'match' | 'no-match' | 'exception' | 'unfinished' => {
  const most = inForce(biometricTries, at)
  const tries = outcomes.slice(0, most)
  if (tries.includes('match')) {
    return 'match'
  }
  if (tries.length < most && !tries.includes('no-reference')) {
    return 'unfinished'
  }
  return tries.includes('no-match') && !tries.includes('unsure') ? 'no-match' : 'exception'
}
