import { message } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const petitionsJourney: Journey = {
  entries: [
    {
      tasks: ['petition.answer'],
      href: '/petitions',
      title: { vi: 'Phản ánh, kiến nghị', en: 'Petitions' },
      icon: message,
      count: 'petitions',
      waiting: { vi: 'Trả lời phản ánh', en: 'Answer petitions' },
    },
  ],
  cases: [
    {
      kind: 'petition',
      title: { vi: 'phản ánh', en: 'a petition' },
      place: (id) => `/petitions/${id}`,
    },
  ],
  routes: [
    ['/petitions', lazyPage(() => import('./list-page.tsx'), WaitingPage)],
    ['/petitions/:id', lazyPage(() => import('./case-page.tsx'), WaitingPage)],
  ],
}
