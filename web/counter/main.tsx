// The officers' counter: sign in with a passkey, then the journeys of the tasks that the officer's mandate gives.
import '../ui/base.css'
import './shell/shell.css'
import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import { followWorldClock } from '../start/world.ts'
import { useLanguage } from '../ui/language.ts'
import { phrases } from '../ui/phrases.ts'
import { Routes, startRouter } from '../ui/router.tsx'
import { Toasts } from '../ui/toast.tsx'
import { HomePage, routes } from './routes.ts'
import { EnterPage } from './shell/enter-page.tsx'
import { lookWhoIsHere, officer } from './shell/officer.ts'
import { SignInPage } from './shell/sign-in-page.tsx'
import { WaitingPage } from './shell/waiting-page.tsx'

const t = phrases({ site: { vi: 'Quầy định danh', en: 'Identity counter' } })

const strangers = [['/enter', EnterPage]] as const

const Root = () => {
  useLanguage()
  const here = officer.use()
  useEffect(() => { void followWorldClock().then(lookWhoIsHere) }, [])
  return (
    <>
      {here === undefined ? <WaitingPage /> : here === null ? <Routes table={strangers} notFound={SignInPage} /> : <Routes table={routes} notFound={HomePage} />}
      <Toasts />
    </>
  )
}

startRouter({ base: '/counter', siteName: t('site') })
const root = document.getElementById('app')
if (root) render(<Root />, root)
