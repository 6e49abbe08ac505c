import { offline } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const outboxJourney: Journey = {
  entries: [
    {
      tasks: ['level-2.take'],
      href: '/outbox',
      title: { vi: 'Chờ gửi', en: 'Outbox' },
      icon: offline,
      count: 'outbox',
      group: 'mine',
    },
  ],
  routes: [['/outbox', lazyPage(() => import('./outbox-page.tsx'), WaitingPage)]],
}
