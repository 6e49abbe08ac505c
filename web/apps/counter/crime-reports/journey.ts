import { shield } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const crimeReportsJourney: Journey = {
  entries: [
    {
      tasks: ['crime-report.work'],
      href: '/crime-reports',
      title: { vi: 'Tin báo tội phạm', en: 'Reports of crimes' },
      icon: shield,
      count: 'crime-reports',
      waiting: { vi: 'Giải quyết tin báo tội phạm', en: 'Settle reports of crimes' },
    },
  ],
  routes: [
    ['/crime-reports', lazyPage(() => import('./list-page.tsx'), WaitingPage)],
    ['/crime-reports/:report', lazyPage(() => import('./report-page.tsx'), WaitingPage)],
  ],
}
