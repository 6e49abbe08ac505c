import { scan } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const devicesJourney: Journey = {
  entries: [
    {
      tasks: ['level-2.take', 'card.take'],
      href: '/devices',
      title: { vi: 'Thiết bị quầy', en: 'Desk devices' },
      icon: scan,
      group: 'mine',
    },
  ],
  routes: [['/devices', lazyPage(() => import('./device-page.tsx'), WaitingPage)]],
}
