// How one finger stands by the server's judgement, whatever the case is about.
import type { z } from 'zod'
import type { fingerException, printsTaken } from '../../../../contract/evidence.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { FingerLook } from '../devices/finger-grid.tsx'
import type { FingerName } from '../devices/finger-source.ts'

export type ExceptionReason = z.infer<typeof fingerException>
export const exceptionReasons: readonly ExceptionReason[] = ['missing', 'injured', 'unable', 'worn', 'device']

export const reasonShort = phrases({
  missing: { vi: 'Khuyết', en: 'Missing' },
  injured: { vi: 'Bị thương', en: 'Injured' },
  unable: { vi: 'Không thể', en: 'Unable' },
  worn: { vi: 'Mòn', en: 'Worn' },
  device: { vi: 'Lỗi máy', en: 'Device' },
})

/** The same shape in every kind of case: it is the evidence's own. */
type Prints = Pick<z.infer<typeof printsTaken>, 'perFinger'> & { readonly verdict: string }
export type FingerResult = Prints['perFinger'][number]

export const lookOfResult = ({ outcome, quality, tries, reason }: FingerResult): FingerLook =>
  outcome === 'exception'
    ? { state: 'missing', quality: null, word: reasonShort(reason ?? 'missing') }
    : tries === 0
      ? { state: 'open', quality: null }
      : { state: outcome === 'match' ? 'good' : outcome === 'no-match' ? 'bad' : 'poor', quality }

/**
 * How the prints of a case stand. `resultOf`: the server's judgement of a finger, undefined while it was not
 * asked.
 */
export type PrintsStanding = {
  readonly lookOf: (finger: FingerName) => FingerLook
  readonly resultOf: (finger: FingerName) => FingerResult | undefined
  readonly triesOf: (finger: FingerName) => number
  /** No finger is wanted any more. */
  readonly isDone: boolean
}

/** What to do about the finger that was tried last: press again, give it up, or stop and look. */
export const adviceOf = (result: FingerResult | undefined): 'blurred' | 'spent' | 'differs' | null => {
  if (!result || result.tries === 0 || result.outcome === 'match' || result.outcome === 'exception') {
    return null
  }
  if (result.outcome === 'no-match') {
    return 'differs'
  }
  return result.triesLeft === 0 ? 'spent' : 'blurred'
}

/** Prints that the server judges one by one as they are taken. */
export const standingOf = ({ perFinger, verdict }: Prints): PrintsStanding => {
  const resultOf = (finger: FingerName) => perFinger.find((one) => one.finger === finger)
  return {
    resultOf,
    lookOf: (finger) => {
      const result = resultOf(finger)
      return result ? lookOfResult(result) : { state: 'open', quality: null }
    },
    triesOf: (finger) => resultOf(finger)?.tries ?? 0,
    isDone: verdict !== 'unfinished',
  }
}
