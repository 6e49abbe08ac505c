// Label, hint, error and one input, wired together. The error stands in the description of the input, in the
// same words as in the summary.
import { useFault } from './attention.tsx'
import './field.css'
import type { ComponentChildren } from 'preact'
import { cx } from './class-names.ts'
import { alert, Icon } from './icons.tsx'
import { phrases } from './phrases.ts'

export type FieldTexts = {
  id: string
  label: string
  hint?: ComponentChildren
  error?: string
  isOptional?: boolean
}
export type FieldProps = FieldTexts & {
  value: string
  onValue: (value: string) => void
  type?: 'text' | 'tel' | 'email' | 'search' | 'date' | 'password' | 'number' | 'url'
  name?: string
  inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search' | 'decimal'
  autocomplete?: string
  maxLength?: number
  isRequired?: boolean
  isDisabled?: boolean
  /** More than 1 makes a text area. */
  rows?: number
  /** Width in characters; full width without. */
  width_ch?: number
  suffix?: string
  /** What the browser offers below; another text may be typed. */
  suggestions?: readonly string[]
}

const t = phrases({ optional: { vi: 'không bắt buộc', en: 'optional' }, error: { vi: 'Lỗi', en: 'Error' } })

/** The ids an input names in aria-describedby. */
export const describedBy = ({
  id,
  hint,
  error,
}: Pick<FieldTexts, 'id' | 'hint' | 'error'>): string | undefined =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined

/** The frame around any input: use it to build further fields. */
export const FieldFrame = ({
  id,
  label,
  hint,
  error,
  isOptional,
  children,
}: FieldTexts & { children: ComponentChildren }) => {
  useFault(label, error)
  return (
    <div class={cx('field', error && 'has-error')}>
      <label for={id}>
        {label}
        {isOptional && <span class="field-optional"> ({t('optional')})</span>}
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon of={alert} size={18} />
          <span>
            <span class="unseen">{t('error')}: </span>
            {error}
          </span>
        </p>
      )}
      {children}
    </div>
  )
}

export const Field = (props: FieldProps) => {
  const {
    id,
    error,
    value,
    onValue,
    type = 'text',
    name = id,
    rows = 1,
    width_ch,
    suffix,
    maxLength,
    inputMode,
    autocomplete,
    isRequired,
    isDisabled,
    suggestions,
  } = props
  const common = {
    id,
    name,
    value,
    maxLength,
    inputMode,
    required: isRequired,
    disabled: isDisabled,
    class: 'input',
    'aria-describedby': describedBy(props),
    'aria-invalid': error ? ('true' as const) : undefined,
  }
  return (
    <FieldFrame {...props}>
      {rows > 1 ? (
        <textarea {...common} rows={rows} onInput={(e) => onValue(e.currentTarget.value)} />
      ) : (
        <div class="input-line">
          <input
            {...common}
            type={type as 'text'}
            list={suggestions ? `${id}-suggestions` : undefined}
            autocomplete={autocomplete ?? 'off'}
            style={width_ch ? `max-width:${width_ch + 4}ch` : undefined}
            onInput={(e) => onValue(e.currentTarget.value)}
          />
          {suffix && <span>{suffix}</span>}
          {suggestions && (
            <datalist id={`${id}-suggestions`}>
              {suggestions.map((text) => (
                <option key={text} value={text} />
              ))}
            </datalist>
          )}
        </div>
      )}
    </FieldFrame>
  )
}

/** The browser's own list; `options` with an empty value first when nothing may be chosen yet. */
export const SelectField = (
  props: FieldTexts & {
    value: string
    onValue: (value: string) => void
    options: readonly { value: string; label: string }[]
    isRequired?: boolean
  },
) => {
  const { id, error, value, onValue, options, isRequired } = props
  return (
    <FieldFrame {...props}>
      <select
        class="input"
        id={id}
        name={id}
        value={value}
        required={isRequired}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? 'true' : undefined}
        onChange={(e) => onValue(e.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
