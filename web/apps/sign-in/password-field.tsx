// A password that can be looked at while typing, pasted and filled in by the browser (WCAG 3.3.8).
import { useState } from 'preact/hooks'
import { describedBy, FieldFrame, type FieldTexts } from '../../ui/field.tsx'
import { eye, eyeOff, Icon } from '../../ui/icons.tsx'
import { phrases } from '../../ui/phrases.ts'

const t = phrases({
  show: { vi: 'Hiện mật khẩu', en: 'Show the password' },
  hide: { vi: 'Ẩn mật khẩu', en: 'Hide the password' },
})

export const PasswordField = (props: FieldTexts & { value: string; onValue: (value: string) => void }) => {
  const { id, error, value, onValue } = props
  const [isShown, setShown] = useState(false)
  return (
    <FieldFrame {...props}>
      <div class="password-line">
        <input
          class="input"
          id={id}
          name={id}
          type={(isShown ? 'text' : 'password') as 'text'}
          autocomplete="current-password"
          spellcheck={false}
          autocapitalize="none"
          value={value}
          aria-describedby={describedBy(props)}
          aria-invalid={error ? 'true' : undefined}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        <button
          type="button"
          aria-label={isShown ? t('hide') : t('show')}
          aria-controls={id}
          onClick={() => setShown(!isShown)}
        >
          <Icon of={isShown ? eyeOff : eye} size={22} />
        </button>
      </div>
    </FieldFrame>
  )
}
