// Every page of the app by its path. Journeys are fetched when first opened; what a returning citizen sees
// first is in the first load.
import { useErrorBoundary } from 'preact/hooks'
import { useLanguage } from '../../ui/language.ts'
import { lazyPage, Routes, type RouteTable } from '../../ui/router.tsx'
import { Toasts } from '../../ui/toast.tsx'
import { BrokenPage } from './shell/broken-page.tsx'
import { FirstPage } from './shell/first-page.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { Danger } from './crime/danger.tsx'
import { holdersOwn, owned } from './shell/owned.tsx'
import { Preparing } from './shell/preparing.tsx'
import { WaitingPage } from './shell/waiting-page.tsx'

const home = lazyPage(() => import('./home/home-page.tsx'), WaitingPage)
const register = lazyPage(() => import('./register/register.tsx'), WaitingPage)
const table: RouteTable = [
  ['/', FirstPage],
  ['/welcome', lazyPage(() => import('./welcome/welcome-page.tsx'), WaitingPage)],
  ['/enrol', register],
  ['/enrol/return', lazyPage(() => import('./register/return-page.tsx'), WaitingPage)],
  ['/enrol/:step', register],
  ['/activate', lazyPage(() => import('./activate/choose-way-page.tsx'), WaitingPage)],
  ['/activate/start', lazyPage(() => import('./activate/start-activation-page.tsx'), WaitingPage)],
  ['/activate/new-device', lazyPage(() => import('./activate/new-device-page.tsx'), WaitingPage)],
  ['/activate/password', lazyPage(() => import('./activate/forgotten-password-page.tsx'), WaitingPage)],
  ['/activate/continue', lazyPage(() => import('./activate/journey-page.tsx'), WaitingPage)],
  ['/activate/done', lazyPage(() => import('./activate/done-page.tsx'), WaitingPage)],
  ['/activate/too-late', lazyPage(() => import('./activate/too-late-page.tsx'), WaitingPage)],
  ['/recover', lazyPage(() => import('./recover/recover-page.tsx'), WaitingPage)],
  ['/recover/continue', lazyPage(() => import('./recover/continue-page.tsx'), WaitingPage)],
  ['/recover/:rung', lazyPage(() => import('./recover/begin-page.tsx'), WaitingPage)],
  ['/not-me', lazyPage(() => import('./recover/not-me-page.tsx'), WaitingPage)],
  ['/my-number', lazyPage(() => import('./numbers/my-number-page.tsx'), WaitingPage)],
  ['/keep-number', lazyPage(() => import('./numbers/keep-number-page.tsx'), WaitingPage)],
  ['/lock', lazyPage(() => import('./lock/lock-page.tsx'), WaitingPage)],
  ['/lock/by-number', lazyPage(() => import('./lock/by-number-page.tsx'), WaitingPage)],
  ['/locked', lazyPage(() => import('./lock/locked-page.tsx'), WaitingPage)],
  ['/open', lazyPage(() => import('./open/open-page.tsx'), WaitingPage)],
  ['/wallet', owned(home)],
  ['/present', owned(lazyPage(() => import('./present/present-page.tsx'), WaitingPage))],
  ['/documents', owned(lazyPage(() => import('./documents/documents-page.tsx'), WaitingPage))],
  ['/documents/add', owned(lazyPage(() => import('./documents/add-page.tsx'), WaitingPage))],
  ['/documents/add/:type', owned(lazyPage(() => import('./documents/add-page.tsx'), WaitingPage))],
  ['/documents/:id', owned(lazyPage(() => import('./documents/document-page.tsx'), WaitingPage))],
  ['/services', lazyPage(() => import('./services/services-page.tsx'), WaitingPage)],
  ['/services/connected', holdersOwn(lazyPage(() => import('./services/connected-page.tsx'), WaitingPage))],
  ['/services/:id', lazyPage(() => import('./services/service-page.tsx'), WaitingPage)],
  [
    '/services/:id/form/:page',
    owned(lazyPage(() => import('./services/filing/question-page.tsx'), WaitingPage)),
  ],
  ['/services/:id/papers', owned(lazyPage(() => import('./services/filing/papers-page.tsx'), WaitingPage))],
  ['/services/:id/check', owned(lazyPage(() => import('./services/filing/check-page.tsx'), WaitingPage))],
  [
    '/services/:id/filed/:reference',
    owned(lazyPage(() => import('./services/filing/filed-page.tsx'), WaitingPage)),
  ],
  ['/scan', lazyPage(() => import('./scan/scan-page.tsx'), WaitingPage)],
  ['/dossiers', lazyPage(() => import('./dossiers/dossiers-page.tsx'), WaitingPage)],
  ['/dossiers/:reference', owned(lazyPage(() => import('./dossiers/dossier-page.tsx'), WaitingPage))],
  ['/agree', owned(lazyPage(() => import('./agree/agree-page.tsx'), WaitingPage))],
  ['/agree/:id', owned(lazyPage(() => import('./agree/asked-page.tsx'), WaitingPage))],
  ['/inbox', owned(lazyPage(() => import('./inbox/inbox-page.tsx'), WaitingPage))],
  ['/looks', owned(lazyPage(() => import('./looks/looks-page.tsx'), WaitingPage))],
  ['/share', holdersOwn(lazyPage(() => import('./share/share-page.tsx'), WaitingPage))],
  ['/share/at/:party/:place', holdersOwn(lazyPage(() => import('./share/at-page.tsx'), WaitingPage))],
  ['/share/receipt/:id', holdersOwn(lazyPage(() => import('./share/receipt-page.tsx'), WaitingPage))],
  ['/share/:id', holdersOwn(lazyPage(() => import('./share/request-page.tsx'), WaitingPage))],
  ['/parties', lazyPage(() => import('./share/parties-page.tsx'), WaitingPage)],
  ['/cases', holdersOwn(lazyPage(() => import('./discrepancies/cases-page.tsx'), WaitingPage))],
  ['/cases/report', holdersOwn(lazyPage(() => import('./discrepancies/report-page.tsx'), WaitingPage))],
  ['/cases/:id', holdersOwn(lazyPage(() => import('./discrepancies/case-page.tsx'), WaitingPage))],
  ['/petitions', holdersOwn(lazyPage(() => import('./petitions/petitions-page.tsx'), WaitingPage))],
  ['/petitions/new', holdersOwn(lazyPage(() => import('./petitions/new-page.tsx'), WaitingPage))],
  ['/petitions/statistics', lazyPage(() => import('./petitions/statistics-page.tsx'), WaitingPage)],
  ['/petitions/:id', holdersOwn(lazyPage(() => import('./petitions/petition-page.tsx'), WaitingPage))],
  [
    '/crime',
    holdersOwn(
      lazyPage(() => import('./crime/crime-page.tsx'), WaitingPage),
      Danger,
    ),
  ],
  [
    '/crime/new',
    holdersOwn(
      lazyPage(() => import('./crime/new-page.tsx'), WaitingPage),
      Danger,
    ),
  ],
  [
    '/crime/:id',
    holdersOwn(
      lazyPage(() => import('./crime/own-page.tsx'), WaitingPage),
      Danger,
    ),
  ],
  ['/report', lazyPage(() => import('./crime/receipt-page.tsx'), WaitingPage)],
  ['/stays', holdersOwn(lazyPage(() => import('./stays/stays-page.tsx'), WaitingPage))],
  ['/stays/rooms', holdersOwn(lazyPage(() => import('./stays/rooms-page.tsx'), WaitingPage))],
  ['/stays/at/:code', holdersOwn(lazyPage(() => import('./stays/at-page.tsx'), WaitingPage))],
  ['/stays/:home', holdersOwn(lazyPage(() => import('./stays/home-page.tsx'), WaitingPage))],
  ['/family', owned(lazyPage(() => import('./family/family-page.tsx'), WaitingPage))],
  ['/family/register', holdersOwn(lazyPage(() => import('./family/register-ward-page.tsx'), WaitingPage))],
  ['/family/missing', holdersOwn(lazyPage(() => import('./family/missing-page.tsx'), WaitingPage))],
  ['/family/hand-over/:tie', holdersOwn(lazyPage(() => import('./family/hand-over-page.tsx'), WaitingPage))],
  ['/devices', holdersOwn(lazyPage(() => import('./devices/devices-page.tsx'), WaitingPage))],
  ['/family/relatives', holdersOwn(lazyPage(() => import('./relatives/relatives-page.tsx'), WaitingPage))],
  [
    '/family/relatives/new',
    holdersOwn(lazyPage(() => import('./relatives/name-relative-page.tsx'), WaitingPage)),
  ],
  [
    '/family/relatives/:id',
    holdersOwn(lazyPage(() => import('./relatives/answer-ask-page.tsx'), WaitingPage)),
  ],
  ['/me', lazyPage(() => import('./account/me-page.tsx'), WaitingPage)],
  ['/my-data', holdersOwn(lazyPage(() => import('./account/my-data-page.tsx'), WaitingPage))],
  ['/me/lock', holdersOwn(lazyPage(() => import('./lock/history-page.tsx'), WaitingPage))],
  ['/me/lock-code', holdersOwn(lazyPage(() => import('./lock/lock-code-page.tsx'), WaitingPage))],
  ['/me/password', holdersOwn(lazyPage(() => import('./account/password-page.tsx'), WaitingPage))],
  ['/me/phone', holdersOwn(lazyPage(() => import('./account/phone-page.tsx'), WaitingPage))],
  ['/me/email', holdersOwn(lazyPage(() => import('./account/email-page.tsx'), WaitingPage))],
  ['/me/close', holdersOwn(lazyPage(() => import('./account/close-account-page.tsx'), WaitingPage))],
  ['/log', lazyPage(() => import('./log/log-page.tsx'), WaitingPage)],
  ['/about', lazyPage(() => import('./account/about-page.tsx'), WaitingPage)],
  ['/help', lazyPage(() => import('./account/help-page.tsx'), WaitingPage)],
]

export const App = () => {
  useLanguage()
  const [broken] = useErrorBoundary((error: unknown) => console.error(error))
  return (
    <>
      {broken ? <BrokenPage /> : <Routes table={table} notFound={NotFoundPage} />}
      <Toasts />
      <Preparing />
    </>
  )
}
