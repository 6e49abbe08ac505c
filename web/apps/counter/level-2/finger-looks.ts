// How each finger stands, from the server's judgement, or from what was taken here while it cannot be asked;
// and which finger comes next.
import type { FingerLook } from '../devices/finger-grid.tsx'
import type { FingerName } from '../devices/finger-source.ts'
import { lookOfResult, reasonShort, type PrintsStanding } from '../evidence/finger-result.ts'
import type { DeskCase } from './desk-case.ts'

/**
 * Guidance while the server's own least quality (biometrics.least_print_quality) cannot be asked; the server
 * decides when it is sent.
 */
const goodEnough = 40
/** The order in which the server asks (biometrics.asked_fingers). */
const usualOrder: readonly FingerName[] = [
  'right-index',
  'left-index',
  'right-thumb',
  'left-thumb',
  'right-middle',
  'left-middle',
]
const enoughPrints = 2

const lookHere = ({ prints, exceptions }: DeskCase, finger: FingerName): FingerLook => {
  const exception = exceptions.find((one) => one.finger === finger)
  if (exception) {
    return { state: 'missing', quality: null, word: reasonShort(exception.reason) }
  }
  const taken = prints.filter((print) => print.finger === finger)
  if (taken.length === 0) {
    return { state: 'open', quality: null }
  }
  const quality = Math.max(...taken.map((print) => print.quality ?? goodEnough))
  return { state: quality >= goodEnough ? 'good' : 'poor', quality }
}

const resultOf = ({ server }: DeskCase, finger: FingerName) =>
  server?.prints.perFinger.find((one) => one.finger === finger)

const isAsking = ({ written, server }: DeskCase): boolean => written.length === 0 && server !== null

export const lookOf = (desk: DeskCase, finger: FingerName): FingerLook => {
  const result = isAsking(desk) ? resultOf(desk, finger) : undefined
  return result ? lookOfResult(result) : lookHere(desk, finger)
}

/** Presses of this finger so far. */
const triesOf = (desk: DeskCase, finger: FingerName): number =>
  Math.max(resultOf(desk, finger)?.tries ?? 0, desk.prints.filter((print) => print.finger === finger).length)

export const isPrintsDone = (desk: DeskCase): boolean =>
  isAsking(desk)
    ? desk.server?.prints.verdict !== 'unfinished'
    : usualOrder.filter((finger) => lookHere(desk, finger).state === 'good').length >= enoughPrints ||
      usualOrder.every((finger) => lookHere(desk, finger).state !== 'open')

/** The finger to press now; null when none is wanted any more. */
export const nextFinger = (desk: DeskCase): FingerName | null =>
  isPrintsDone(desk)
    ? null
    : ((isAsking(desk) ? desk.server?.prints.next : undefined) ??
      usualOrder.find((finger) => !['good', 'missing'].includes(lookHere(desk, finger).state)) ??
      null)

/** While something waits to be sent, the server's judgement is not the last word of any finger. */
export const standingAtDesk = (desk: DeskCase): PrintsStanding => ({
  lookOf: (finger) => lookOf(desk, finger),
  resultOf: (finger) => (desk.written.length === 0 ? resultOf(desk, finger) : undefined),
  triesOf: (finger) => triesOf(desk, finger),
  isDone: isPrintsDone(desk),
})
