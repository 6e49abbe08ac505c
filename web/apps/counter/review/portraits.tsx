// Two portraits side by side, as large as the desk allows, with what the matcher thinks of them.
import '../evidence/verdict.css'
import { useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { cx } from '../../../ui/class-names.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { numberText } from '../../../ui/format.ts'
import { alert, camera, check, Icon, person, search } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import type { Application } from './application.ts'
import { useKeys } from '../shell/keys.ts'

const t = phrases({
  title: { vi: 'Ảnh chân dung', en: 'Portraits' },
  earlier: { vi: 'Ảnh gửi trước', en: 'Sent before' },
  earlierOf: { vi: 'Ảnh {name} gửi trước đó', en: 'Portrait that {name} sent before' },
  taken: { vi: 'Ảnh vừa chụp', en: 'Just taken' },
  takenOf: { vi: 'Ảnh {name} vừa chụp', en: 'Portrait just taken of {name}' },
  kept: { vi: 'Ảnh trong CSDL', en: 'In the register' },
  keptOf: { vi: 'Ảnh của {name} trong cơ sở dữ liệu', en: 'Portrait of {name} in the register' },
  noTaken: { vi: 'Ảnh đã hết hạn giữ', en: 'The picture is no longer kept' },
  noKept: { vi: 'CSDL chưa có ảnh', en: 'The register has no portrait' },
  zoom: { vi: 'Phóng to hai ảnh', en: 'Enlarge both' },
  score: { vi: 'Giống {score} %', en: '{score} % alike' },
  noScore: { vi: 'Chưa so tự động', en: 'Not matched by machine' },
  match: { vi: 'Máy cho là cùng một người.', en: 'The matcher thinks this is one person.' },
  unsure: { vi: 'Máy chưa chắc. Mắt bạn quyết định.', en: 'The matcher is not sure. Your eyes decide.' },
  differs: { vi: 'Máy cho là hai người khác nhau.', en: 'The matcher thinks these are two people.' },
  waiting: {
    vi: 'Máy chưa so xong ảnh mới. Mở lại đơn sau ít phút.',
    en: 'The new portrait is not compared yet. Open the application again in a few minutes.',
  },
  nothing: { vi: 'Không có ảnh nào để so.', en: 'There is nothing to compare with.' },
  noneMatch: { vi: 'So mắt, mũi, tai và nốt ruồi.', en: 'Compare eyes, nose, ears and moles.' },
})

const Picture = ({
  src,
  caption,
  alt,
  missing,
}: {
  src: string | null
  caption: string
  alt: string
  missing: string
}) => (
  <figure>
    {src ? (
      <img src={src} alt={alt} decoding="async" />
    ) : (
      <span class="picture-none">
        <Icon of={person} size={44} />
        <span>{missing}</span>
      </span>
    )}
    <figcaption>{caption}</figcaption>
  </figure>
)

const Pair = ({ application: { declared, register, earlierPortrait } }: { application: Application }) => (
  <div class={cx('portrait-pair', earlierPortrait && 'has-earlier')}>
    <Picture
      src={declared.portrait}
      caption={t('taken')}
      alt={t('takenOf', { name: declared.fullName })}
      missing={t('noTaken')}
    />
    <Picture
      src={register?.portrait ?? null}
      caption={t('kept')}
      alt={t('keptOf', { name: register?.fullName ?? '' })}
      missing={t('noKept')}
    />
    {earlierPortrait && (
      <Picture
        src={earlierPortrait}
        caption={t('earlier')}
        alt={t('earlierOf', { name: declared.fullName })}
        missing={t('noTaken')}
      />
    )}
  </div>
)

const isScored = ({ doubts, portraitScore, register }: Application): boolean =>
  portraitScore !== null && Boolean(register?.portrait) && !doubts.includes('no-automatic-matcher')

const verdictOf = (application: Application) => {
  const { doubts, isPortraitCompared } = application
  return !isPortraitCompared
    ? ('waiting' as const)
    : !isScored(application)
      ? ('noneMatch' as const)
      : doubts.includes('portrait-differs')
        ? ('differs' as const)
        : doubts.includes('portrait-unsure')
          ? ('unsure' as const)
          : ('match' as const)
}
const tones = { waiting: 'gold', noneMatch: 'neutral', differs: 'son', unsure: 'gold', match: 'ok' } as const

export const Portraits = ({ application }: { application: Application }) => {
  const [isLarge, setLarge] = useState(false)
  useKeys({ z: () => setLarge(true) })
  const verdict = verdictOf(application)
  return (
    <Card title={t('title')} icon={camera}>
      <Pair application={application} />
      <div class={`verdict portrait-verdict verdict-${tones[verdict]}`}>
        <Icon of={verdict === 'match' ? check : verdict === 'noneMatch' ? person : alert} size={26} />
        <p>
          <b>
            {isScored(application)
              ? t('score', { score: numberText((application.portraitScore ?? 0) * 100, 1) })
              : t('noScore')}
          </b>
          <span>
            {verdict === 'noneMatch' && !application.register?.portrait ? t('nothing') : t(verdict)}
          </span>
        </p>
      </div>
      <Button size="small" kind="quiet" icon={search} shortcut="Z" onPress={() => setLarge(true)}>
        {t('zoom')}
      </Button>
      <Dialog isOpen={isLarge} onClose={() => setLarge(false)} title={t('title')} size="wide">
        <Pair application={application} />
      </Dialog>
    </Card>
  )
}
