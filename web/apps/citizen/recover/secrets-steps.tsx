// The last two steps: a new password and a new passcode, sent together; with them the new key stands and
// everything old ends.
import { useEffect, useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { NewPasscode } from '../passcode-set/new-passcode.tsx'
import { passwordFaults, PasswordForm } from '../passcode-set/password-form.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { RecoverFrame } from './recover-frame.tsx'
import { finishRecovery, judgeRecoveryPassword, type Recovery } from './recovery.ts'

const t = phrases({
  effect: {
    vi: 'Xong bước này, mọi máy cũ, phiên đăng nhập, mật khẩu và mã PIN cũ hết hiệu lực ngay.',
    en: 'With this every old phone, sign-in, password and passcode ends at once.',
  },
  go: { vi: 'Tiếp tục', en: 'Continue' },
  why: {
    vi: 'Mã PIN mở ứng dụng trên máy này. Không dùng ngày sinh, số định danh hay số điện thoại; không đọc cho ai.',
    en: 'The passcode opens the app on this phone. Not your birth date, personal number or phone; tell it to nobody.',
  },
  finishing: { vi: 'Đang gắn máy này và gỡ mọi máy cũ', en: 'Binding this phone and removing every old one' },
})

export const SecretsSteps = ({ recovery }: { recovery: Recovery }) => {
  const [password, setPassword] = useState<string | null>(null)
  const judging = usePress()
  const finishing = usePress()
  const code = finishing.problem?.code
  useEffect(() => {
    if (code && passwordFaults.includes(code)) {
      setPassword(null)
    }
  }, [code, finishing.refusals])
  if (password === null) {
    return (
      <RecoverFrame
        recovery={recovery}
        at="password"
        action={
          <Button kind="primary" isWide type="submit" form="password-form" isBusy={judging.isBusy}>
            {t('go')}
          </Button>
        }
      >
        <Notice isQuiet>{t('effect')}</Notice>
        <PasswordForm
          formId="password-form"
          rules={recovery.passwordRules}
          sending={judging.problem ? judging : finishing}
          onPassword={(chosen) =>
            void judging.press(async () => {
              await judgeRecoveryPassword(chosen)
              finishing.clear()
              setPassword(chosen)
            })
          }
        />
      </RecoverFrame>
    )
  }
  const finish = (passcode: string) => void finishing.press(() => finishRecovery({ password, passcode }))
  const isWeak = code === 'passcode.weak'
  return (
    <RecoverFrame recovery={recovery} at="passcode">
      <p class="centre quiet">{finishing.isBusy ? t('finishing') : t('why')}</p>
      {finishing.problem && !isWeak && <ProblemNotice key={finishing.refusals} problem={finishing.problem} />}
      <NewPasscode
        key={`pad${finishing.refusals}`}
        isBusy={finishing.isBusy}
        refusal={isWeak ? finishing.problem?.detail : undefined}
        onChosen={finish}
      />
    </RecoverFrame>
  )
}
