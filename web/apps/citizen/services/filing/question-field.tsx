// One question, put as its kind says.
import { useState } from 'preact/hooks'
import { PersonalNumberField } from '../../../../kit/personal-number-field.tsx'
import { now } from '../../../../ui/clock.ts'
import { Field } from '../../../../ui/field.tsx'
import { dateVN, isoDayVN } from '../../../../ui/format.ts'
import { inLanguage, phrases } from '../../../../ui/phrases.ts'
import { RadioCards } from '../../../../ui/radio-cards.tsx'
import type { FieldPartProps } from './field-part.ts'
import { PeopleField } from './people-field.tsx'
import { PlaceField } from './place-field.tsx'
import { textIn } from './shown-value.ts'
import { SpansField } from './spans-field.tsx'

const t = phrases({
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  today: { vi: 'Hôm nay', en: 'Today' },
  otherDay: { vi: 'Ngày khác', en: 'Another day' },
  which: { vi: 'Ngày nào?', en: 'Which day?' },
  optional: { vi: '{question} (không bắt buộc)', en: '{question} (optional)' },
  person: {
    vi: '12 số, in trên thẻ căn cước của người đó. Người đó được hỏi ý kiến trên máy của mình.',
    en: 'The 12 digits on that person’s identity card. They are asked on their own phone.',
  },
})

const DateField = ({ field, id, error, value, onValue }: FieldPartProps) => {
  const today = isoDayVN(now())
  const [asksToday] = useState(value === today)
  const [isOther, other] = useState(false)
  const label = inLanguage(field.words)
  const hint = hintOf(field)
  const input = (
    <Field
      id={asksToday ? `${id}-other` : id}
      type="date"
      label={asksToday ? t('which') : label}
      hint={asksToday ? undefined : hint}
      error={asksToday ? undefined : error}
      isOptional={!field.isRequired}
      value={textIn(value)}
      onValue={(day) => onValue(day)}
      width_ch={14}
    />
  )
  return asksToday ? (
    <div class="part-field">
      <RadioCards
        name={id}
        legend={label}
        hint={hint}
        error={error}
        choices={[
          { value: 'today', title: t('today'), detail: dateVN(today) },
          { value: 'other', title: t('otherDay') },
        ]}
        value={isOther || value !== today ? 'other' : 'today'}
        onValue={(chosen) => {
          other(chosen === 'other')
          onValue(chosen === 'today' ? today : '', { isWhole: true })
        }}
      />
      {(isOther || value !== today) && input}
    </div>
  ) : (
    input
  )
}

const legendOf = ({ words, isRequired }: FieldPartProps['field']): string =>
  isRequired ? inLanguage(words) : t('optional', { question: inLanguage(words) })
const hintOf = ({ hint }: FieldPartProps['field']): string | undefined =>
  hint ? inLanguage(hint) : undefined

const ChoiceField = ({ field, id, error, value, onValue }: FieldPartProps) => (
  <RadioCards
    name={id}
    legend={legendOf(field)}
    hint={hintOf(field)}
    error={error}
    choices={(field.choices ?? []).map((one) => ({ value: one.value, title: inLanguage(one.words) }))}
    value={textIn(value) || null}
    onValue={(chosen) => onValue(chosen, { isWhole: true })}
  />
)

const YesNoField = ({ field, id, error, value, onValue }: FieldPartProps) => (
  <RadioCards
    name={id}
    legend={legendOf(field)}
    hint={hintOf(field)}
    error={error}
    choices={[
      { value: 'yes', title: t('yes') },
      { value: 'no', title: t('no') },
    ]}
    value={value === true ? 'yes' : value === false ? 'no' : null}
    onValue={(chosen) => onValue(chosen === 'yes', { isWhole: true })}
  />
)

export const QuestionField = (props: FieldPartProps) => {
  const { field, id, error, value, onValue } = props
  const label = inLanguage(field.words)
  const hint = hintOf(field)
  switch (field.kind) {
    case 'choice':
      return <ChoiceField {...props} />
    case 'yes-no':
      return <YesNoField {...props} />
    case 'date':
      return <DateField {...props} />
    case 'place':
      return <PlaceField {...props} />
    case 'person':
      return (
        <PersonalNumberField
          id={id}
          label={label}
          hint={hint ?? t('person')}
          error={error}
          isOptional={!field.isRequired}
          autocomplete="off"
          value={textIn(value)}
          onValue={(digits) => onValue(digits)}
        />
      )
    case 'members':
    case 'relatives':
      return <PeopleField {...props} />
    case 'spans':
      return <SpansField {...props} />
    default:
      return (
        <Field
          id={id}
          label={label}
          hint={hint}
          error={error}
          isOptional={!field.isRequired}
          rows={field.kind === 'long-text' ? 5 : 1}
          maxLength={field.most ?? 500}
          value={textIn(value)}
          onValue={(text) => onValue(text)}
        />
      )
  }
}
