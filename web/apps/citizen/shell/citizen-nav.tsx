// The bottom bar with this app's addresses.
import { BottomNav, type NavPlace } from '../../../ui/bottom-nav.tsx'
import { hrefTo } from '../../../ui/router.tsx'

export const CitizenNav = ({ current }: { current?: NavPlace }) => (
  <BottomNav
    current={current}
    hrefs={{
      wallet: hrefTo('/'),
      services: hrefTo('/services'),
      scan: hrefTo('/scan'),
      dossiers: hrefTo('/dossiers'),
      me: hrefTo('/me'),
    }}
  />
)
