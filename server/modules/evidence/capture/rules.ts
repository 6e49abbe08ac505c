/** Dated rules of taking evidence at a counter. */
import { definePolicy } from '../../../kernel/policy.ts'

/** So long whoever was shown a person's picture out of the register is not believed about her face alone. */
export const shownPortrait_days = definePolicy('evidence.shown_portrait_days', [
  {
    from: '2022-10-20',
    value: 1,
    source:
      'operator policy: a picture that was shown can be brought back as a live one; other eyes look then',
  },
])
