// Every page of the counter for an officer who is signed in, by its path. A journey adds its lines here; its
// code is fetched when first opened.
import { lazyPage, type RouteTable } from '../../ui/router.tsx'
import { EnterPage } from './shell/enter-page.tsx'
import { PasskeyPage } from './shell/passkey-page.tsx'
import { WaitingPage } from './shell/waiting-page.tsx'

const reviewQueue = lazyPage(() => import('./review/queue-page.tsx'), WaitingPage)

const locks = lazyPage(() => import('./locks/list-page.tsx'), WaitingPage)
const lockAtCounter = lazyPage(() => import('./locks/at-counter-page.tsx'), WaitingPage)

const cardList = lazyPage(() => import('./cards/list-page.tsx'), WaitingPage)
const voucherList = lazyPage(() => import('./voucher/list-page.tsx'), WaitingPage)

const level2Case = lazyPage(() => import('./level-2/case-page.tsx'), WaitingPage)

/** Where an officer comes in, and what an address that no page has leads to. */
export const HomePage = lazyPage(() => import('./overview/overview-page.tsx'), WaitingPage)
export const ShiftPage = lazyPage(() => import('./shift/shift-page.tsx'), WaitingPage)

export const routes: RouteTable = [
  ['/', HomePage],
  ['/shift', ShiftPage],
  ['/passkey', PasskeyPage],
  ['/enter', EnterPage],
  ['/review', reviewQueue],
  ['/level-2', lazyPage(() => import('./level-2/list-page.tsx'), WaitingPage)],
  ['/level-2/new', lazyPage(() => import('./level-2/new-page.tsx'), WaitingPage)],
  ['/level-2/:id', level2Case],
  ['/second', lazyPage(() => import('./second/second-page.tsx'), WaitingPage)],
  ['/second/:id', lazyPage(() => import('./second/second-case-page.tsx'), WaitingPage)],
  ['/cards', cardList],
  ['/cards/decide', cardList],
  ['/cards/print', cardList],
  ['/cards/hand-over', cardList],
  ['/cards/new', lazyPage(() => import('./cards/new-page.tsx'), WaitingPage)],
  ['/cards/:id', lazyPage(() => import('./cards/application-page.tsx'), WaitingPage)],
  ['/discrepancies', lazyPage(() => import('./discrepancies/list-page.tsx'), WaitingPage)],
  ['/discrepancies/:id', lazyPage(() => import('./discrepancies/case-page.tsx'), WaitingPage)],
  ['/representation', lazyPage(() => import('./representation/list-page.tsx'), WaitingPage)],
  ['/representation/new', lazyPage(() => import('./representation/new-page.tsx'), WaitingPage)],
  ['/representation/end', lazyPage(() => import('./representation/end-page.tsx'), WaitingPage)],
  ['/representation/:id', lazyPage(() => import('./representation/request-page.tsx'), WaitingPage)],
  ['/locks', locks],
  ['/locks/decide', locks],
  ['/locks/lock', lockAtCounter],
  ['/locks/unlock', lockAtCounter],
  ['/locks/tk03', lazyPage(() => import('./locks/tk03-page.tsx'), WaitingPage)],
  ['/locks/requests/:reference', lazyPage(() => import('./locks/request-page.tsx'), WaitingPage)],
  ['/assisted', lazyPage(() => import('./assisted/assisted-page.tsx'), WaitingPage)],
  ['/assisted/:id', lazyPage(() => import('./assisted/session-page.tsx'), WaitingPage)],
  ['/hotline', lazyPage(() => import('./hotline/calls-page.tsx'), WaitingPage)],
  ['/hotline/:id', lazyPage(() => import('./hotline/call-page.tsx'), WaitingPage)],
  ['/voucher', voucherList],
  ['/voucher/second', voucherList],
  ['/voucher/new', lazyPage(() => import('./voucher/new-page.tsx'), WaitingPage)],
  ['/voucher/:id', lazyPage(() => import('./voucher/case-page.tsx'), WaitingPage)],
  ['/person', lazyPage(() => import('./search/person-page.tsx'), WaitingPage)],
  ['/find/:reference', lazyPage(() => import('./search/find-page.tsx'), WaitingPage)],
  ['/my-looks', lazyPage(() => import('./search/my-looks-page.tsx'), WaitingPage)],
  ['/drafts', lazyPage(() => import('./drafts/drafts-page.tsx'), WaitingPage)],
  ['/outbox', lazyPage(() => import('./outbox/outbox-page.tsx'), WaitingPage)],
  ['/devices', lazyPage(() => import('./devices/device-page.tsx'), WaitingPage)],
  ['/cases/:reference', lazyPage(() => import('./review/case-page.tsx'), WaitingPage)],
]
