import { eye } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const searchJourney: Journey = {
  entries: [
    {
      tasks: ['person.search'],
      href: '/my-looks',
      title: { vi: 'Nhật ký tra cứu', en: 'My look-ups' },
      icon: eye,
      group: 'mine',
    },
  ],
  routes: [
    ['/person', lazyPage(() => import('./person-page.tsx'), WaitingPage)],
    ['/find/:typed', lazyPage(() => import('./find-page.tsx'), WaitingPage)],
    ['/my-looks', lazyPage(() => import('./my-looks-page.tsx'), WaitingPage)],
  ],
}
