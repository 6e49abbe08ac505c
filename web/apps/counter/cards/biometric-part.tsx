// Step 2: the portrait that stands on the card, and fingerprints: compared with the identity database where
// it has them, else taken for the first time.
import type { Press } from '../../../client/press.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { FingerName } from '../devices/finger-source.ts'
import { standingOf } from '../evidence/finger-result.ts'
import { PortraitPart } from '../evidence/portrait-part.tsx'
import { PrintsPart } from '../evidence/prints-part.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { act } from './application.ts'
import type { CardApplication } from './card-words.ts'

const t = phrases({
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

const tagOf = ({ outcome, triesLeft }: NonNullable<CardApplication['portrait']>): string =>
  outcome === 'match' ? t('good') : outcome === 'no-reference' ? t('first') : t('other', { n: triesLeft })

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
}) => {
  const { portrait, prints } = app
  return (
    <section class="card">
      <div class="biometrics">
        <PortraitPart
          portrait={portrait}
          url={portrait?.taken ?? null}
          tag={portrait ? tagOf(portrait) : ''}
          isGood={portrait?.outcome === 'match' || portrait?.outcome === 'no-reference'}
          noReference={t('no-reference')}
          onTake={async ({ base64 }) => {
            await act('card.portrait', { picture: base64 })
          }}
        />
        <PrintsPart
          standing={standingOf(prints)}
          finger={chosen ?? prints.next}
          scanning={scanning}
          onFinger={onFinger}
          onPrint={async (_, { template }) => {
            await act('card.prints', { templates: [template] })
          }}
        />
      </div>
      <Match app={app} />
    </section>
  )
}
