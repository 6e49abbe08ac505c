import { check, dossier, inbox, pause } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

const list = lazyPage(() => import('./list-page.tsx'), WaitingPage)
const page = lazyPage(() => import('./dossier-page.tsx'), WaitingPage)

export const dossiersJourney: Journey = {
  entries: [
    {
      tasks: ['dossier.receive'],
      href: '/dossiers/receive',
      title: { vi: 'Tiếp nhận hồ sơ', en: 'Receive dossiers' },
      icon: inbox,
      count: 'dossiers-receive',
      waiting: { vi: 'Tiếp nhận hồ sơ dịch vụ công', en: 'Receive dossiers of public services' },
    },
    {
      tasks: ['dossier.work'],
      href: '/dossiers/work',
      also: ['/dossiers'],
      title: { vi: 'Giải quyết hồ sơ', en: 'Work on dossiers' },
      icon: dossier,
      count: 'dossiers-work',
      waiting: { vi: 'Giải quyết hồ sơ dịch vụ công', en: 'Work on dossiers of public services' },
    },
    {
      tasks: ['dossier.decide'],
      href: '/dossiers/decide',
      title: { vi: 'Duyệt kết quả hồ sơ', en: 'Decide dossiers' },
      icon: check,
      count: 'dossiers-decide',
      waiting: { vi: 'Duyệt kết quả dịch vụ công', en: 'Decide dossiers of public services' },
    },
    {
      tasks: ['dossier.work'],
      href: '/dossiers/waiting',
      title: { vi: 'Hồ sơ đang chờ', en: 'Dossiers that wait' },
      icon: pause,
      count: 'dossiers-waiting',
      waiting: {
        vi: 'Hồ sơ chờ người dân hoặc nơi khác',
        en: 'Dossiers that wait for people or other offices',
      },
    },
  ],
  cases: [
    {
      kind: 'dossier',
      title: { vi: 'hồ sơ dịch vụ công', en: 'a dossier of a public service' },
      place: (reference) => `/dossiers/${reference}`,
    },
  ],
  routes: [
    ['/dossiers', list],
    ['/dossiers/receive', list],
    ['/dossiers/work', list],
    ['/dossiers/decide', list],
    ['/dossiers/waiting', list],
    ['/dossiers/receive/:reference', page],
    ['/dossiers/work/:reference', page],
    ['/dossiers/decide/:reference', page],
    ['/dossiers/waiting/:reference', page],
    ['/dossiers/:reference', page],
  ],
}
