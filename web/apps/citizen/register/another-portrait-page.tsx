// The other portrait that an officer asked for: taken, judged by the server, and sent with the same press.
import type { AnswerPortrait } from '../../../../contract/enrolment.ts'
import { useEffect } from 'preact/hooks'
import { deed } from '../../../client/call.ts'
import { useLoad } from '../../../client/press.ts'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { PortraitTaker } from '../portrait/portrait-taker.tsx'
import { Screen } from '../shell/screen.tsx'
import { FaultWords } from './asked-portrait.tsx'
import { goTo } from './draft.ts'
import { awaitedOf, readStatus } from './status.ts'

const t = phrases({
  title: { vi: 'Gửi ảnh khác', en: 'Send another picture' },
  heading: { vi: 'Chụp lại ảnh chân dung', en: 'Take the portrait again' },
  tips: {
    vi: 'Nhìn thẳng, ánh sáng từ phía trước, không kính râm, không khẩu trang. Ảnh đủ rõ sẽ được gửi ngay.',
    en: 'Look straight ahead, light from the front, no sunglasses, no mask. A picture that is clear enough is sent at once.',
  },
  sent: { vi: 'Đã gửi ảnh mới', en: 'The new picture is sent' },
})

const send = async (picture: SentPicture): Promise<readonly string[]> => {
  const input = { picture: picture.base64 }
  const { hints } = await deed<typeof AnswerPortrait>('enrolment.answer-portrait', input, { timeout_s: 60 })
  const faults = hints.filter((hint) => hint !== 'ok')
  if (faults.length === 0) {
    toast(t('sent'))
    goTo('result', { replace: true })
  }
  return faults
}

export const AnotherPortraitPage = () => {
  const { data: status, problem, reload } = useLoad(readStatus)
  const asked = status && awaitedOf(status)
  const isOver = status !== null && asked === null
  useEffect(() => {
    if (isOver) {
      goTo('result', { replace: true })
    }
  }, [isOver])
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/enrol/result')} />}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!status && !problem && <Skeleton lines={4} />}
      {asked && (
        <>
          <h2>{t('heading')}</h2>
          <PortraitTaker onUse={send}>
            <Notice isQuiet tone="warn">
              <FaultWords of={asked.fault} />
            </Notice>
            <p class="quiet">{t('tips')}</p>
          </PortraitTaker>
        </>
      )}
    </Screen>
  )
}
