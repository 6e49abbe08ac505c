// This device for an account that is active: number and password, then the code to the phone. The old device
// is never needed.
import { FormProblems, useForm } from '../../../kit/form.tsx'
import { startNewDevice as newDeviceRules } from '../../../client/form-rules.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { message } from '../../../ui/icons.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { PasswordField } from '../passcode-set/password-field.tsx'
import { Screen } from '../shell/screen.tsx'
import { startNewDevice } from './journey.ts'

const t = phrases({
  passwordMissing: { vi: 'Nhập mật khẩu.', en: 'Enter the password.' },
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
  const form = useForm({
    rules: newDeviceRules,
    start: { personalNumber: '', password: '' },
    ids: { personalNumber: 'number' },
    words: { password: () => t('passwordMissing') },
  })
  const send = () => void form.send(() => startNewDevice(form.values))
  return (
    <Screen
      title={title}
      head={<TopBar title={title} back={hrefTo(isReset ? '/' : '/activate')} />}
      action={
        <Button kind="primary" isWide type="submit" form="device" icon={message} isBusy={form.sending.isBusy}>
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
        <FormProblems form={form} onRetry={send} />
        <div class="page-lead">
          <h2>{isReset ? t('resetHeading') : t('heading')}</h2>
          <p class="quiet">{t('lead')}</p>
        </div>
        <PersonalNumberField {...form.of('personalNumber')} label={t('number')} hint={t('numberHint')} />
        <PasswordField {...form.of('password')} label={t('password')} autocomplete="current-password" />
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
