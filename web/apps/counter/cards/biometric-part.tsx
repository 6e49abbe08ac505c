// Step 2: the portrait that stands on the card, and fingerprints: compared with the identity database where
// it has them, else taken for the first time.
import { useState } from 'preact/hooks'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import { usePress, type Press } from '../../../client/press.ts'
import { alert, camera, check, fingerprint, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { CameraPanel } from '../devices/camera-panel.tsx'
import { FingerGrid, type FingerLook } from '../devices/finger-grid.tsx'
import type { FingerName, Impression } from '../devices/finger-source.ts'
import { ScannerPanel } from '../devices/scanner-panel.tsx'
import { visitor } from '../../../kit/simulators.ts'
import { lookOfResult } from '../evidence/finger-result.ts'
import { PortraitHints } from '../evidence/portrait-hints.tsx'
import { PrintAdvice } from '../evidence/print-advice.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { act } from './application.ts'
import type { CardApplication } from './card-words.ts'

const t = phrases({
  portrait: { vi: 'Ảnh chân dung', en: 'Portrait' },
  prints: { vi: 'Vân tay', en: 'Fingerprints' },
  good: { vi: 'Khớp · bấm Space để chụp lại', en: 'Matched · press Space to take it again' },
  first: { vi: 'Đã chụp · chưa có ảnh để so', en: 'Taken · nothing to compare with' },
  other: { vi: 'Chưa đạt · còn {n} lần', en: 'Not good yet · {n} tries left' },
  'no-reference': {
    vi: 'Cơ sở dữ liệu chưa có ảnh: người duyệt thứ hai xem, ảnh này thành ảnh gốc.',
    en: 'The register has no portrait: a second pair of eyes looks, and this one becomes the reference.',
  },
  both: { vi: 'Khớp với CSDL căn cước', en: 'It matches the identity database' },
  bothWhy: {
    vi: 'Khuôn mặt và {n} vân tay khớp; ảnh và mẫu mới thay mẫu cũ khi hồ sơ được chấp nhận.',
    en: "Face and {n} prints agree; the new ones take the old ones' place once it is accepted.",
  },
  taken: { vi: 'Đã lấy đủ lần đầu', en: 'Taken for the first time' },
  takenWhy: {
    vi: 'Chưa có mẫu để so nên người duyệt thứ hai xem giấy tờ rồi quyết định.',
    en: 'There is nothing to compare with, so a second pair of eyes looks at the papers and decides.',
  },
  none: { vi: 'Không khớp với CSDL căn cước', en: 'It does not match the identity database' },
  noneWhy: {
    vi: 'Gửi để ghi nhận từ chối; báo trưởng ca nếu nghi giả mạo.',
    en: 'Send it to record the refusal; tell the shift lead when it looks like forgery.',
  },
  second: { vi: 'Cần người duyệt thứ hai', en: 'A second pair of eyes is needed' },
  secondWhy: {
    vi: 'Đã lấy hết những gì lấy được; ngoại lệ kèm bằng chứng sang người duyệt.',
    en: 'All that could be taken is taken; the exception goes on with its evidence.',
  },
})

export const lookOf =
  ({ prints }: CardApplication) =>
  (finger: FingerName): FingerLook => {
    const result = prints.perFinger.find((one) => one.finger === finger)
    return result ? lookOfResult(result) : { state: 'open', quality: null }
  }

const tagOf = ({ outcome, triesLeft }: NonNullable<CardApplication['portrait']>): string =>
  outcome === 'match' ? t('good') : outcome === 'no-reference' ? t('first') : t('other', { n: triesLeft })

const PortraitSide = ({ app }: { app: CardApplication }) => {
  const [isAgain, setAgain] = useState(false)
  const taking = usePress()
  const { portrait } = app
  const take = ({ base64 }: SentPicture) =>
    void taking.press(async () => {
      await act('card.portrait', { picture: base64 })
      setAgain(false)
    })
  const isGood = portrait?.outcome === 'match' || portrait?.outcome === 'no-reference'
  const taken =
    portrait?.taken && !isAgain && !taking.isBusy
      ? {
          url: portrait.taken,
          tag: (
            <>
              <Icon of={isGood ? check : alert} size={18} />
              {tagOf(portrait)}
            </>
          ),
          isGood,
        }
      : null
  return (
    <section class="stack">
      <h2>
        <Icon of={camera} size={20} />
        {t('portrait')}
      </h2>
      <Refusal problem={taking.problem} />
      <CameraPanel visitor={visitor.use()} taken={taken} onAgain={() => setAgain(true)} onPicture={take} />
      {portrait && <PortraitHints portrait={portrait} noReference={t('no-reference')} />}
    </section>
  )
}

const PrintsSide = ({
  app,
  chosen,
  onFinger,
  scanning,
}: {
  app: CardApplication
  chosen: FingerName | null
  onFinger: (finger: FingerName | null) => void
  scanning: Press
}) => {
  const [last, setLast] = useState<FingerName | null>(null)
  const finger = chosen ?? app.prints.next
  const resultOf = (of: FingerName) => app.prints.perFinger.find((one) => one.finger === of)
  const isDone = app.prints.verdict !== 'unfinished'
  const print = async (of: FingerName, { template }: Impression) => {
    await scanning.press(async () => {
      await act('card.prints', { templates: [template] })
      setLast(of)
      onFinger(null)
    })
  }
  const tries = app.prints.perFinger.find((one) => one.finger === finger)?.tries ?? 0
  return (
    <section class="stack">
      <h2>
        <Icon of={fingerprint} size={20} />
        {t('prints')}
      </h2>
      <FingerGrid
        lookOf={lookOf(app)}
        now={isDone ? null : finger}
        onChoose={isDone ? undefined : onFinger}
      />
      <Refusal problem={scanning.problem} />
      {last && <PrintAdvice result={resultOf(last)} finger={last} />}
      {!isDone && finger && (
        <ScannerPanel
          finger={finger}
          press={tries + 1}
          visitor={visitor.use()}
          onPrint={print}
          isBusy={scanning.isBusy}
        />
      )}
    </section>
  )
}

const Match = ({ app: { portrait, prints, exceptions } }: { app: CardApplication }) => {
  if (portrait?.verdict === 'no-match' || prints.verdict === 'no-match') {
    return (
      <Verdict tone="son" title={t('none')}>
        {t('noneWhy')}
      </Verdict>
    )
  }
  if (!portrait || portrait.verdict === 'unfinished' || prints.verdict === 'unfinished') {
    return null
  }
  if (exceptions.some(({ kind }) => kind === 'no-reference')) {
    return (
      <Verdict tone="gold" title={t('taken')}>
        {t('takenWhy')}
      </Verdict>
    )
  }
  return portrait.verdict === 'match' && prints.verdict === 'match' ? (
    <Verdict tone="ok" title={t('both')}>
      {t('bothWhy', { n: prints.matched })}
    </Verdict>
  ) : (
    <Verdict tone="gold" title={t('second')}>
      {t('secondWhy')}
    </Verdict>
  )
}

export const BiometricPart = ({
  app,
  chosen,
  onFinger,
  scanning,
}: {
  app: CardApplication
  chosen: FingerName | null
  onFinger: (finger: FingerName | null) => void
  scanning: Press
}) => (
  <section class="card">
    <div class="biometrics">
      <PortraitSide app={app} />
      <PrintsSide app={app} chosen={chosen} onFinger={onFinger} scanning={scanning} />
    </div>
    <Match app={app} />
  </section>
)
