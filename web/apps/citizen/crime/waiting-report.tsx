// An anonymous report that waits on this phone for its moment, and that it was sent.
import { useEffect } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { crimeKindWords } from '../../../kit/crime-words.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Status } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { dateVN } from '../../../ui/format.ts'
import { clock } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { dropWaiting, resumeWaiting, sendNow, useSending } from './send-later.ts'

const t = phrases({
  title: { vi: 'Tin ẩn danh đang chờ gửi', en: 'An anonymous report waits to be sent' },
  more: {
    vi: '“{kind}” tự gửi trong vòng 30 phút, vào một lúc ngẫu nhiên, khi ứng dụng đang mở. Làm vậy để giờ gửi không nói gì về bạn. Cho đến lúc đó, nội dung nằm trên máy này.',
    en: '“{kind}” goes out by itself within 30 minutes, at a random moment while the app is open, so that the time says nothing of you. Until then it lies on this phone.',
  },
  now: { vi: 'Gửi ngay', en: 'Send it now' },
  drop: { vi: 'Bỏ tin này', en: 'Throw it away' },
  sent: { vi: 'Đã gửi tin ẩn danh {reference}', en: 'Anonymous report {reference} was sent' },
  sentMore: {
    vi: 'Công an giải quyết trước ngày {day}. Máy này không còn giữ gì; hãy xem trả lời bằng mã biên nhận.',
    en: 'The police settle it by {day}. Nothing of it is left on this phone; look for answers by the receipt code.',
  },
})

export const WaitingReport = () => {
  const { waiting, sent, problem } = useSending()
  const pressing = usePress()
  useEffect(() => void resumeWaiting(), [])
  return (
    <>
      <Status as="div">
        {sent && (
          <Notice tone="ok" title={t('sent', { reference: sent.reference })}>
            {t('sentMore', { day: dateVN(sent.dueOn) })}
          </Notice>
        )}
      </Status>
      {waiting && (
        <Card title={t('title')} icon={clock}>
          <div class="stack">
            {problem && <ProblemNotice problem={problem} />}
            <p>{t('more', { kind: crimeKindWords(waiting.report.kind) })}</p>
            <Button isWide isBusy={pressing.isBusy} onPress={() => void pressing.press(sendNow)}>
              {t('now')}
            </Button>
            <Button isWide kind="quiet" onPress={() => void dropWaiting()}>
              {t('drop')}
            </Button>
          </div>
        </Card>
      )}
    </>
  )
}
