// How one finger stands by the server's judgement, whatever the case is about.
import type { z } from 'zod'
import type { fingerException, level2Case } from '../../../../contract/level-2.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { FingerLook } from '../devices/finger-grid.tsx'

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
export type FingerResult = z.infer<typeof level2Case>['prints']['perFinger'][number]

export const lookOfResult = ({ outcome, quality, tries, reason }: FingerResult): FingerLook =>
  outcome === 'exception'
    ? { state: 'missing', quality: null, word: reasonShort(reason ?? 'missing') }
    : tries === 0
      ? { state: 'open', quality: null }
      : { state: outcome === 'match' ? 'good' : outcome === 'no-match' ? 'bad' : 'poor', quality }
