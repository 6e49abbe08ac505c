// The gallery: `?page=home|share|approve|passcode|start|console|parts`. Never part of what citizens or
// officers get.
import '../../ui/base.css'
import './gallery.css'
import { render } from 'preact'
import { useLanguage } from '../../ui/language.ts'
import { ConsolePage } from './console-page.tsx'
import { HomePage } from './home-page.tsx'
import { PartsPage } from './parts-page.tsx'
import { ApprovePage, PasscodePage, StartPage } from './phone-pages.tsx'
import { SharePage } from './share-page.tsx'

const pages = {
  home: HomePage,
  share: SharePage,
  approve: ApprovePage,
  passcode: PasscodePage,
  start: StartPage,
  console: ConsolePage,
  parts: PartsPage,
}

const Gallery = () => {
  useLanguage()
  const asked = new URLSearchParams(location.search).get('page') ?? 'parts'
  const Page = Object.entries(pages).find(([name]) => name === asked)?.[1] ?? PartsPage
  return <Page />
}

const root = document.getElementById('app')
if (root) {
  render(<Gallery />, root)
}
