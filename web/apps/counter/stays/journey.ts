import { home } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

const guests = lazyPage(() => import('./guests-page.tsx'), WaitingPage)

export const staysJourney: Journey = {
  entries: [
    {
      tasks: ['stay.view'],
      href: '/stays',
      title: { vi: 'Thông báo lưu trú', en: 'Notices of stay' },
      icon: home,
    },
  ],
  routes: [
    ['/stays', lazyPage(() => import('./overview-page.tsx'), WaitingPage)],
    ['/stays/late', guests],
    ['/stays/search', lazyPage(() => import('./search-page.tsx'), WaitingPage)],
    ['/stays/at/:place', guests],
  ],
}
