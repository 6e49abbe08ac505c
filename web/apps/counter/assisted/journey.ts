import { heart } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

export const assistedJourney: Journey = {
  entries: [
    {
      tasks: ['assist'],
      href: '/assisted',
      title: { vi: 'Hỗ trợ người dân', en: 'Helping people' },
      icon: heart,
    },
  ],
  questions: {
    'assisted-act': {
      title: {
        vi: 'Bạn đồng ý để người hỗ trợ làm việc này cùng bạn?',
        en: 'Do you agree that the helper does this with you?',
      },
      follows: {
        vi: 'Người hỗ trợ không thấy mã PIN của bạn và chỉ làm đúng việc này.',
        en: 'The helper does not see your passcode and does only this.',
      },
    },
    'assisted-code': {
      title: {
        vi: 'Nhập mã vừa gửi tới điện thoại của bạn',
        en: 'Enter the code that was sent to your phone',
      },
      follows: {
        vi: 'Chỉ chính bạn nhập mã. Đừng đọc mã cho người hỗ trợ hay bất kỳ ai.',
        en: 'Only you type the code. Do not read it to the helper or to anybody.',
      },
    },
  },
  routes: [
    ['/assisted', lazyPage(() => import('./assisted-page.tsx'), WaitingPage)],
    ['/assisted/:id', lazyPage(() => import('./session-page.tsx'), WaitingPage)],
  ],
}
