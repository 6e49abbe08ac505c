// A short state in words.
import './pill.css'
import type { ComponentChildren } from 'preact'
import { check, Icon } from './icons.tsx'

export type PillTone = 'neutral' | 'jade' | 'ok' | 'gold' | 'cham' | 'son'

export const Pill = ({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: PillTone
  icon?: string
  children: ComponentChildren
}) => (
  <span class={`pill pill-${tone}`}>
    {icon && <Icon of={icon} size={15} />}
    {children}
  </span>
)

/** A green tick in a circle: "registered", "verified"; `label` says which. */
export const VerifiedMark = ({ label }: { label: string }) => (
  <span class="verified">
    <Icon of={check} size={20} label={label} />
  </span>
)
