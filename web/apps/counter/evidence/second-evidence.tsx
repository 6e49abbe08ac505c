// The evidence of a case before the second pair of eyes: what is not by rule, the portraits beside each
// other, the fingers.
import './second-evidence.css'
import type { ComponentChildren } from 'preact'
import { Card } from '../../../ui/card.tsx'
import { cx } from '../../../ui/class-names.ts'
import { numberText } from '../../../ui/format.ts'
import { alert, camera, fingerprint, Icon, person as personIcon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { FingerGrid, type FingerLook } from '../devices/finger-grid.tsx'
import type { FingerName } from '../devices/finger-source.ts'
import type { TakenPortrait } from './portrait-hints.tsx'

const t = phrases({
  doubts: { vi: 'Cần bạn xem', en: 'What needs your eyes' },
  portraits: { vi: 'Ảnh chân dung', en: 'Portraits' },
  taken: { vi: 'Chụp tại quầy', en: 'Taken at the counter' },
  kept: { vi: 'Trong cơ sở dữ liệu', en: 'In the register' },
  onChip: { vi: 'Trên chip', en: 'On the chip' },
  none: { vi: 'Không có ảnh', en: 'No portrait' },
  score: { vi: 'Giống {score} %', en: '{score} % alike' },
  prints: { vi: 'Vân tay', en: 'Fingerprints' },
})

/** `guide`: what to look at, and what follows from the decision here. */
export const Doubts = ({ guide, doubts }: { guide: string; doubts: readonly string[] }) => (
  <Card title={t('doubts')} icon={alert}>
    <p>{guide}</p>
    <ul class="exceptions">
      {doubts.map((doubt) => (
        <li key={doubt}>
          <b>{doubt}</b>
        </li>
      ))}
    </ul>
  </Card>
)

const Picture = ({ src, caption }: { src: string | null; caption: string }) => (
  <figure>
    {src ? (
      <img src={src} alt={caption} />
    ) : (
      <span class="second-none">
        <Icon of={personIcon} size={36} />
        {t('none')}
      </span>
    )}
    <figcaption>{caption}</figcaption>
  </figure>
)

/** `onChip` is left out where no chip is read. */
export const Portraits = ({
  portrait,
  kept,
  onChip,
}: {
  portrait: TakenPortrait | null
  kept: string | null
  onChip?: string | null
}) => (
  <Card
    title={t('portraits')}
    icon={camera}
    aside={
      // Nothing to compare with is no likeness of 0 %.
      portrait &&
      portrait.outcome !== 'no-reference' && (
        <Pill tone={portrait.outcome === 'match' ? 'ok' : 'gold'}>
          {t('score', { score: numberText(portrait.score * 100, 1) })}
        </Pill>
      )
    }
  >
    <div class={cx('second-pictures', onChip === undefined && 'second-pictures-two')}>
      <Picture src={portrait?.taken ?? null} caption={t('taken')} />
      <Picture src={kept} caption={t('kept')} />
      {onChip !== undefined && <Picture src={onChip} caption={t('onChip')} />}
    </div>
  </Card>
)

export const Prints = ({
  lookOf,
  children,
}: {
  lookOf: (finger: FingerName) => FingerLook
  children?: ComponentChildren
}) => (
  <Card title={t('prints')} icon={fingerprint}>
    <FingerGrid lookOf={lookOf} now={null} />
    {children}
  </Card>
)
