// The ten fingers of two hands, each with its quality, its state in words and in colour; the one to press now
// stands out.
import './devices.css'
import { fingerprint, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { fingerShort, fingerWords, leftHand, rightHand, type FingerName } from './finger-source.ts'

export type FingerLook = {
  /**
   * `good`: can be used; `poor`: to be pressed again; `bad`: another finger's; `missing`: an exception with
   * its reason.
   */
  state: 'open' | 'good' | 'poor' | 'bad' | 'missing'
  quality: number | null
  /** Stands in place of the quality, e.g. "Khuyết". */
  word?: string
}

const t = phrases({
  left: { vi: 'Tay trái', en: 'Left hand' },
  right: { vi: 'Tay phải', en: 'Right hand' },
  open: { vi: 'chưa lấy', en: 'not taken' },
  good: { vi: 'đạt, chất lượng {quality}', en: 'good, quality {quality}' },
  poor: { vi: 'còn mờ, chất lượng {quality}', en: 'faint, quality {quality}' },
  bad: { vi: 'không khớp, chất lượng {quality}', en: 'does not match, quality {quality}' },
  missing: { vi: 'ngoại lệ: {word}', en: 'exception: {word}' },
})

const said = (finger: FingerName, { state, quality, word = '' }: FingerLook): string =>
  `${fingerWords(finger)}, ${state === 'open' ? t('open') : state === 'missing' ? t('missing', { word }) : t(state, { quality: quality ?? '–' })}`

type Shown = {
  lookOf: (finger: FingerName) => FingerLook
  now: FingerName | null
  onChoose?: (finger: FingerName) => void
}

const FingerTile = ({ finger, lookOf, now, onChoose }: Shown & { finger: FingerName }) => {
  const look = lookOf(finger)
  const inside = (
    <>
      <Icon of={fingerprint} size={22} />
      <span>{fingerShort(finger)}</span>
      <b>{look.word ?? look.quality ?? '–'}</b>
    </>
  )
  return (
    <li>
      {onChoose ? (
        <button
          type="button"
          class={`finger is-${look.state}`}
          aria-label={said(finger, look)}
          aria-pressed={now === finger}
          onClick={() => onChoose(finger)}
        >
          {inside}
        </button>
      ) : (
        <span class={`finger is-${look.state}`} role="img" aria-label={said(finger, look)}>
          {inside}
        </span>
      )}
    </li>
  )
}

const Hand = ({ title, hand, ...shown }: Shown & { title: string; hand: readonly FingerName[] }) => {
  const done = hand.filter((finger) => ['good', 'missing'].includes(shown.lookOf(finger).state)).length
  return (
    <section class="hand" aria-label={title}>
      <p class="hand-head" aria-hidden="true">
        <span>{title}</span>
        <span class="figures">{done}/5</span>
      </p>
      <ul>
        {hand.map((finger) => (
          <FingerTile key={finger} finger={finger} {...shown} />
        ))}
      </ul>
    </section>
  )
}

export const FingerGrid = (shown: Shown) => (
  <div class="hands">
    <Hand title={t('left')} hand={leftHand} {...shown} />
    <Hand title={t('right')} hand={rightHand} {...shown} />
  </div>
)
