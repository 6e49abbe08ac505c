import { eye } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const supervisionJourney: Journey = {
  entries: [
    {
      tasks: ['officer.supervise'],
      href: '/supervision',
      title: { vi: 'Tra cứu nhiều bất thường', en: 'Unusually many look-ups' },
      icon: eye,
      count: 'unusual-volume',
      waiting: { vi: 'Hỏi cán bộ vì sao tra cứu nhiều', en: 'Ask an officer why she looked up so many' },
    },
  ],
  routes: [['/supervision', lazyPage(() => import('./list-page.tsx'), WaitingPage)]],
}
