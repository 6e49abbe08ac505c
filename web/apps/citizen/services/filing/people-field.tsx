// Who of her household goes along; and what each is to the head of the household from then on.
import './filing.css'
import '../../../../ui/card.css'
import '../../../../ui/field.css'
import '../../../../ui/radio-cards.css'
import { useFault } from '../../../../ui/attention.tsx'
import { SelectField } from '../../../../ui/field.tsx'
import { alert, Icon } from '../../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../../ui/phrases.ts'
import { isPlain } from './filing-parts.ts'
import type { FieldPartProps } from './field-part.ts'
import { listIn, relationCodes, relationToHead, textIn } from './shown-value.ts'

const t = phrases({
  alone: {
    vi: 'Dữ liệu dân cư chỉ ghi một mình bạn trong hộ.',
    en: 'The register has nobody else in your household.',
  },
  relation: { vi: '{name} là gì của chủ hộ mới?', en: 'What is {name} to the new head?' },
  choose: { vi: 'Chọn', en: 'Choose' },
})

interface Chosen {
  readonly number: string
  readonly relation: string
}

const chosenIn = (value: unknown): readonly Chosen[] =>
  listIn(value).map((one) =>
    isPlain(one)
      ? { number: textIn(one['number']), relation: textIn(one['relation']) }
      : { number: textIn(one), relation: '' },
  )

export const PeopleField = ({ field, id, error, value, onValue }: FieldPartProps) => {
  const label = inLanguage(field.words)
  useFault(label, error)
  const people = field.choices ?? []
  const chosen = chosenIn(value)
  const isOfRelatives = field.kind === 'relatives'
  const say = (all: readonly Chosen[]) =>
    onValue(isOfRelatives ? all : all.map(({ number }) => number), { isWhole: true })
  const turn = (number: string, isOn: boolean) =>
    say(isOn ? [...chosen, { number, relation: '' }] : chosen.filter((one) => one.number !== number))
  return (
    <fieldset class={`ticked${error ? ' has-error' : ''}`} id={`${id}-all`}>
      <legend>{label}</legend>
      {field.hint && <p class="field-hint">{inLanguage(field.hint)}</p>}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon of={alert} size={18} />
          {error}
        </p>
      )}
      {people.length === 0 && <p class="quiet">{t('alone')}</p>}
      <div>
        {people.map(({ value: number, words }, at) => {
          const own = chosen.find((one) => one.number === number)
          const name = inLanguage(words)
          return (
            <div key={number} class="part-field">
              <label class="choice">
                <input
                  id={at === 0 ? id : undefined}
                  type="checkbox"
                  checked={own !== undefined}
                  aria-describedby={error && at === 0 ? `${id}-error` : undefined}
                  onChange={(event) => turn(number, event.currentTarget.checked)}
                />
                <span class="row-text">
                  <span>{name}</span>
                </span>
              </label>
              {isOfRelatives && own && (
                <SelectField
                  id={`${id}-${at}-relation`}
                  label={t('relation', { name })}
                  value={own.relation}
                  onValue={(relation) =>
                    say(chosen.map((one) => (one.number === number ? { number, relation } : one)))
                  }
                  options={[
                    { value: '', label: t('choose') },
                    ...relationCodes.map((code) => ({ value: code, label: relationToHead(code) })),
                  ]}
                />
              )}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
