// This device for an account that is active: number and password, then the code to the phone. The old device
// is never needed.
import { useState } from 'preact/hooks'
import { faultsOf } from '../../../client/faults.ts'
import { usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { message } from '../../../ui/icons.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { PasswordField } from '../passcode-set/password-field.tsx'
import { FormProblem } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { startNewDevice } from './journey.ts'

const t = phrases({
  title: { vi: 'Dùng Sen trên máy này', en: 'Use Sen on this device' },
  resetTitle: { vi: 'Đặt lại mã PIN', en: 'Set the passcode again' },
  resetHeading: {
    vi: 'Chứng minh là bạn, rồi đặt mã PIN mới',
    en: 'Show that it is you, then choose a new passcode',
  },
  heading: {
    vi: 'Bạn đang dùng máy mới. Không cần máy cũ.',
    en: 'This is a new device. The old one is not needed.',
  },
  lead: {
    vi: 'Nhập số định danh và mật khẩu, rồi mã gửi tới số điện thoại của tài khoản.',
    en: "Enter number and password, then the code sent to the account's phone.",
  },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: { vi: '12 số trên thẻ căn cước', en: 'The 12 digits on the card' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  go: { vi: 'Tiếp tục', en: 'Continue' },
  forgot: { vi: 'Quên mật khẩu', en: 'Forgotten password' },
  none: { vi: 'Mất cả điện thoại lẫn mật khẩu', en: 'Lost both phone and password' },
})

export default function NewDevicePage({ query }: PageProps) {
  const isReset = query.has('reset')
  const title = isReset ? t('resetTitle') : t('title')
  const [number, setNumber] = useState('')
  const [password, setPassword] = useState('')
  const starting = usePress()
  const send = () => void starting.press(() => startNewDevice({ personalNumber: number, password }))
  const faults = starting.problem ? faultsOf(starting.problem) : {}
  return (
    <Screen
      title={title}
      head={<TopBar title={title} back={hrefTo(isReset ? '/' : '/activate')} />}
      action={
        <Button kind="primary" isWide type="submit" form="device" icon={message} isBusy={starting.isBusy}>
          {t('go')}
        </Button>
      }
    >
      <form
        class="form"
        id="device"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormProblem
          problem={starting.problem}
          ids={{ personalNumber: 'number', password: 'password' }}
          round={starting.refusals}
          onRetry={send}
        />
        <div class="page-lead">
          <h2>{isReset ? t('resetHeading') : t('heading')}</h2>
          <p class="quiet">{t('lead')}</p>
        </div>
        <PersonalNumberField
          id="number"
          label={t('number')}
          hint={t('numberHint')}
          value={number}
          onValue={setNumber}
          error={faults['personalNumber']}
        />
        <PasswordField
          id="password"
          label={t('password')}
          autocomplete="current-password"
          value={password}
          onValue={setPassword}
          error={faults['password']}
        />
      </form>
      <div class="centre">
        <LinkButton kind="quiet" href={hrefTo('/activate/password')}>
          {t('forgot')}
        </LinkButton>
        <LinkButton kind="quiet" href={hrefTo('/recover')}>
          {t('none')}
        </LinkButton>
      </div>
    </Screen>
  )
}
