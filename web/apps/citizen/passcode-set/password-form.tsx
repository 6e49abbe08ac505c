// A new password: the field, the conditions ticked off while one types, the server's word on the last one.
// The page's own button submits the form.
import { focusField } from '../../../ui/attention.tsx'
import { useEffect, useState } from 'preact/hooks'
import type { Press } from '../../../client/press.ts'
import { phrases } from '../../../ui/phrases.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { PasswordField } from './password-field.tsx'
import { PasswordRuleList, rulesMet, type PasswordRules } from './password-rules.tsx'

const t = phrases({
  password: { vi: 'Mật khẩu mới', en: 'New password' },
  hint: {
    vi: 'Dùng để đăng nhập các trang dịch vụ và khi đổi máy.',
    en: 'For signing in to services, and when you change phones.',
  },
  unmet: { vi: 'Mật khẩu còn thiếu điều kiện bên dưới.', en: 'The password lacks a condition below.' },
})

/** Refusals that are about the password itself. */
export const passwordFaults: readonly string[] = ['password.weak', 'password.own-data', 'password.breached']

/** `sending`: the deed that judges or takes the password; its refusal stands here. */
export const PasswordForm = ({
  formId,
  rules,
  sending,
  onPassword,
}: {
  formId: string
  rules: PasswordRules
  sending: Press
  onPassword: (password: string) => void
}) => {
  const [password, setPassword] = useState('')
  const [isUnmet, setUnmet] = useState(false)
  const refusal = sending.problem
  const isOwn = refusal !== null && passwordFaults.includes(refusal.code)
  useEffect(() => {
    if (isOwn) {
      focusField('password')
    }
  }, [isOwn, sending.refusals])
  const send = () => {
    const isMet = rulesMet(password, rules).every((rule) => rule.isMet)
    setUnmet(!isMet)
    if (isMet) {
      onPassword(password)
    } else {
      focusField('password')
    }
  }
  const error = isUnmet ? t('unmet') : isOwn ? refusal.detail : undefined
  return (
    <form
      class="form"
      id={formId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {refusal && !isOwn && <ProblemNotice key={sending.refusals} problem={refusal} onRetry={send} />}
      <PasswordField
        id="password"
        label={t('password')}
        hint={t('hint')}
        autocomplete="new-password"
        value={password}
        error={error}
        onValue={(text) => {
          setPassword(text)
          setUnmet(false)
        }}
      />
      <PasswordRuleList password={password} rules={rules} />
    </form>
  )
}
