// The demo world's first page, at `/`: choose a person, follow the tour, watch the letters arrive, use her
// phone.
import '../../web/ui/base.css'
import './start.css'
import './cast.css'
import './tour.css'
import './letters.css'
import './time-machine.css'
import './phone.css'
import { render } from 'preact'
import { useLanguage } from '../../web/ui/language.ts'
import { startRouter } from '../../web/ui/router.tsx'
import { Toasts } from '../../web/ui/toast.tsx'
import { StartPage } from './start-page.tsx'

const Root = () => {
  useLanguage()
  return (
    <>
      <StartPage />
      <Toasts />
    </>
  )
}

startRouter({ base: '/', siteName: 'Sen' })
const root = document.getElementById('app')
if (root) {
  render(<Root />, root)
}
