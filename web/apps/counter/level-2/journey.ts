import { person, shield } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'
import { level2Question } from './question.ts'

export const level2Journey: Journey = {
  entries: [
    {
      tasks: ['level-2.take'],
      href: '/level-2',
      title: { vi: 'Đăng ký mức 2', en: 'Level 2' },
      icon: person,
      count: 'level-2-open',
      waiting: { vi: 'Làm tiếp hồ sơ mức 2', en: 'Go on with level-2 cases' },
    },
    {
      tasks: ['level-2.second'],
      href: '/second',
      title: { vi: 'Duyệt lần hai', en: 'Second eyes' },
      icon: shield,
      count: 'level-2-second',
      waiting: { vi: 'Duyệt lần hai ngoại lệ mức 2', en: 'Second eyes on level-2 exceptions' },
    },
  ],
  cases: [
    {
      kind: 'level-2',
      title: { vi: 'hồ sơ mức 2', en: 'a level-2 case' },
      // Whoever may only look at it as the second pair of eyes is led to where that is done.
      place: (id, tasks) => (tasks.includes('level-2.take') ? `/level-2/${id}` : `/second/${id}`),
    },
  ],
  questions: { 'level-2-consent': level2Question },
  routes: [
    ['/level-2', lazyPage(() => import('./list-page.tsx'), WaitingPage)],
    ['/level-2/new', lazyPage(() => import('./new-page.tsx'), WaitingPage)],
    ['/level-2/:id', lazyPage(() => import('./case-page.tsx'), WaitingPage)],
    ['/second', lazyPage(() => import('./second-list-page.tsx'), WaitingPage)],
    ['/second/:id', lazyPage(() => import('./second-case-page.tsx'), WaitingPage)],
  ],
}
