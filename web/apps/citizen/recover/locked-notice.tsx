// On a bound phone whose account is locked: somebody is getting it back elsewhere. One press ends that; the
// phone's own key is the proof, no passcode.
import './recover.css'
import { useEffect, useState } from 'preact/hooks'
import type { StopRecoveryByDevice, ViewOngoingByDevice } from '../../../../contract/recovery.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed } from '../../../client/call.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { alert } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { byThisDevice } from '../activate/journey.ts'
import { rungName } from './rung-words.ts'

type State = OutputOf<typeof ViewOngoingByDevice>

const t = phrases({
  title: {
    vi: 'Có người đang lấy lại tài khoản này trên máy khác',
    en: 'Somebody is getting this account back on another phone',
  },
  by: { vi: 'Bằng: {rung}, bắt đầu lúc {at}.', en: 'By: {rung}, begun {at}.' },
  until: { vi: 'Sớm nhất lúc {until} máy kia mới được gắn.', en: 'That phone can be bound from {until} on.' },
  mine: {
    vi: 'Nếu chính bạn đang làm trên máy mới thì không cần bấm gì ở đây.',
    en: 'If it is you on a new phone, there is nothing to press here.',
  },
  not: { vi: 'Không phải tôi', en: 'It was not me' },
  ask: { vi: 'Dừng việc lấy lại?', en: 'End this recovery?' },
  effect: {
    vi: 'Dừng ngay, máy kia không được gắn. Tài khoản vẫn khoá, giấy tờ và dữ liệu vẫn an toàn. Từ đó chỉ công an xã, phường mở lại được, với thẻ căn cước của bạn.',
    en: 'It ends at once, and that phone is not bound. The account stays locked; documents and data stay safe. From then on only the commune police open it again, with your card.',
  },
  yes: { vi: 'Dừng ngay', en: 'End it now' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  stopped: {
    vi: 'Đã dừng. Máy kia không được gắn, tài khoản vẫn khoá.',
    en: 'Ended. That phone is not bound, and the account stays locked.',
  },
})

const LOOK_MS = 60_000

const readState = (): Promise<State> =>
  byThisDevice('recovery-state', (proof) =>
    deed<typeof ViewOngoingByDevice>('recovery.ongoing-by-device', proof, { timeout_s: 10 }),
  )

/** Asked when the page opens, every minute, and by `reload`. */
export const useRecoveryOnLocked = () => {
  const { data, reload } = useLoad(readState)
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) {
        reload()
      }
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  return { ongoing: data?.ongoing ?? null, isOnlyAtCounter: data?.isOnlyAtCounter ?? false, reload }
}

const Question = ({
  isOpen,
  onClose,
  onStopped,
}: {
  isOpen: boolean
  onClose: () => void
  onStopped: () => void
}) => {
  const stopping = usePress()
  const stop = () =>
    void stopping.press(async () => {
      await byThisDevice('recovery-stop', (proof) =>
        deed<typeof StopRecoveryByDevice>('recovery.stop-by-device', proof),
      )
      toast(t('stopped'))
      onStopped()
    })
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('ask')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="danger" isBusy={stopping.isBusy} onPress={stop}>
            {t('yes')}
          </Button>
        </>
      }
    >
      <p>{t('effect')}</p>
      {stopping.problem && <ProblemNotice key={stopping.refusals} problem={stopping.problem} />}
    </Dialog>
  )
}

export const OngoingOnLocked = ({
  ongoing,
  onStopped,
}: {
  ongoing: NonNullable<State['ongoing']>
  onStopped: () => void
}) => {
  const [isAsking, ask] = useState(false)
  const close = () => ask(false)
  return (
    <>
      <Notice
        tone="danger"
        icon={alert}
        title={t('title')}
        action={
          <Button size="small" kind="danger" onPress={() => ask(true)}>
            {t('not')}
          </Button>
        }
      >
        {t('by', { rung: rungName(ongoing.rung), at: dateTimeVN(ongoing.begunAt) })}{' '}
        {ongoing.waitUntil && t('until', { until: dateTimeVN(ongoing.waitUntil) })} {t('mine')}
      </Notice>
      <Question
        isOpen={isAsking}
        onClose={close}
        onStopped={() => {
          close()
          onStopped()
        }}
      />
    </>
  )
}
