// The one button. While busy it stays focusable but does nothing, and says so to a screen reader.
import './button.css'
import type { ComponentChildren } from 'preact'
import { cx } from './class-names.ts'
import { Icon } from './icons.tsx'
import { phrases } from './phrases.ts'

type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-quiet'
export type ButtonProps = {
  children: ComponentChildren
  kind?: ButtonKind
  size?: 'normal' | 'small'
  type?: 'button' | 'submit'
  icon?: string
  iconEnd?: string
  /** A key that does the same, shown beside the label on consoles. The page listens for it. */
  shortcut?: string
  isWide?: boolean
  isBusy?: boolean
  isDisabled?: boolean
  label?: string
  describedBy?: string
  form?: string
  class?: string
  onPress?: (event: MouseEvent) => void
}

const t = phrases({ busy: { vi: 'Đang xử lý', en: 'Working' } })

const Inside = ({
  icon,
  iconEnd,
  shortcut,
  children,
}: Pick<ButtonProps, 'icon' | 'iconEnd' | 'shortcut' | 'children'>) => (
  <>
    {icon && <Icon of={icon} size={22} />}
    <span>{children}</span>
    {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
    {iconEnd && <Icon of={iconEnd} size={20} />}
  </>
)

const names = ({
  kind = 'secondary',
  size = 'normal',
  isWide,
  class: name,
}: Pick<ButtonProps, 'kind' | 'size' | 'isWide' | 'class'>) =>
  cx('button', `button-${kind}`, size === 'small' && 'button-small', isWide && 'button-wide', name)

export const Button = (props: ButtonProps) => {
  const { type = 'button', isBusy, isDisabled, label, describedBy, form, shortcut, onPress } = props
  return (
    <button
      type={type}
      form={form}
      class={names(props)}
      disabled={isDisabled}
      aria-disabled={isBusy ? 'true' : undefined}
      aria-busy={isBusy ? 'true' : undefined}
      aria-label={label}
      aria-describedby={describedBy}
      aria-keyshortcuts={shortcut?.replaceAll(' ', '+').replace('Ctrl', 'Control')}
      onClick={(event) => {
        if (isBusy) {
          event.preventDefault()
        } else {
          onPress?.(event)
        }
      }}
    >
      <Inside {...props} />
      {isBusy && <i class="button-spinner" />}
      <span class="unseen" role="status">
        {isBusy ? t('busy') : ''}
      </span>
    </button>
  )
}

/** A link that looks like a button: it goes somewhere, it does not do something. */
export const LinkButton = ({
  href,
  target,
  ...props
}: Pick<ButtonProps, 'children' | 'kind' | 'size' | 'icon' | 'iconEnd' | 'isWide' | 'class'> & {
  href: string
  target?: string
}) => (
  <a class={names(props)} href={href} target={target}>
    <Inside {...props} />
  </a>
)

/** A round button with an icon only; `label` is what it is called. `count` shows a red badge. */
export const IconButton = ({
  icon,
  label,
  count,
  onPress,
  href,
}: {
  icon: string
  label: string
  count?: number
  onPress?: () => void
  href?: string
}) => {
  const inside = (
    <>
      <Icon of={icon} size={22} />
      {count ? <em aria-hidden="true">{count > 99 ? '99+' : count}</em> : null}
    </>
  )
  return href ? (
    <a class="icon-button" href={href} aria-label={label}>
      {inside}
    </a>
  ) : (
    <button type="button" class="icon-button" aria-label={label} onClick={onPress}>
      {inside}
    </button>
  )
}

/** Buttons side by side that stack when there is no room. */
export const ButtonRow = ({ children }: { children: ComponentChildren }) => (
  <div class="button-row">{children}</div>
)
