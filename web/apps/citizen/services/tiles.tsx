// A few facts side by side: what it costs, by when, how much there is to type.
import './tiles.css'
import type { ComponentChildren } from 'preact'

export const Tiles = ({ children }: { children: ComponentChildren }) => <dl class="tiles">{children}</dl>

export const Tile = ({ name, value, note }: { name: string; value: string; note?: string | null }) => (
  <div class="tile">
    <dt>{name}</dt>
    <dd>
      <b>{value}</b>
      {note && <small>{note}</small>}
    </dd>
  </div>
)
