import { lock, unlock } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

const locks = lazyPage(() => import('./list-page.tsx'), WaitingPage)
const lockAtCounter = lazyPage(() => import('./at-counter-page.tsx'), WaitingPage)

export const locksJourney: Journey = {
  entries: [
    {
      tasks: ['lock.take', 'lock.receive'],
      href: '/locks',
      title: { vi: 'Khoá và mở khoá', en: 'Locking' },
      icon: lock,
      count: 'lock-receive',
      waiting: { vi: 'Tiếp nhận yêu cầu khoá (TK03)', en: 'Receive lock requests (TK03)' },
    },
    {
      tasks: ['lock.decide'],
      href: '/locks/decide',
      title: { vi: 'Quyết định khoá', en: 'Decide on locks' },
      icon: unlock,
      count: 'lock-decide',
      waiting: { vi: 'Quyết định khoá, mở khoá', en: 'Decide on locks' },
    },
  ],
  cases: [
    {
      kind: 'lock-request',
      title: {
        vi: 'yêu cầu khoá hoặc mở khoá',
        en: 'a request to lock or unlock',
      },
      place: (id) => `/locks/requests/${id}`,
    },
  ],
  questions: {
    'unlock-consent': {
      title: {
        vi: 'Bạn đồng ý mở khoá tài khoản của mình?',
        en: 'Do you agree to unlock your account?',
      },
      follows: {
        vi: 'Tài khoản dùng lại được ngay. Nếu không phải bạn đã yêu cầu, hãy bấm Không đồng ý.',
        en: 'The account works again at once. If you did not ask for this, press Decline.',
      },
    },
  },
  routes: [
    ['/locks', locks],
    ['/locks/decide', locks],
    ['/locks/lock', lockAtCounter],
    ['/locks/unlock', lockAtCounter],
    ['/locks/tk03', lazyPage(() => import('./tk03-page.tsx'), WaitingPage)],
    ['/locks/requests/:reference', lazyPage(() => import('./request-page.tsx'), WaitingPage)],
  ],
}
