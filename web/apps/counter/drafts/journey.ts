import { pencil } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const draftsJourney: Journey = {
  entries: [
    {
      tasks: ['level-2.take'],
      href: '/drafts',
      title: { vi: 'Bản nháp', en: 'Drafts' },
      icon: pencil,
      count: 'drafts',
      group: 'mine',
    },
  ],
  routes: [['/drafts', lazyPage(() => import('./drafts-page.tsx'), WaitingPage)]],
}
