// The counter's own pages by their path, and those of its journeys.
import { lazyPage, type RouteTable } from '../../ui/router.tsx'
import { journeys } from './journeys.ts'
import { EnterPage } from './shell/enter-page.tsx'
import { PasskeyPage } from './shell/passkey-page.tsx'
import { WaitingPage } from './shell/waiting-page.tsx'

/** Where an officer comes in, and what an address that no page has leads to. */
export const HomePage = lazyPage(() => import('./overview/overview-page.tsx'), WaitingPage)
export const ShiftPage = lazyPage(() => import('./shift/shift-page.tsx'), WaitingPage)

export const routes: RouteTable = [
  ['/', HomePage],
  ['/shift', ShiftPage],
  ['/passkey', PasskeyPage],
  ['/enter', EnterPage],
  ...journeys.flatMap((journey) => journey.routes),
]
