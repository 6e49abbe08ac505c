import { print, shield } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'

const voucherList = lazyPage(() => import('./list-page.tsx'), WaitingPage)

export const voucherJourney: Journey = {
  entries: [
    {
      tasks: ['recovery.voucher'],
      href: '/voucher',
      title: { vi: 'Phiếu lấy lại tài khoản', en: 'Recovery vouchers' },
      icon: print,
    },
    {
      tasks: ['recovery.second'],
      href: '/voucher/second',
      title: { vi: 'Duyệt lần hai phiếu', en: 'Second eyes: vouchers' },
      icon: shield,
      count: 'recovery-second',
      waiting: { vi: 'Duyệt lần hai cấp lại máy', en: 'Second eyes on new phones' },
    },
  ],
  cases: [
    {
      kind: 'voucher',
      title: { vi: 'hồ sơ cấp lại truy cập', en: 'a case of regained access' },
      place: (id) => `/voucher/${id}`,
    },
  ],
  questions: {
    'recovery-voucher': {
      title: {
        vi: 'Bạn đồng ý nhận phiếu để dùng lại tài khoản trên máy mới?',
        en: 'Do you agree to receive a voucher for your new phone?',
      },
      follows: {
        vi: 'Máy cũ mất quyền ngay khi bạn dùng phiếu trên máy mới. Không ai khác được cầm phiếu.',
        en: 'The old phone loses its rights when you use the voucher on the new one. Nobody else may hold it.',
      },
    },
  },
  routes: [
    ['/voucher', voucherList],
    ['/voucher/second', voucherList],
    ['/voucher/new', lazyPage(() => import('./new-page.tsx'), WaitingPage)],
    ['/voucher/:id', lazyPage(() => import('./case-page.tsx'), WaitingPage)],
  ],
}
