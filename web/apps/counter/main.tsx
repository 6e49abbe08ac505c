// The officers' counter: sign in with a passkey, then the journeys of the tasks that the officer's mandate
// gives.
import '../../ui/base.css'
import './shell/shell.css'
import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import { simulators } from '../../kit/simulators.ts'
import { home } from '../../ui/icons.tsx'
import { useLanguage } from '../../ui/language.ts'
import { phrases } from '../../ui/phrases.ts'
import { lazyPage, Routes, startRouter, usePlace } from '../../ui/router.tsx'
import { Toasts } from '../../ui/toast.tsx'
import { readDrafts } from './case/drafts.ts'
import { sendOutbox } from './case/outbox.ts'
import { journeys } from './journeys.ts'
import { deviceHere, forgetDeviceHere } from './devices/seal-capture.ts'
import { HomePage, routes, shapes, ShiftPage } from './routes.ts'
import { EnterPage } from './shell/enter-page.tsx'
import { caseKinds, navigation } from './shell/journey.ts'
import { watchLine } from './shell/line.ts'
import { MissingPage } from './shell/missing-page.tsx'
import { lookWhoIsHere, officer } from './shell/officer.ts'
import { questions } from './shell/question.ts'
import { PasskeyPage } from './shell/passkey-page.tsx'
import { SignInPage } from './shell/sign-in-page.tsx'
import { WaitingPage } from './shell/waiting-page.tsx'

const t = phrases({ site: { vi: 'Quầy định danh', en: 'Identity counter' } })

navigation.set([
  { tasks: [], href: '/', title: { vi: 'Việc hôm nay', en: "Today's work" }, icon: home },
  ...journeys.flatMap(({ entries }) => entries),
])
caseKinds.set(journeys.flatMap(({ cases = [] }) => cases))
questions.set(Object.fromEntries(journeys.flatMap((journey) => Object.entries(journey.questions ?? {}))))

const strangers = [['/enter', EnterPage]] as const
const beforeShift = [
  ['/enter', EnterPage],
  ['/passkey', PasskeyPage],
] as const

/** The citizen's window of this front: it never asks who the officer is. */
const ScreenPage = lazyPage(() => import('./screen/screen-page.tsx'))
/** An administrator registers this browser, whoever is signed in here. */
const EnrolPage = lazyPage(() => import('./devices/enrol-page.tsx'), WaitingPage)

const Officers = () => {
  const here = officer.use()
  useEffect(() => {
    void Promise.resolve(simulators()?.followClock()).then(lookWhoIsHere)
  }, [])
  return (
    <>
      {here === undefined ? (
        <WaitingPage />
      ) : here === null ? (
        <Routes table={strangers} notFound={SignInPage} />
      ) : here.needsShift ? (
        <Routes table={beforeShift} notFound={ShiftPage} />
      ) : (
        <Routes table={routes} notFound={HomePage} missing={MissingPage} shapes={shapes} />
      )}
      <Toasts />
    </>
  )
}

// Whoever has just come in finds her drafts, and what waits is sent; the devices of her desk learn who sits
// there, so that its citizen's screen opens for her.
officer.subscribe(() => {
  forgetDeviceHere()
  const here = officer.get()
  if (here) {
    void Promise.all([readDrafts(), sendOutbox()]).catch(console.error)
  }
  if (here?.desk && !here.needsShift) {
    void deviceHere().catch(() => null)
  }
})
watchLine(() => {
  if (officer.get()) {
    void sendOutbox().catch(console.error)
  }
})

const Root = () => {
  useLanguage()
  const { path, query } = usePlace()
  if (path === '/screen') {
    return <ScreenPage params={{}} query={query} />
  }
  return path === '/enrol-device' ? <EnrolPage params={{}} query={query} /> : <Officers />
}

startRouter({ base: '/counter', siteName: t('site') })
const root = document.getElementById('app')
if (root) {
  render(<Root />, root)
}

if ('serviceWorker' in navigator) {
  // After the fonts are in: the worker fetches everything at once, and a page that it takes over in the
  // middle of loading may wait for long.
  addEventListener('load', () => {
    void document.fonts.ready
      .then(() => navigator.serviceWorker.register('/counter/sw.js', { scope: '/counter/' }))
      .catch(() => undefined)
  })
}
