// The citizen's app below /app/.
import '../../ui/base.css'
import './shell/citizen.css'
import { render } from 'preact'
import { startRouter } from '../../ui/router.tsx'
import '../../ui/text-size.ts'
import { App } from './app.tsx'
import { startSession } from './shell/session.ts'

startRouter({ base: '/app', siteName: 'Sen' })
startSession()
const root = document.getElementById('app')
if (root) {
  render(<App />, root)
}

// In the demo world time can be moved; deadlines and countdowns follow it.
if (document.documentElement.dataset['world'] === 'on') {
  void import('../../kit/world.ts').then(({ followWorldClock }) => followWorldClock()).catch(() => undefined)
}

if ('serviceWorker' in navigator) {
  addEventListener('load', () => {
    navigator.serviceWorker.register('/app/sw.js', { scope: '/app/' }).catch(() => undefined)
  })
}
