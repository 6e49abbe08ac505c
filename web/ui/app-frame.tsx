// The phone's screen: band, head, content, and what stays at the bottom. On a wide screen it is a calm column
// in the middle.
import './app-frame.css'
import type { ComponentChildren } from 'preact'
import { Band } from './band.tsx'
import { cx } from './class-names.ts'
import { phrases } from './phrases.ts'
import { usePage } from './attention.tsx'

export type AppFrameProps = {
  /** Names the document; the visible `<h1>` is the page's own (TopBar has one). */
  title: string
  head?: ComponentChildren
  children: ComponentChildren
  /** The action that stays in sight, e.g. `<Button kind="primary" isWide>`. */
  action?: ComponentChildren
  nav?: ComponentChildren
  ground?: 'paper' | 'deep'
  hasBand?: boolean
}

const t = phrases({ skip: { vi: 'Đến nội dung chính', en: 'Skip to the content' } })

export const AppFrame = ({
  title,
  head,
  children,
  action,
  nav,
  ground = 'paper',
  hasBand = true,
}: AppFrameProps) => {
  usePage(title)
  return (
    <div class={cx('app', `app-${ground}`, ground === 'deep' && 'on-dark')}>
      <a class="skip unseen" href="#content">
        {t('skip')}
      </a>
      {hasBand && <Band />}
      {head}
      <main class="app-main" id="content" tabIndex={-1}>
        {children}
      </main>
      {(action || nav) && (
        <div class="app-foot">
          {action && <div class="app-action">{action}</div>}
          {nav}
        </div>
      )}
    </div>
  )
}
