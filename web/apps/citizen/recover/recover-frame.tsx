// The frame of every step: which rung, how far one is, that it is kept, and a way to leave it.
import './recover.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { close } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { leaveRecovery, type Recovery } from './recovery.ts'
import { rungName, stepName, stepsOf, type StepName } from './rung-words.ts'

const t = phrases({
  title: { vi: 'Lấy lại tài khoản', en: 'Get the account back' },
  kept: {
    vi: 'Mỗi bước được giữ trên máy này đến {until}. Bạn có thể đóng trình duyệt rồi quay lại.',
    en: 'Each step is kept on this phone until {until}. You may close the browser and come back.',
  },
  leave: { vi: 'Dừng lấy lại tài khoản', en: 'Stop getting it back' },
  ask: { vi: 'Dừng lấy lại tài khoản?', en: 'Stop getting the account back?' },
  effect: {
    vi: 'Những bước đã xong sẽ mất. Tài khoản không đổi, máy cũ dùng lại như thường. Bạn có thể bắt đầu lại, kể cả bằng cách khác.',
    en: 'The finished steps are lost. The account is unchanged and the old phone works as before. You can start again, also by another way.',
  },
  yes: { vi: 'Dừng lại', en: 'Stop' },
  no: { vi: 'Làm tiếp', en: 'Go on' },
})
export const recoverTitle = (): string => t('title')

const Leave = ({ endsAt }: { endsAt: string }) => {
  const [isAsked, ask] = useState(false)
  const leaving = usePress()
  return (
    <div class="recover-foot">
      <p class="quiet small">{t('kept', { until: dateTimeVN(endsAt) })}</p>
      <Button kind="quiet" size="small" icon={close} onPress={() => ask(true)}>
        {t('leave')}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => ask(false)}
        title={t('ask')}
        actions={
          <>
            <Button onPress={() => ask(false)}>{t('no')}</Button>
            <Button kind="danger" isBusy={leaving.isBusy} onPress={() => void leaving.press(leaveRecovery)}>
              {t('yes')}
            </Button>
          </>
        }
      >
        <p>{t('effect')}</p>
        {leaving.problem && <ProblemNotice key={leaving.refusals} problem={leaving.problem} />}
      </Dialog>
    </div>
  )
}

export const RecoverFrame = ({
  recovery,
  at,
  action,
  children,
}: {
  recovery: Recovery
  at: StepName
  action?: ComponentChildren
  children: ComponentChildren
}) => {
  const steps = stepsOf(recovery)
  return (
    <Screen
      title={`${stepName(at)} · ${t('title')}`}
      head={<TopBar title={t('title')} back={hrefTo('/recover')} isClosing />}
      action={action}
    >
      <Steps step={steps.indexOf(at) + 1} total={steps.length} title={stepName(at)} />
      <p class="unseen">{rungName(recovery.rung)}</p>
      {children}
      <Leave endsAt={recovery.endsAt} />
    </Screen>
  )
}
