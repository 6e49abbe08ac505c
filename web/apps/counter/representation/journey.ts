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
    {
      kind: 'representation-end',
      title: { vi: 'đề nghị chấm dứt giám hộ', en: 'a proposal to end a guardianship' },
      place: (id) => `/representation/end/${id}`,
    },
  ],
  questions: {
    'representation-consent': {
      title: {
        vi: 'Bạn đồng ý đăng ký thay cho người này?',
        en: 'Do you agree to register for this person?',
      },
      follows: {
        vi: 'Bạn dùng được giấy tờ của người này trong tài khoản của mình và đồng ý từng lần chia sẻ. Người đại diện khác cũng thấy nhật ký.',
        en: "You can use this person's documents in your account and agree to each sharing. The other representative sees the log too.",
      },
    },
  },
  routes: [
    ['/representation', lazyPage(() => import('./list-page.tsx'), WaitingPage)],
    ['/representation/new', lazyPage(() => import('./new-page.tsx'), WaitingPage)],
    ['/representation/end', lazyPage(() => import('./end-page.tsx'), WaitingPage)],
    ['/representation/end/:id', lazyPage(() => import('./end-case-page.tsx'), WaitingPage)],
    ['/representation/:id', lazyPage(() => import('./request-page.tsx'), WaitingPage)],
  ],
}
