// One of a few, each with its consequence in a line. Native radios: arrows move, the choice is read out.
import './card.css'
import './field.css'
import './radio-cards.css'
import type { ComponentChildren } from 'preact'
import { useFault } from './attention.tsx'
import { cx } from './class-names.ts'
import { alert, Icon } from './icons.tsx'

type Choice<V extends string> = {
  value: V
  title: string
  detail?: ComponentChildren
  icon?: string
  end?: ComponentChildren
  isDisabled?: boolean
}
export type RadioCardsProps<V extends string> = {
  name: string
  legend: string
  hint?: string
  error?: string
  choices: readonly Choice<V>[]
  value: V | null
  onValue: (value: V) => void
  /** 'tiles' puts them side by side, big and centred: for numbers to recognise, sizes, languages. */
  look?: 'list' | 'tiles'
  isLegendUnseen?: boolean
}

export const RadioCards = <V extends string>({
  name,
  legend,
  hint,
  error,
  choices,
  value,
  onValue,
  look = 'list',
  isLegendUnseen,
}: RadioCardsProps<V>) => {
  useFault(legend, error)
  return (
    <fieldset
      class={cx('choices', `choices-${look}`, error && 'has-error')}
      aria-describedby={hint ? `${name}-hint` : undefined}
    >
      <legend class={isLegendUnseen ? 'unseen' : ''}>{legend}</legend>
      {hint && (
        <p class="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${name}-error`}>
          <Icon of={alert} size={18} />
          {error}
        </p>
      )}
      <div>
        {choices.map((choice, i) => (
          <label key={choice.value} class="choice">
            <input
              id={i ? undefined : name}
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.isDisabled}
              aria-describedby={error && !i ? `${name}-error` : undefined}
              onChange={() => onValue(choice.value)}
            />
            {choice.icon && <Icon of={choice.icon} size={22} />}
            <span class="row-text">
              <span>{choice.title}</span>
              {choice.detail && <small>{choice.detail}</small>}
            </span>
            {choice.end}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
