// Panels that share a place; one Tab stop, arrows between tabs (ARIA authoring practices, automatic
// activation).
import { focusField } from './attention.tsx'
import './tabs.css'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export type Tab<K extends string> = { key: K; title: string; count?: number }

export const Tabs = <K extends string>({
  label,
  tabs,
  current,
  onTab,
  children,
}: {
  label: string
  tabs: readonly Tab<K>[]
  current: K
  onTab: (key: K) => void
  children: ComponentChildren
}) => {
  const id = useId()
  const step = (event: KeyboardEvent) => {
    const from = tabs.findIndex(({ key }) => key === current)
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: -1 }[event.key]
    const next = to === undefined ? undefined : tabs.at(to % tabs.length)
    if (!next) {
      return
    }
    event.preventDefault()
    onTab(next.key)
    focusField(`${id}-${next.key}`)
  }
  return (
    <div class="tabs">
      <div class="tabs-list" role="tablist" aria-label={label} onKeyDown={step}>
        {tabs.map(({ key, title, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === current}
            aria-controls={`${id}-panel`}
            tabIndex={key === current ? 0 : -1}
            onClick={() => onTab(key)}
          >
            {title}
            {count !== undefined && <em>{count}</em>}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${current}`}
        tabIndex={0}
        class="tabs-panel"
      >
        {children}
      </div>
    </div>
  )
}
