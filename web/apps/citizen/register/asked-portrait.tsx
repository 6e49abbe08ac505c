// Another portrait was asked for: why, until when, and the way to take it; and what came of it when none was
// sent.
import type { portraitFault } from '../../../../contract/enrolment.ts'
import type { z } from 'zod'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { dayVN, timeVN } from '../../../ui/format.ts'
import { camera, info } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import type { Asked } from './status.ts'

type Fault = z.infer<typeof portraitFault>

const fault = phrases({
  blurred: { vi: 'Ảnh bị mờ.', en: 'The picture is blurred.' },
  'too-dark': { vi: 'Ảnh quá tối.', en: 'The picture is too dark.' },
  'face-covered': { vi: 'Khuôn mặt bị che.', en: 'The face is covered.' },
  'face-turned': { vi: 'Khuôn mặt quay nghiêng.', en: 'The face is turned away.' },
  'several-people': { vi: 'Trong ảnh có nhiều người.', en: 'There are several people in the picture.' },
  'not-own-face': {
    vi: 'Ảnh chưa phải ảnh chụp trực tiếp người đăng ký.',
    en: 'The picture was not taken of the applicant directly.',
  },
})
const better = phrases({
  blurred: {
    vi: 'Tựa tay cho vững, lau ống kính rồi chụp.',
    en: 'Rest your arms, wipe the lens, then take it.',
  },
  'too-dark': { vi: 'Quay mặt về phía cửa sổ hoặc bật đèn.', en: 'Face a window, or turn on a light.' },
  'face-covered': {
    vi: 'Bỏ khẩu trang, kính râm, mũ và vén tóc khỏi mặt.',
    en: 'Take off mask, sunglasses and hat, and keep hair out of your face.',
  },
  'face-turned': { vi: 'Nhìn thẳng vào máy.', en: 'Look straight at the camera.' },
  'several-people': { vi: 'Chụp một mình bạn.', en: 'Be alone in the picture.' },
  'not-own-face': {
    vi: 'Tự chụp khuôn mặt mình; không chụp lại một bức ảnh khác.',
    en: 'Take it of your own face, not of another picture.',
  },
})
const t = phrases({
  why: { vi: 'Cán bộ chưa dùng được ảnh của bạn', en: 'The officer cannot use your picture' },
  until: { vi: 'Gửi ảnh mới đến hết {time} {day}', en: 'Send another one by {time} {day}' },
  after: {
    vi: 'Những gì đã khai được giữ nguyên. Thời hạn xử lý tạm dừng cho tới khi có ảnh; sau ngày đó đơn kết thúc.',
    en: 'What you filled in is kept. The time to decide stands still until the picture comes; after that day the application ends.',
  },
  take: { vi: 'Chụp ảnh khác', en: 'Take another picture' },
  ended: { vi: 'Vì sao đơn kết thúc', en: 'Why the application ended' },
  endedWhy: {
    vi: 'Đơn cần một ảnh chân dung khác, hạn gửi là {time} {day}, và chưa có ảnh nào được gửi.',
    en: 'Another portrait was needed by {time} {day}, and none was sent.',
  },
  endedNext: {
    vi: 'Bạn có thể đăng ký lại ngay, khoảng 2 phút.',
    en: 'You can register again at once; it takes about 2 minutes.',
  },
})

const until = ({ answerBy }: Asked) => ({ time: timeVN(answerBy), day: dayVN(answerBy) })

export const FaultWords = ({ of }: { of: Fault }) => (
  <>
    <b>{fault(of)}</b> {better(of)}
  </>
)

export const AskedCard = ({ asked }: { asked: Asked }) => (
  <Card title={t('why')} icon={camera}>
    <div class="stack">
      <p>
        <FaultWords of={asked.fault} />
      </p>
      <p>
        <b>{t('until', until(asked))}</b>
      </p>
      <p class="quiet">{t('after')}</p>
    </div>
  </Card>
)

export const TakeAnother = () => (
  <LinkButton kind="primary" isWide icon={camera} href={hrefTo('/enrol/another-portrait')}>
    {t('take')}
  </LinkButton>
)

export const UnansweredCard = ({ asked }: { asked: Asked }) => (
  <Card title={t('ended')} icon={info}>
    <div class="stack">
      <p>{t('endedWhy', until(asked))}</p>
      <p>{t('endedNext')}</p>
    </div>
  </Card>
)
