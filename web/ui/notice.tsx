// A message in the page: colour, icon and words, never colour alone. `danger` and `warn` are read out when
// they appear.
import './notice.css'
import type { ComponentChildren } from 'preact'
import { alert, check, Icon, info } from './icons.tsx'
import { phrases } from './phrases.ts'

type Tone = 'info' | 'ok' | 'warn' | 'danger'
export type NoticeProps = {
  tone?: Tone
  title?: string
  children?: ComponentChildren
  action?: ComponentChildren
  icon?: string
  isQuiet?: boolean
}

const t = phrases({
  info: { vi: 'Thông tin', en: 'Information' },
  ok: { vi: 'Xong', en: 'Done' },
  warn: { vi: 'Lưu ý', en: 'Note' },
  danger: { vi: 'Cảnh báo', en: 'Warning' },
})

const icons = { info, ok: check, warn: alert, danger: alert }

/** `isQuiet`: not announced, for notices that stand on the page from the start. */
export const Notice = ({ tone = 'info', title, children, action, icon, isQuiet }: NoticeProps) => (
  <div class={`notice notice-${tone}`} role={isQuiet ? undefined : tone === 'danger' ? 'alert' : 'status'}>
    <Icon of={icon ?? icons[tone]} size={22} label={t(tone)} />
    <div>
      {title && <b>{title}</b>}
      {children && <div>{children}</div>}
      {action && <div class="notice-action">{action}</div>}
    </div>
  </div>
)
