// A heading with lines below it, each with the same picture: what goes, what stays, what is in a file.
import './line-group.css'
import { GroupHead } from '../../../ui/card.tsx'
import { Icon } from '../../../ui/icons.tsx'

export interface Line {
  readonly text: string
  readonly more?: string
}

export const LineGroup = ({
  title,
  icon,
  lines,
}: {
  title: string
  icon: string
  lines: readonly Line[]
}) => (
  <>
    <GroupHead title={title} />
    <ul class="line-group">
      {lines.map(({ text, more }) => (
        <li key={text}>
          <Icon of={icon} size={20} />
          <span>
            {text}
            {more && <small>{more}</small>}
          </span>
        </li>
      ))}
    </ul>
  </>
)

export const line = (text: string): Line => ({ text })
