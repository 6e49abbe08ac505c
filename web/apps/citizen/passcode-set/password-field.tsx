// A password field that can be shown, for whoever types on glass.
import './passcode-set.css'
import { useState } from 'preact/hooks'
import { Field, type FieldTexts } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Checkbox } from '../../../ui/switch.tsx'

const t = phrases({ show: { vi: 'Hiện mật khẩu', en: 'Show the password' } })

export const PasswordField = (
  props: FieldTexts & {
    value: string
    onValue: (value: string) => void
    autocomplete: 'current-password' | 'new-password'
    hasSwitch?: boolean
    isShown?: boolean
  },
) => {
  const { hasSwitch = true, isShown, ...field } = props
  const [isOn, show] = useState(false)
  return (
    <div class="password">
      <Field {...field} type={(isShown ?? isOn) ? 'text' : 'password'} maxLength={200} />
      {hasSwitch && <Checkbox id={`${props.id}-show`} label={t('show')} isOn={isOn} onSwitch={show} />}
    </div>
  )
}
