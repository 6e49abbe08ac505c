// The conditions of a password, ticked off while one types. The server's policy says which
// (contract/activation.ts, passwordRules).
import './passcode-set.css'
import type { passwordRules } from '../../../../contract/activation.ts'
import { passwordClasses } from '../../../../formats/password-classes.ts'
import type { z } from 'zod'
import { check, Icon, minus } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'

export type PasswordRules = z.infer<typeof passwordRules>

const t = phrases({
  title: { vi: 'Mật khẩu cần có', en: 'The password needs' },
  length: { vi: 'Từ {min} đến {max} ký tự', en: '{min} to {max} characters' },
  lower: { vi: 'Một chữ thường (a–z)', en: 'A lower-case letter (a–z)' },
  upper: { vi: 'Một chữ hoa (A–Z)', en: 'A capital letter (A–Z)' },
  digit: { vi: 'Một chữ số', en: 'A digit' },
  symbol: { vi: 'Một ký tự đặc biệt, ví dụ ! @ #', en: 'A sign such as ! @ #' },
  met: { vi: 'đã đạt', en: 'met' },
  open: { vi: 'chưa đạt', en: 'not yet' },
})

export const rulesMet = (password: string, rules: PasswordRules): { text: string; isMet: boolean }[] => {
  // As it is hashed.
  const whole = password.normalize('NFC')
  const length = [...whole].length
  return [
    {
      text: t('length', { min: rules.min, max: rules.max }),
      isMet: length >= rules.min && length <= rules.max,
    },
    ...rules.needs.map((need) => ({ text: t(need), isMet: passwordClasses[need].test(whole) })),
  ]
}

export const PasswordRuleList = ({ password, rules }: { password: string; rules: PasswordRules }) => (
  <div class="password-rules">
    <p>{t('title')}</p>
    <ul>
      {rulesMet(password, rules).map(({ text, isMet }) => (
        <li key={text} class={isMet ? 'is-met' : ''}>
          <Icon of={isMet ? check : minus} size={18} />
          <span>
            {text}
            <span class="unseen">, {isMet ? t('met') : t('open')}</span>
          </span>
        </li>
      ))}
    </ul>
  </div>
)
