// A document as the wallet shows it: moving drum face and sheen say "live" to the eye, a clock ticks, the
// strip says how fresh it is.
// The proof is the signed code, never this picture. Motion stops on request and with reduced motion (WCAG
// 2.2.2); the clock goes on.
import './credential-card.css'
import './credential-deck.css'
import './credential-state.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { cx } from './class-names.ts'
import { useNow } from './clock.ts'
import { DrumRosette } from './drum-rosette.tsx'
import {
  clockVN,
  maskPersonalNumber,
  groupPersonalNumber,
  spokenDigits,
  timeVN,
  type Moment,
} from './format.ts'
import { alert, eye, eyeOff, Icon, lock, pause, play, shield } from './icons.tsx'
import { phrases } from './phrases.ts'
import { Portrait } from './portrait.tsx'

export type CredentialKind =
  | 'identity'
  | 'licence'
  | 'insurance'
  | 'vehicle'
  | 'health'
  | 'passport'
  | 'student'
export type CredentialState = 'valid' | 'needs-sync' | 'locked' | 'expired' | 'revoked'
export type CredentialCardProps = {
  kind?: CredentialKind
  title: string
  subtitle?: string
  holder: string
  portrait?: string
  /** 12 digits, shown masked until the holder asks. */
  personalNumber?: string
  /** Other facts; two stand side by side. */
  facts?: readonly { label: string; value: string }[]
  level?: 1 | 2
  state?: CredentialState
  syncedAt?: Moment
  children?: ComponentChildren
}

