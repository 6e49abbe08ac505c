import { family } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const representationJourney: Journey = {
  entries: [
    {
      tasks: ['representation.take', 'representation.second'],
      href: '/representation',
      title: { vi: 'Trẻ em, giám hộ', en: 'Children, wards' },
      icon: family,
      count: 'representation',
      waiting: { vi: 'Trẻ em và người được giám hộ', en: 'Children and wards' },
    },
  ],
  cases: [
    {
      kind: 'representation',
      title: { vi: 'hồ sơ người đại diện', en: 'a representation request' },
      place: (id) => `/representation/${id}`,
    },
  ],
  routes: [
    ['/representation', lazyPage(() => import('./list-page.tsx'), WaitingPage)],
    ['/representation/new', lazyPage(() => import('./new-page.tsx'), WaitingPage)],
    ['/representation/end', lazyPage(() => import('./end-page.tsx'), WaitingPage)],
    ['/representation/:id', lazyPage(() => import('./request-page.tsx'), WaitingPage)],
  ],
}
