// A trusted relative locks for somebody who named her: what it does to that person, then her own passcode.
// Placed beside each such person.
import { useStep } from '../../../ui/attention.tsx'
import { useState } from 'preact/hooks'
import type { LockForRelative as LockForRelativeDeed } from '../../../../contract/relatives.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon, lock, shield, unlock } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'
import { OwnPasscode } from '../shell/own-passcode.tsx'
import { ownDeed } from '../shell/session.ts'

const t = phrases({
  lock: { vi: 'Khoá giúp', en: 'Lock for them' },
  lockOf: { vi: 'Khoá tài khoản giúp {name}', en: 'Lock the account for {name}' },
  ask: { vi: 'Khoá tài khoản giúp {name}?', en: 'Lock the account for {name}?' },
  stops: {
    vi: 'Mọi phiên đang mở của {name} tắt trong vài giây, không ai đăng nhập được',
    en: 'Every open session of {name} ends within seconds, and nobody can sign in',
  },
  safe: {
    vi: 'Dữ liệu của người ấy vẫn an toàn, và bạn không xem được gì',
    en: 'Their data is safe, and nothing of it is shown to you',
  },
  again: {
    vi: 'Bạn không mở lại được. Người ấy mở tại quầy với thẻ căn cước',
    en: 'You cannot unlock it. They do, at a counter, with the identity card',
  },
  call: {
    vi: 'Chỉ khoá khi chính người ấy nhờ, qua giọng nói bạn nhận ra.',
    en: 'Lock only when they ask you themselves, in a voice you know.',
  },
  passcode: { vi: 'Nhập mã PIN của bạn để khoá', en: 'Enter your own passcode to lock' },
  go: { vi: 'Tiếp tục', en: 'Go on' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  done: {
    vi: 'Đã khoá giúp {name}. Cả hai nhận được thông báo.',
    en: 'Locked for {name}. You are both told.',
  },
})

export type LockedFor = { id: string; name: string }

const useLocking = ({ id, name }: LockedFor) => {
  const [stage, setStage] = useState<'closed' | 'asked' | 'passcode'>('closed')
  useStep(stage === 'closed' ? null : stage)
  const locking = usePress()
  const close = () => {
    setStage('closed')
    locking.clear()
  }
  const send = async (passcode: string) => {
    const isDone = await locking.press(async () => {
      await ownDeed<typeof LockForRelativeDeed>('relatives.lock', { id, passcode })
    })
    if (isDone) {
      toast(t('done', { name }))
      close()
    }
  }
  return { stage, setStage, locking, close, send }
}

const Effects = ({ name }: { name: string }) => (
  <>
    <ul class="ticks">
      <li>
        <Icon of={lock} size={20} />
        <span>{t('stops', { name })}</span>
      </li>
      <li>
        <Icon of={shield} size={20} />
        <span>{t('safe')}</span>
      </li>
      <li>
        <Icon of={unlock} size={20} />
        <span>{t('again')}</span>
      </li>
    </ul>
    <p class="quiet">{t('call')}</p>
  </>
)

export const LockForRelative = ({ relative }: { relative: LockedFor }) => {
  const { name } = relative
  const { stage, setStage, locking, close, send } = useLocking(relative)
  return (
    <>
      <Button
        size="small"
        kind="danger-quiet"
        icon={lock}
        label={t('lockOf', { name })}
        onPress={() => setStage('asked')}
      >
        {t('lock')}
      </Button>
      <Dialog
        isOpen={stage !== 'closed'}
        onClose={close}
        title={t('ask', { name })}
        actions={
          stage === 'asked' && (
            <>
              <Button onPress={close}>{t('cancel')}</Button>
              <Button kind="danger" icon={lock} onPress={() => setStage('passcode')}>
                {t('go')}
              </Button>
            </>
          )
        }
      >
        {stage === 'asked' && <Effects name={name} />}
        {stage === 'passcode' && <OwnPasscode label={t('passcode')} proving={locking} onPasscode={send} />}
      </Dialog>
    </>
  )
}
