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

/** Pages that one paper may have. */
export const paperPages_most = definePolicy('evidence.paper_pages_most', [
  {
    from: '2022-10-20',
    value: 4,
    source: 'operator policy: of a long decision the pages with names, ruling, signature and seal are enough',
  },
])

/** What an officer does by a paper that another one then judges, or that stands in place of the register. */
type PaperDeed = 'guardian' | 'parent-by-paper' | 'guardian-ends'
/** `required`: not sent without a picture; `second-eyes`: sent, and another officer is told of it. */
type Pictured = 'required' | 'second-eyes'

export const paperPictures = definePolicy<Readonly<Record<PaperDeed, Pictured>>>('evidence.paper_pictures', [
  {
    from: '2022-10-20',
    value: { guardian: 'required', 'parent-by-paper': 'second-eyes', 'guardian-ends': 'required' },
    source:
      'operator policy: whoever decides second sees the paper itself, not only what was typed of it. Over an adult nobody gets or loses control without that; for a child the second officer looks at the original where no camera works',
  },
])
