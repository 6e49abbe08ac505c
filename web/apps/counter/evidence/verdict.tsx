// A verdict in colour, sign and words.
import './verdict.css'
import { Status } from '../../../ui/attention.tsx'
import type { ComponentChildren } from 'preact'
import { alert, clock, Icon, shield } from '../../../ui/icons.tsx'

export type VerdictTone = 'ok' | 'gold' | 'son' | 'neutral'
const icons = { ok: shield, gold: alert, son: alert, neutral: clock }

export const Verdict = ({
  tone,
  title,
  children,
}: {
  tone: VerdictTone
  title: string
  children: ComponentChildren
}) => (
  <Status as="div" class={`verdict verdict-${tone}`}>
    <Icon of={icons[tone]} size={30} />
    <p>
      <b>{title}</b>
      <span>{children}</span>
    </p>
  </Status>
)
