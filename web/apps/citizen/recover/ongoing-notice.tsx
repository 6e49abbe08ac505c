// In the app of a bound phone: somebody is getting this account back elsewhere. It is hers to stop, or to say
// that it is not she.
import './recover.css'
import { useState } from 'preact/hooks'
import type { StopRecovery, ViewOngoing } from '../../../../contract/recovery.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { alert } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { closeSession, ownDeed, ownView } from '../shell/session.ts'
import { rungName } from './rung-words.ts'

type Ongoing = NonNullable<OutputOf<typeof ViewOngoing>['ongoing']>

const t = phrases({
  title: {
    vi: 'Tài khoản đang được lấy lại trên máy khác',
    en: 'This account is being got back on another phone',
  },
  by: { vi: 'Bằng: {rung}, bắt đầu lúc {at}.', en: 'By: {rung}, begun {at}.' },
  until: {
    vi: 'Từ {until} máy này có thể bị gỡ. Đến lúc đó máy này chỉ xem được.',
    en: 'From {until} this phone may be removed. Until then it can only read.',
  },
  not: { vi: 'Không phải tôi', en: 'It was not me' },
  stop: { vi: 'Là tôi, dừng lại', en: 'It was me, stop it' },
  askNot: { vi: 'Dừng lại và khoá tài khoản?', en: 'End it and lock the account?' },
  effectNot: {
    vi: 'Việc lấy lại dừng ngay và tài khoản bị khoá: mọi phiên tắt, kể cả máy này. Mở lại tại công an xã với thẻ căn cước.',
    en: "It ends at once and the account is locked: every session ends, this phone's too. The commune police unlock it with your card.",
  },
  yesNot: { vi: 'Dừng và khoá', en: 'End and lock' },
  askStop: { vi: 'Dừng việc lấy lại?', en: 'Stop the recovery?' },
  effectStop: {
    vi: 'Máy kia không được gắn. Máy này dùng lại như thường.',
    en: 'The other phone is not bound. This one works as before.',
  },
  yesStop: { vi: 'Dừng lại', en: 'Stop it' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  stopped: { vi: 'Đã dừng việc lấy lại', en: 'The recovery was ended' },
})

const Question = ({
  wasMe,
  onClose,
  onStopped,
}: {
  wasMe: boolean | null
  onClose: () => void
  onStopped: () => void
}) => {
  const stopping = usePress()
  const stop = () =>
    void stopping.press(async () => {
      await ownDeed<typeof StopRecovery>('recovery.stop', { wasMe: wasMe === true })
      if (wasMe) {
        toast(t('stopped'))
        return onStopped()
      }
      closeSession()
      navigate('/not-me?done', { replace: true })
    })
  return (
    <Dialog
      isOpen={wasMe !== null}
      onClose={onClose}
      title={t(wasMe ? 'askStop' : 'askNot')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind={wasMe ? 'primary' : 'danger'} isBusy={stopping.isBusy} onPress={stop}>
            {t(wasMe ? 'yesStop' : 'yesNot')}
          </Button>
        </>
      }
    >
      <p>{t(wasMe ? 'effectStop' : 'effectNot')}</p>
      {stopping.problem && <ProblemNotice key={stopping.refusals} problem={stopping.problem} />}
    </Dialog>
  )
}

const Standing = ({ ongoing, onStopped }: { ongoing: Ongoing; onStopped: () => void }) => {
  const [wasMe, ask] = useState<boolean | null>(null)
  return (
    <>
      <Notice
        tone="danger"
        icon={alert}
        title={t('title')}
        action={
          <span class="ongoing-actions">
            <Button size="small" kind="danger" onPress={() => ask(false)}>
              {t('not')}
            </Button>
            <Button size="small" onPress={() => ask(true)}>
              {t('stop')}
            </Button>
          </span>
        }
      >
        {t('by', { rung: rungName(ongoing.rung), at: dateTimeVN(ongoing.begunAt) })}{' '}
        {ongoing.waitUntil && t('until', { until: dateTimeVN(ongoing.waitUntil) })}
      </Notice>
      <Question
        wasMe={wasMe}
        onClose={() => ask(null)}
        onStopped={() => {
          ask(null)
          onStopped()
        }}
      />
    </>
  )
}

/** Nothing while none stands. Asked when the page opens. */
export const OngoingNotice = () => {
  const { data, reload } = useLoad(
    async () => (await ownView<typeof ViewOngoing>('recovery.ongoing', {})).ongoing,
  )
  return data ? <Standing ongoing={data} onStopped={reload} /> : null
}
