// Checks a document on somebody's phone: for everyone, without an account, and after the first visit without
// a network. And a paper that an office handed out, which is asked of the server.
import '../../ui/base.css'
import { render } from 'preact'
import { simulators } from '../../kit/simulators.ts'
import { nameSite } from '../../ui/attention.tsx'
import { useLanguage } from '../../ui/language.ts'
import '../../ui/text-size.ts'
import { openKept, refreshTrust } from './kept-trust.ts'
import { PAPER_PAGE } from '../../kit/paper-link.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { VerifyPage } from './verify-page.tsx'

nameSite('Sen')

const PaperPage = lazyPart(() => import('./paper/paper-page.tsx'))
const isOfPaper = location.pathname.replace(/\/+$/, '') === PAPER_PAGE

const Root = () => {
  useLanguage()
  return isOfPaper ? <PaperPage /> : <VerifyPage />
}

const root = document.getElementById('app')
if (root) {
  render(<Root />, root)
}

/** Status lists are rebuilt every few minutes; while there is a network this device has the newest. */
const every_ms = 5 * 60_000

const begin = async () => {
  await Promise.resolve(simulators()?.followClock()).catch(() => undefined)
  if (isOfPaper) {
    return
  }
  await openKept()
  await refreshTrust()
  setInterval(() => void refreshTrust(), every_ms)
  addEventListener('online', () => void refreshTrust())
}
void begin()

if ('serviceWorker' in navigator) {
  addEventListener('load', () => {
    void document.fonts.ready
      .then(() => navigator.serviceWorker.register('/verify/sw.js', { scope: '/verify/' }))
      .catch(() => undefined)
  })
}
