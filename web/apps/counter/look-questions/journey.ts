import { eye } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const lookQuestionsJourney: Journey = {
  entries: [
    {
      tasks: ['look-question.answer'],
      href: '/look-questions',
      title: { vi: 'Câu hỏi về lần xem', en: 'Questions about looks' },
      icon: eye,
      count: 'look-questions',
      waiting: { vi: 'Trả lời câu hỏi về lần xem', en: 'Answer questions about looks' },
    },
  ],
  cases: [
    {
      kind: 'look-question',
      title: { vi: 'câu hỏi về lần xem', en: 'a question about a look' },
      place: (id) => `/look-questions/${id}`,
    },
  ],
  routes: [
    ['/look-questions', lazyPage(() => import('./list-page.tsx'), WaitingPage)],
    ['/look-questions/:id', lazyPage(() => import('./case-page.tsx'), WaitingPage)],
  ],
}
