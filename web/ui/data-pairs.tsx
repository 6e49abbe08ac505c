// Facts with their names, and whether two sources agree on them: an icon and words, never colour alone.
import './data-pairs.css'
import type { ComponentChildren } from 'preact'
import { alert, check, Icon } from './icons.tsx'
import { phrases } from './phrases.ts'

export type DataPair = {
  label: string
  value: ComponentChildren
  /** 'match' and 'mismatch' show a mark; nothing shows none. */
  mark?: 'match' | 'mismatch'
  /** What the other source says, struck through. */
  other?: string
  otherSource?: string
  note?: ComponentChildren
}

const t = phrases({
  match: { vi: 'Khớp', en: 'Matches' },
  mismatch: { vi: 'Khác nhau', en: 'Differs' },
})

/** `columns={2}` puts pairs side by side where there is room. */
export const DataPairs = ({ pairs, columns = 1 }: { pairs: readonly DataPair[]; columns?: 1 | 2 }) => (
  <dl class={`pairs pairs-${columns}`}>
    {pairs.map(({ label, value, mark, other, otherSource, note }) => (
      <div key={label} class={mark === 'mismatch' ? 'is-mismatch' : ''}>
        <dt>{label}</dt>
        <dd>
          <b>{value}</b>
          {other && (
            <small>
              {otherSource && `${otherSource}: `}
              <s>{other}</s>
            </small>
          )}
          {note && <small>{note}</small>}
          {mark && (
            <Icon of={mark === 'match' ? check : alert} size={20} label={t(mark)} class="pairs-mark" />
          )}
        </dd>
      </div>
    ))}
  </dl>
)
