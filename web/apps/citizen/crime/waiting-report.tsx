// An anonymous report that waits on this phone for its moment, and that it was sent.
import { useEffect, useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { crimeKindWords } from '../../../kit/crime-words.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Status, useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { dateVN } from '../../../ui/format.ts'
import { check, clock } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { dropWaiting, resumeWaiting, sendNow, useSending } from './send-later.ts'

const t = phrases({
  title: { vi: 'Tin ẩn danh đang chờ gửi', en: 'An anonymous report waits to be sent' },
  more: {
    vi: '“{kind}” tự gửi trong vòng 30 phút, vào một lúc ngẫu nhiên, khi ứng dụng đang mở. Làm vậy để giờ gửi không nói gì về bạn. Cho đến lúc đó, nội dung nằm trên máy này.',
    en: '“{kind}” goes out by itself within 30 minutes, at a random moment while the app is open, so that the time says nothing of you. Until then it lies on this phone.',
  },
  unsent: { vi: 'Chưa gửi được: không có mạng', en: 'It could not go out: there is no network' },
  unsentMore: {
    vi: 'Tin vẫn nằm trên máy này, mã biên nhận của bạn vẫn đúng. Có mạng lại, ứng dụng đang mở, thì tự gửi.',
    en: 'It still lies on this phone, and your receipt code stays right. It goes out by itself when the network is back and the app is open.',
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
  // The button that she pressed is gone with the report. One that goes out by itself takes the focus from
  // nobody.
  const [gone, leave] = useState(0)
  useStep(gone)
  const send = () =>
    void pressing.press(async () => {
      if (await sendNow()) {
        leave((before) => before + 1)
      }
    })
  const drop = () => void dropWaiting().then(() => leave((before) => before + 1))
  useEffect(() => void resumeWaiting(), [])
  return (
    <>
      <Status as="div">
        {sent && (
          <div data-step>
            <Card title={t('sent', { reference: sent.reference })} icon={check}>
              <p>{t('sentMore', { day: dateVN(sent.dueOn) })}</p>
            </Card>
          </div>
        )}
      </Status>
      {waiting && (
        <Card title={t('title')} icon={clock}>
          <div class="stack">
            {problem?.isOfNetwork ? (
              <Notice tone="warn" title={t('unsent')}>
                {t('unsentMore')}
              </Notice>
            ) : (
              problem && <ProblemNotice problem={problem} />
            )}
            <p>{t('more', { kind: crimeKindWords(waiting.report.kind) })}</p>
            <Button isWide isBusy={pressing.isBusy} onPress={send}>
              {t('now')}
            </Button>
            <Button isWide kind="quiet" onPress={drop}>
              {t('drop')}
            </Button>
          </div>
        </Card>
      )}
    </>
  )
}
