// The calm page in front of the counter: sign in, enter by ticket, make a passkey.
import { usePage } from '../../../ui/attention.tsx'
import type { ComponentChildren } from 'preact'
import { LanguageSwitch, TextSizeButton } from '../../../kit/language-switch.tsx'
import { Band } from '../../../ui/band.tsx'
import { DrumRosette } from '../../../ui/drum-rosette.tsx'
import { Lotus } from '../../../ui/lotus.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({ brand: { vi: 'Quầy định danh', en: 'Identity counter' } })

export const DoorFrame = ({
  title,
  lead,
  children,
}: {
  title: string
  lead: string
  children: ComponentChildren
}) => {
  usePage(title)
  return (
    <div class="door-page on-dark">
      {document.documentElement.dataset['env'] !== 'live' && <Band />}
      <div class="door-drum" aria-hidden="true">
        <DrumRosette />
      </div>
      <header class="door-head">
        <span>
          <Lotus size={32} />
          <b>{t('brand')}</b>
        </span>
        <TextSizeButton />
        <LanguageSwitch />
      </header>
      <main class="door-card">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {children}
      </main>
    </div>
  )
}
