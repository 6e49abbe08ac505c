// The first step: number and password.
import { useState } from 'preact/hooks'
import { parsePersonalNumber } from '../../../formats/personal-number.ts'
import { faultSentence, faultsOf } from '../../client/faults.ts'
import { usePress } from '../../client/press.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
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

type Faults = Record<string, string>
const ids: Readonly<Record<string, string>> = { personalNumber: 'personal-number', password: 'password' }

const faultsIn = (number: string, password: string): Faults => {
  const read = parsePersonalNumber(number)
  return {
    ...(read.ok ? {} : { personalNumber: faultSentence('personalNumber', read.reason) }),
    ...(password ? {} : { password: t('passwordEmpty') }),
  }
}

export const PasswordStep = ({ onState }: { onState: (state: SignInState) => void }) => {
  const [number, setNumber] = useState('')
  const [password, setPassword] = useState('')
  const [own, setOwn] = useState<Faults>({})
  const [round, setRound] = useState(0)
  const signing = usePress()
  const told = signing.problem ? faultsOf(signing.problem) : {}
  const faults = { ...told, ...own }
  const submit = () => {
    const found = faultsIn(number, password)
    setOwn(found)
    setRound(round + 1)
    if (Object.keys(found).length === 0) {
      void signing.press(async () => onState(await givePassword(number, password)))
    }
  }
  const problems = Object.entries(faults).map(([field, message]) => ({
    fieldId: ids[field] ?? field,
    message,
  }))
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
      {problems.length > 0 ? (
        <ErrorSummary key={round} problems={problems} />
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
      <PersonalNumberField
        id="personal-number"
        label={t('number')}
        hint={t('numberHint')}
        value={number}
        onValue={setNumber}
        error={faults['personalNumber']}
      />
      <PasswordField
        id="password"
        label={t('password')}
        value={password}
        onValue={setPassword}
        error={faults['password']}
      />
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
