// What stands where content is still to come, or will not come.
import './waiting.css'
import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'
import { phrases } from './phrases.ts'

const t = phrases({ loading: { vi: 'Đang tải', en: 'Loading' } })

/** Grey lines in the shape of what is coming. `shape="card"` for a document. */
export const Skeleton = ({
  lines = 3,
  shape = 'lines',
}: {
  lines?: number
  shape?: 'lines' | 'card' | 'row'
}) => (
  <div class={`skeleton skeleton-${shape}`} role="status">
    <span class="unseen">{t('loading')}</span>
    {shape === 'card'
      ? null
      : Array.from({ length: lines }, (_, i) => <i key={i} style={`width:${[92, 74, 83, 61][i % 4]}%`} />)}
  </div>
)

/** Says honestly that there is nothing, why, and what can be done. */
export const EmptyState = ({
  icon,
  title,
  children,
  action,
}: {
  icon: string
  title: string
  children?: ComponentChildren
  action?: ComponentChildren
}) => (
  <div class="empty">
    <span class="empty-icon">
      <Icon of={icon} size={30} />
    </span>
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {action}
  </div>
)
