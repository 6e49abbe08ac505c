// A question about a look, in words: at the counter and in the app of whoever asked.
import type { OutputOf } from '../../contract/operation.ts'
import type { ListLookQuestions } from '../../contract/look-question.ts'
import { phrases } from '../ui/phrases.ts'

type Listed = OutputOf<typeof ListLookQuestions>['items'][number]
export type Asks = Listed['asks']
export type Finding = NonNullable<Listed['finding']>

export const asksWords = phrases({
  question: { vi: 'Hỏi lý do', en: 'Asks why' },
  report: { vi: 'Báo lần xem không đúng', en: 'Says that it was not right' },
})
export const findingWords = phrases({
  'in-order': { vi: 'Lần xem đúng quy định', en: 'The look was in order' },
  'not-in-order': { vi: 'Lần xem không đúng quy định', en: 'The look was not in order' },
  unclear: { vi: 'Chưa đủ cơ sở để kết luận', en: 'It could not be established' },
})
