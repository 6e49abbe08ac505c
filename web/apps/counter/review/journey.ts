import { inbox } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const reviewJourney: Journey = {
  entries: [
    {
      tasks: ['enrolment.decide', 'enrolment.view'],
      href: '/review',
      also: ['/cases'],
      title: { vi: 'Hàng đợi mức 1', en: 'Level-1 queue' },
      icon: inbox,
      count: 'level-1',
      waiting: { vi: 'Duyệt hồ sơ mức 1 còn nghi vấn', en: 'Decide doubtful level-1 applications' },
    },
  ],
  cases: [
    {
      kind: 'level-1',
      title: { vi: 'đơn mở tài khoản mức 1', en: 'a level-1 application' },
      place: (id) => `/cases/${id}`,
    },
  ],
  routes: [
    ['/review', lazyPage(() => import('./queue-page.tsx'), WaitingPage)],
    ['/cases/:reference', lazyPage(() => import('./case-page.tsx'), WaitingPage)],
  ],
}
