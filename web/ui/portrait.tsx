// A person's portrait, or the initials when there is none (yet).
import './portrait.css'
import { cx } from './class-names.ts'
import { initials } from './format.ts'

export type PortraitProps = {
  name: string
  src?: string
  shape?: 'round' | 'card'
  size?: number
  decorative?: boolean
}

/** `size` is the width in pixels at normal text size. `decorative` when the name stands beside it. */
export const Portrait = ({ name, src, shape = 'round', size = 44, decorative = true }: PortraitProps) => (
  <span class={cx('portrait', `portrait-${shape}`)} style={`--size:${size / 16}rem`}>
    {src ? (
      <img src={src} alt={decorative ? '' : name} decoding="async" />
    ) : (
      <span
        aria-hidden={decorative ? 'true' : undefined}
        role={decorative ? undefined : 'img'}
        aria-label={decorative ? undefined : name}
      >
        {initials(name)}
      </span>
    )}
  </span>
)
