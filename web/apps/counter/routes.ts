// The counter's own pages by their path, and those of its journeys.
import { lazyPage, type RouteTable, type Shapes } from '../../ui/router.tsx'
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

/** `caseId` and `reference` of contract/values.ts: what looks otherwise is no case, call or session. */
export const shapes: Shapes = {
  id: /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i,
  // Of chance alone: it tells no time.
  report: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i,
  reference: /^[0-9A-Z-]{4,24}$/,
  // The search's own page tells what is wrong with a reference that somebody typed.
  typed: /^[^]{1,60}$/,
}
