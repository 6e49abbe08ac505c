import { heart } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const assistedJourney: Journey = {
  entries: [
    {
      tasks: ['assist'],
      href: '/assisted',
      title: { vi: 'Hỗ trợ người dân', en: 'Helping people' },
      icon: heart,
    },
  ],
  routes: [
    ['/assisted', lazyPage(() => import('./assisted-page.tsx'), WaitingPage)],
    ['/assisted/:id', lazyPage(() => import('./session-page.tsx'), WaitingPage)],
  ],
}
