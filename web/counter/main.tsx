// The officers' counter: sign in with a passkey, the queue of doubtful applications, one application beside the register.
import '../ui/base.css'
import './counter.css'
import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import { followWorldClock } from '../start/world.ts'
import { useLanguage } from '../ui/language.ts'
import { phrases } from '../ui/phrases.ts'
import { Routes, startRouter } from '../ui/router.tsx'
import { Toasts } from '../ui/toast.tsx'
import { CasePage } from './case-page.tsx'
import { EnterPage } from './enter-page.tsx'
import { lookWhoIsHere, officer } from './officer.ts'
import { PasskeyPage } from './passkey-page.tsx'
import { QueuePage } from './queue-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { WaitingPage } from './waiting-page.tsx'

const t = phrases({ site: { vi: 'Quầy định danh', en: 'Identity counter' } })

const table = [['/', QueuePage], ['/cases/:reference', CasePage], ['/passkey', PasskeyPage], ['/enter', EnterPage]] as const
const strangers = [['/enter', EnterPage]] as const

const Root = () => {
  useLanguage()
  const here = officer.use()
  useEffect(() => { void followWorldClock().then(lookWhoIsHere) }, [])
  return (
    <>
      {here === undefined ? <WaitingPage /> : here === null ? <Routes table={strangers} notFound={SignInPage} /> : <Routes table={table} notFound={QueuePage} />}
      <Toasts />
    </>
  )
}

startRouter({ base: '/counter', siteName: t('site') })
const root = document.getElementById('app')
if (root) render(<Root />, root)
