// On or off, at once. A native checkbox underneath; the whole row is the target.
import './card.css'
import './field.css'
import './switch.css'
import type { ComponentChildren } from 'preact'
import { useFault } from './attention.tsx'

export type SwitchProps = {
  label: ComponentChildren
  detail?: ComponentChildren
  isOn: boolean
  onSwitch: (isOn: boolean) => void
  isDisabled?: boolean
  name?: string
  isValue?: boolean
}

/** `isValue` as in `<Row>`: small label over a strong detail. */
export const Switch = ({ label, detail, isOn, onSwitch, isDisabled, name, isValue }: SwitchProps) => (
  <label class="row switch">
    <span class="row-line">
      <span class={`row-text${isValue ? ' row-value' : ''}`}>
        <span>{label}</span>
        {detail !== undefined && <small>{detail}</small>}
      </span>
      <input
        type="checkbox"
        role="switch"
        name={name}
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </span>
  </label>
)

/** A tick in words, for consent and declarations. */
export const Checkbox = ({
  id,
  label,
  detail,
  isOn,
  onSwitch,
  error,
}: {
  id: string
  label: ComponentChildren
  detail?: ComponentChildren
  isOn: boolean
  onSwitch: (isOn: boolean) => void
  error?: string
}) => {
  useFault(typeof label === 'string' ? label : undefined, error)
  return (
    <div class={`field${error ? ' has-error' : ''}`}>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <label class="checkbox">
        <input
          id={id}
          type="checkbox"
          checked={isOn}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
        <span>
          {label}
          {detail && <small>{detail}</small>}
        </span>
      </label>
    </div>
  )
}
