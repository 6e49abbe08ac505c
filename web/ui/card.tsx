// White panels and the rows in them.
import './card.css'
import type { ComponentChildren } from 'preact'
import { cx } from './class-names.ts'
import { chevronRight, Icon } from './icons.tsx'

/** `isFlush`: no inner space, for a list of rows that reach the edge. */
export const Card = ({
  children,
  title,
  icon,
  aside,
  isFlush,
  class: name,
}: {
  children: ComponentChildren
  title?: string
  icon?: string
  aside?: ComponentChildren
  isFlush?: boolean
  class?: string
}) => (
  <section class={cx('card', isFlush && 'card-flush', name)}>
    {title && (
      <header class="card-head">
        <h2>
          {icon && <Icon of={icon} size={20} />}
          {title}
        </h2>
        {aside}
      </header>
    )}
    {children}
  </section>
)

/** Heading of a group of rows, with a remark at the right. */
export const GroupHead = ({ title, aside }: { title: string; aside?: ComponentChildren }) => (
  <div class="group-head">
    <h2>{title}</h2>
    {aside && <span>{aside}</span>}
  </div>
)

export type RowTone = 'jade' | 'gold' | 'cham' | 'son' | 'ok' | 'neutral'
export type RowProps = {
  title: ComponentChildren
  detail?: ComponentChildren
  /** Icon in a tinted square; or anything else through `lead`. */
  icon?: string
  tone?: RowTone
  lead?: ComponentChildren
  end?: ComponentChildren
  /** Below the row, e.g. a `<StageBar>`. */
  below?: ComponentChildren
  href?: string
  onPress?: () => void
  /** The value is what matters, the title is its name: small title over a strong detail. */
  isValue?: boolean
}

export const Row = ({
  title,
  detail,
  icon,
  tone = 'jade',
  lead,
  end,
  below,
  href,
  onPress,
  isValue,
}: RowProps) => {
  const inside = (
    <>
      <span class="row-line">
        {icon ? (
          <span class={`row-icon tint-${tone}`}>
            <Icon of={icon} size={22} />
          </span>
        ) : (
          lead
        )}
        <span class={cx('row-text', isValue && 'row-value')}>
          <span>{title}</span>
          {detail !== undefined && <small>{detail}</small>}
        </span>
        {end && <span class="row-end">{end}</span>}
        {(href || onPress) && !end && <Icon of={chevronRight} size={20} class="row-go" />}
      </span>
      {below}
    </>
  )
  if (href) {
    return (
      <a class="row" href={href}>
        {inside}
      </a>
    )
  }
  return onPress ? (
    <button type="button" class="row" onClick={onPress}>
      {inside}
    </button>
  ) : (
    <div class="row">{inside}</div>
  )
}

/** Rows with a line between them in one panel. */
export const Rows = ({ children, label }: { children: ComponentChildren; label?: string }) => (
  <div class="rows" role={label ? 'group' : undefined} aria-label={label}>
    {children}
  </div>
)
