import { phoneCall } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const hotlineJourney: Journey = {
  entries: [
    { tasks: ['hotline'], href: '/hotline', title: { vi: 'Tổng đài', en: 'Hotline' }, icon: phoneCall },
  ],
  routes: [
    ['/hotline', lazyPage(() => import('./calls-page.tsx'), WaitingPage)],
    ['/hotline/:id', lazyPage(() => import('./call-page.tsx'), WaitingPage)],
  ],
}
