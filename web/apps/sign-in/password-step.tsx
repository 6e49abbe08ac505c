// The first step: number and password.
import { FormSummary, useForm } from '../../kit/form.tsx'
import { signInPassword } from '../../client/form-rules.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PersonalNumberField } from '../../kit/personal-number-field.tsx'
import { phrases } from '../../ui/phrases.ts'
import { givePassword, type SignInState } from './interaction.ts'
import { PasswordField } from './password-field.tsx'
import { Refusal } from './refusal.tsx'

const t = phrases({
  number: { vi: 'Số định danh', en: 'Personal number' },
  numberHint: { vi: '12 số trên thẻ căn cước', en: 'The 12 digits on your identity card' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  passwordEmpty: {
    vi: 'Nhập mật khẩu của tài khoản định danh.',
    en: 'Enter the password of your identity account.',
  },
  go: { vi: 'Tiếp tục', en: 'Continue' },
  forgot: { vi: 'Quên mật khẩu?', en: 'Forgot the password?' },
  none: { vi: 'Chưa có tài khoản?', en: 'No account yet?' },
  other: { vi: 'Đặt lại mật khẩu', en: 'Reset the password' },
  paused: {
    vi: 'Cách đăng nhập này có thể đang tạm dừng để bảo vệ bạn. Trên điện thoại đã gắn với tài khoản, mở trang dịch vụ và đăng nhập bằng mã PIN vẫn được.',
    en: 'This way in may be paused to protect you. On the phone bound to your account, open the service and sign in with the passcode; that still works.',
  },
})

const ids = { personalNumber: 'personal-number' }

export const PasswordStep = ({ onState }: { onState: (state: SignInState) => void }) => {
  const form = useForm({
    rules: signInPassword,
    start: { personalNumber: '', password: '' },
    ids,
    words: { password: (code) => (code === 'required' ? t('passwordEmpty') : undefined) },
  })
  const { sending: signing } = form
  const { personalNumber, password } = form.values
  const submit = () => void form.send(async () => onState(await givePassword(personalNumber, password)))
  const isRefused = signing.problem?.code === 'sign-in.no-match'
  return (
    <form
      class="sign-in-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {form.problems.length > 0 ? (
        <FormSummary form={form} />
      ) : (
        <Refusal
          of={signing}
          action={
            isRefused && (
              <LinkButton size="small" href="/app/activate/password">
                {t('other')}
              </LinkButton>
            )
          }
        />
      )}
      <PersonalNumberField {...form.of('personalNumber')} label={t('number')} hint={t('numberHint')} />
      <PasswordField {...form.of('password')} label={t('password')} />
      {isRefused && signing.refusals >= 2 && <Notice isQuiet>{t('paused')}</Notice>}
      <Button kind="primary" type="submit" isWide isBusy={signing.isBusy}>
        {t('go')}
      </Button>
      <p class="sign-in-links">
        <a href="/app/activate/password">{t('forgot')}</a>
        <a href="/app/">{t('none')}</a>
      </p>
    </form>
  )
}
