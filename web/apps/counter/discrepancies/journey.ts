import { refresh } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const discrepanciesJourney: Journey = {
  entries: [
    {
      tasks: ['discrepancy.work'],
      href: '/discrepancies',
      title: { vi: 'Sai lệch dữ liệu', en: 'Data mismatches' },
      icon: refresh,
      count: 'discrepancies',
      waiting: { vi: 'Xử lý sai lệch dữ liệu', en: 'Work on data mismatches' },
    },
  ],
  cases: [
    {
      kind: 'discrepancy',
      title: { vi: 'sai lệch dữ liệu', en: 'a case of differing data' },
      place: (id) => `/discrepancies/${id}`,
    },
  ],
  routes: [
    ['/discrepancies', lazyPage(() => import('./list-page.tsx'), WaitingPage)],
    ['/discrepancies/:id', lazyPage(() => import('./case-page.tsx'), WaitingPage)],
  ],
}
