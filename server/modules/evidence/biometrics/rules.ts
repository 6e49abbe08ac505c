/**
 * Dated rules of the biometric check. Decree 69/2024 art. 10(2) asks that face and fingerprints are matched
 * and leaves how to the operator.
 */
import type { Finger } from '../../../../formats/minutiae/finger.ts'
import { definePolicy } from '../../../kernel/policy.ts'

const FROM = '2022-10-20'

/** Fingerprints are taken from this age on. */
export const fingerprintAge = definePolicy('biometrics.fingerprint_age', [
  { from: FROM, value: 14, source: 'Law 26/2023/QH15 art. 23: face, fingerprints and iris from 14 on' },
])

/** Impressions below are taken again: they are neither a match nor against it. */
export const leastPrintQuality = definePolicy('biometrics.least_print_quality', [
  {
    from: FROM,
    value: 40,
    source: 'operator policy; the MOSIP registration client asks the same of a finger',
  },
])

/** Impressions of one finger, and pictures of one face, before an officer has to say what is wrong. */
export const biometricTries = definePolicy('biometrics.tries', [
  { from: FROM, value: 3, source: 'operator policy: three tries' },
])

/**
 * Which fingers are asked, first of all those of the card's chip; each that the register lacks or that cannot
 * be taken is replaced by the next.
 */
export const askedFingers = definePolicy<readonly Finger[]>('biometrics.asked_fingers', [
  {
    from: FROM,
    value: ['right-index', 'left-index', 'right-thumb', 'left-thumb', 'right-middle', 'left-middle'],
    source:
      "operator policy: the two index fingers, as the card's data group 3 holds them; then thumbs and middle fingers",
  },
])

/**
 * From here up a capture is the register's own picture, however it was recoded (`face/same-picture.ts`): too
 * good to be alive. 0 to 1.
 */
export const samePictureLikeness = definePolicy('biometrics.same_picture_likeness', [
  {
    from: FROM,
    value: 0.98,
    source:
      'operator policy: a camera never takes a picture twice; figures in docs/decisions/0005-portraits.md',
  },
])

/** The same of the face of that picture alone: who paints over wall and clothes keeps the face. 0 to 1. */
export const sameFaceLikeness = definePolicy('biometrics.same_face_likeness', [
  {
    from: FROM,
    value: 0.97,
    source:
      'operator policy: above every capture of another day that was measured; figures in docs/decisions/0005-portraits.md',
  },
])

/** How many fingers must match. */
export const fingersToMatch = definePolicy('biometrics.fingers_to_match', [
  { from: FROM, value: 2, source: 'operator policy: two fingers' },
])

/** Why a finger is not taken. Each needs a second pair of eyes. */
export const exceptionReasons = ['missing', 'injured', 'unable', 'worn', 'device'] as const
export type ExceptionReason = (typeof exceptionReasons)[number]

/** What an officer sees without a try. The others are believed only after all tries. */
export const seenReasons: readonly ExceptionReason[] = ['missing', 'injured', 'unable']