const t = phrases({
  holder: { vi: 'Họ và tên', en: 'Full name' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  show: { vi: 'Hiện đủ số', en: 'Show the full number' },
  hide: { vi: 'Che bớt số', en: 'Mask the number' },
  masked: { vi: 'đã che, ba số cuối là {end}', en: 'masked, ending in {end}' },
  level: { vi: 'Mức {level}', en: 'Level {level}' },
  pause: { vi: 'Dừng chuyển động', en: 'Stop the motion' },
  play: { vi: 'Chạy lại chuyển động', en: 'Resume the motion' },
  valid: { vi: 'Ký số hợp lệ · đồng bộ lúc {time}', en: 'Signature valid · synced at {time}' },
  'needs-sync': { vi: 'Cần đồng bộ · lần cuối lúc {time}', en: 'Needs sync · last at {time}' },
  locked: { vi: 'Đã khoá · không xuất trình được', en: 'Locked · cannot be presented' },
  expired: { vi: 'Hết hạn · cần cấp lại', en: 'Expired · needs renewal' },
  revoked: { vi: 'Đã thu hồi · không còn giá trị', en: 'Revoked · no longer valid' },
})

/**
 * A long press shows the number only while held; a tap or the keyboard switches. Hidden again when the page
 * leaves the screen.
 */
const MaskedNumber = ({ digits }: { digits: string }) => {
  const [isShown, show] = useState(false)
  const pressedAt = useRef(0)
  useEffect(() => {
    const cover = () => document.hidden && show(false)
    document.addEventListener('visibilitychange', cover)
    return () => document.removeEventListener('visibilitychange', cover)
  }, [])
  return (
    <div class="credential-wide">
      <dt>{t('number')}</dt>
      <dd class="credential-number">
        <span aria-hidden="true">{isShown ? groupPersonalNumber(digits) : maskPersonalNumber(digits)}</span>
        <span class="unseen">
          {isShown ? spokenDigits(digits) : t('masked', { end: spokenDigits(digits.slice(-3)) })}
        </span>
        <button
          type="button"
          class="credential-tool"
          aria-pressed={isShown}
          aria-label={isShown ? t('hide') : t('show')}
          onPointerDown={() => {
            if (!isShown) {
              pressedAt.current = performance.now()
              show(true)
            } else {
              pressedAt.current = 0
            }
          }}
          onPointerLeave={() => {
            if (pressedAt.current && performance.now() - pressedAt.current > 350) {
              show(false)
            }
          }}
          onClick={(e) => {
            e.stopPropagation()
            const held_ms = pressedAt.current ? performance.now() - pressedAt.current : -1
            if (held_ms < 0) {
              show(!isShown && e.detail === 0)
            } else if (held_ms > 350) {
              show(false)
            }
            pressedAt.current = 0
          }}
        >
          <Icon of={isShown ? eyeOff : eye} size={18} />
        </button>
      </dd>
    </div>
  )
}

const LiveClock = () => {
  const moment = useNow()
  return (
    <time class="credential-clock">
      <i key={moment} />
      {clockVN(moment)}
    </time>
  )
}

const Strip = ({
  state,
  syncedAt,
  isPaused,
  toggle,
}: {
  state: CredentialState
  syncedAt?: Moment
  isPaused: boolean
  toggle: () => void
}) => (
  <footer class="credential-strip">
    {state === 'valid' || state === 'needs-sync' ? (
      <LiveClock />
    ) : (
      <Icon of={state === 'locked' ? lock : alert} size={18} />
    )}
    <span class="credential-status">
      {state === 'needs-sync' && <Icon of={alert} size={16} />}
      {t(state, { time: syncedAt === undefined ? '–' : timeVN(syncedAt) })}
    </span>
    {state === 'valid' && (
      <button
        type="button"
        class="credential-tool"
        aria-label={isPaused ? t('play') : t('pause')}
        onClick={(e) => {
          e.stopPropagation()
          toggle()
        }}
      >
        <Icon of={isPaused ? play : pause} size={16} />
      </button>
    )}
  </footer>
)

export const CredentialCard = (props: CredentialCardProps) => {
  const {
    kind = 'identity',
    title,
    subtitle,
    holder,
    portrait,
    personalNumber,
    facts = [],
    level,
    state = 'valid',
    syncedAt,
    children,
  } = props
  const [isPaused, setPaused] = useState(false)
  const toggle = () => setPaused((paused) => !paused)
  return (
    <article
      class={cx('credential', 'on-dark', `credential-${kind}`, `is-${state}`, isPaused && 'is-paused')}
      aria-label={`${title}, ${holder}`}
      onClick={toggle}
    >
      <div class="credential-ground" aria-hidden="true">
        <DrumRosette class="credential-drum" />
        <i class="credential-sheen" />
      </div>
      <header class="credential-head">
        <div>
          <h2>{title}</h2>
          {subtitle && <p>{subtitle}</p>}
        </div>
        {level && (
          <span class="credential-level">
            <Icon of={shield} size={16} />
            {t('level', { level })}
          </span>
        )}
      </header>
      <div class="credential-body">
        <Portrait name={holder} src={portrait} shape="card" size={78} />
        <dl class="credential-facts">
          <div class="credential-wide credential-holder">
            <dt>{t('holder')}</dt>
            <dd>{holder}</dd>
          </div>
          {personalNumber && <MaskedNumber digits={personalNumber} />}
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {children}
      <Strip state={state} syncedAt={syncedAt} isPaused={isPaused} toggle={toggle} />
    </article>
  )
}

/**
 * A document that lies under the first in the wallet: only its head is seen. Goes inside `<CredentialDeck>`.
 */
export const CredentialPeek = ({
  kind,
  icon,
  title,
  note,
  href,
}: {
  kind: CredentialKind
  icon: string
  title: string
  note?: string
  href: string
}) => (
  <a class={cx('credential-peek', 'on-dark', `credential-${kind}`)} href={href}>
    <Icon of={icon} size={22} />
    <b>{title}</b>
    {note && <span>{note}</span>}
  </a>
)

/** The first child is the card on top, the others are `<CredentialPeek>`. */
export const CredentialDeck = ({ children }: { children: ComponentChildren }) => (
  <div class="credential-deck">{children}</div>
)
