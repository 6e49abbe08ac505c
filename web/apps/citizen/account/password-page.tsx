// A new password: the old one is asked, the conditions are ticked off, every other session ends.
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { changePassword } from '../../../client/form-rules.ts'
import type { ChangePassword } from '../../../../contract/account.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { passwordFaults } from '../passcode-set/password-form.tsx'
import { PasswordField } from '../passcode-set/password-field.tsx'
import { PasswordRuleList, rulesMet, type PasswordRules } from '../passcode-set/password-rules.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed } from '../shell/session.ts'

const t = phrases({
  title: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  old: { vi: 'Mật khẩu hiện tại', en: 'Current password' },
  new: { vi: 'Mật khẩu mới', en: 'New password' },
  effect: {
    vi: 'Mọi phiên khác sẽ bị đăng xuất. Máy này vẫn mở.',
    en: 'Every other session is signed out. This device stays open.',
  },
  unmet: { vi: 'Mật khẩu còn thiếu điều kiện bên dưới.', en: 'The password lacks a condition below.' },
  required: { vi: 'Nhập mật khẩu hiện tại.', en: 'Enter the current password.' },
  go: { vi: 'Đổi mật khẩu', en: 'Change it' },
  forgot: { vi: 'Quên mật khẩu hiện tại', en: 'I forgot the current one' },
  done: { vi: 'Đã đổi mật khẩu', en: 'Password changed' },
})

/** The policy in force (server: authentication.password_shape); the server has the last word. */
const usualRules: PasswordRules = { min: 8, max: 20, needs: ['lower', 'upper', 'digit', 'symbol'] }

const isMet = (password: string): boolean => rulesMet(password, usualRules).every((rule) => rule.isMet)

const useChange = () => {
  const form = useForm({
    rules: changePassword,
    start: { old: '', new: '' },
    words: { old: () => t('required'), new: () => t('unmet') },
    also: ({ new: after }) => (isMet(after) ? [] : [{ field: 'new', code: 'unmet' }]),
  })
  const send = () =>
    void form.send(async () => {
      await ownDeed<typeof ChangePassword>('account.change-password', form.values)
      toast(t('done'))
      navigate('/me', { replace: true })
    })
  return { form, send }
}

/** The server's word about the new password stands beside it; any other refusal stands above. */
const BothPasswords = ({ form, send }: ReturnType<typeof useChange>) => {
  const { refusal } = form
  const isOfNew = refusal !== null && passwordFaults.includes(refusal.code)
  const after = form.of('new')
  return (
    <>
      <FormSummary form={form} />
      {refusal && !isOfNew && <ProblemNotice key={form.sending.refusals} problem={refusal} onRetry={send} />}
      <PasswordField {...form.of('old')} label={t('old')} autocomplete="current-password" />
      <PasswordField
        {...after}
        label={t('new')}
        autocomplete="new-password"
        onValue={(text) => {
          after.onValue(text)
          form.sending.clear()
        }}
        error={isOfNew ? refusal.detail : after.error}
      />
      <PasswordRuleList password={after.value} rules={usualRules} />
    </>
  )
}

export default function PasswordPage() {
  const change = useChange()
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/me')} />}
      action={
        <Button kind="primary" isWide type="submit" form="password-form" isBusy={change.form.sending.isBusy}>
          {t('go')}
        </Button>
      }
    >
      <form
        class="form"
        id="password-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          change.send()
        }}
      >
        <BothPasswords {...change} />
        <Notice isQuiet title={t('effect')} />
      </form>
      <div class="centre">
        <LinkButton kind="quiet" href={hrefTo('/activate/password')}>
          {t('forgot')}
        </LinkButton>
      </div>
    </Screen>
  )
}
