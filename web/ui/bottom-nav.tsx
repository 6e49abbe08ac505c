// Five places at the thumb: Ví, Dịch vụ, [Quét], Hồ sơ, Tôi.
import './bottom-nav.css'
import { dossier, grid, Icon, person, scan, wallet } from './icons.tsx'
import { phrases } from './phrases.ts'

const t = phrases({
  nav: { vi: 'Mục chính', en: 'Main sections' },
  wallet: { vi: 'Ví', en: 'Wallet' },
  services: { vi: 'Dịch vụ', en: 'Services' },
  scan: { vi: 'Quét mã', en: 'Scan' },
  dossiers: { vi: 'Hồ sơ', en: 'Dossiers' },
  me: { vi: 'Tôi', en: 'Me' },
})

export type NavPlace = 'wallet' | 'services' | 'scan' | 'dossiers' | 'me'
const places = [
  ['wallet', wallet],
  ['services', grid],
  ['scan', scan],
  ['dossiers', dossier],
  ['me', person],
] as const

/** `hrefs` are addresses; `counts` show a dot with what is waiting. */
export const BottomNav = ({
  current,
  hrefs,
  counts = {},
}: {
  current?: NavPlace
  hrefs: Record<NavPlace, string>
  counts?: Partial<Record<NavPlace, number>>
}) => (
  <nav class="bottom-nav" aria-label={t('nav')}>
    {places.map(([place, icon]) => (
      <a
        key={place}
        href={hrefs[place]}
        aria-current={place === current ? 'page' : undefined}
        class={place === 'scan' ? 'bottom-nav-scan' : ''}
      >
        <span>
          <Icon of={icon} size={place === 'scan' ? 30 : 24} />
          {counts[place] ? <em>{counts[place]}</em> : null}
        </span>
        <b class={place === 'scan' ? 'unseen' : ''}>{t(place)}</b>
      </a>
    ))}
  </nav>
)
