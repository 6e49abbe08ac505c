// The citizen's app below /app/.
import '../../ui/base.css'
import './shell/citizen.css'
import { render } from 'preact'
import { simulators } from '../../kit/simulators.ts'
import { startRouter } from '../../ui/router.tsx'
import '../../ui/text-size.ts'
import { App } from './app.tsx'
import { startBackground } from './shell/background.ts'
import { startSession } from './shell/session.ts'

startRouter({ base: '/app', siteName: 'Sen' })
startSession()
startBackground()
const root = document.getElementById('app')
if (root) {
  render(<App />, root)
}

// Where time can be moved, deadlines and countdowns follow it.
void simulators()?.followClock()

if ('serviceWorker' in navigator) {
  addEventListener('load', () => {
    navigator.serviceWorker.register('/app/sw.js', { scope: '/app/' }).catch(() => undefined)
  })
}
