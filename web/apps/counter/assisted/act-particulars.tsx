// What the chosen act needs to be asked for; most need nothing.
import type { Form } from '../../../kit/form.tsx'
import { fieldWords, valueWords } from '../../../kit/mismatch-words.ts'
import { Field, SelectField } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { kindOf, reportedFields, type DraftFields } from './act-draft.ts'

const t = phrases({
  reference: { vi: 'Mã hồ sơ', en: 'Reference' },
  referenceHint: {
    vi: 'Dạng SEN-XXXX-XXXX-X, trong tin nhắn hoặc giấy hẹn.',
    en: 'As SEN-XXXX-XXXX-X, in the message or on the slip.',
  },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  field: { vi: 'Mục bị ghi sai', en: 'The wrong field' },
  value: { vi: 'Giá trị đúng', en: 'The right value' },
  valueHint: { vi: 'Như bác nói, theo giấy tờ gốc.', en: 'As she says, by her original papers.' },
})

type ActForm = Form<DraftFields>

const Language = ({ form }: { form: ActForm }) => (
  <RadioCards<'vi' | 'en'>
    name="act-language"
    look="tiles"
    legend={t('language')}
    value={form.values.language === 'en' ? 'en' : 'vi'}
    onValue={(language) => form.set({ language })}
    choices={[
      { value: 'vi', title: 'Tiếng Việt' },
      { value: 'en', title: 'English' },
    ]}
  />
)

const Mismatch = ({ form }: { form: ActForm }) => (
  <>
    <SelectField
      {...form.of('field')}
      label={t('field')}
      onValue={(field) => form.set({ field, value: field === 'sex' ? 'female' : '' })}
      options={reportedFields.map((value) => ({ value, label: fieldWords(value) }))}
    />
    {form.values.field === 'sex' ? (
      <SelectField
        {...form.of('value')}
        label={t('value')}
        options={(['female', 'male'] as const).map((value) => ({ value, label: valueWords('sex', value) }))}
      />
    ) : (
      <Field {...form.of('value')} label={t('value')} hint={t('valueHint')} maxLength={300} />
    )}
  </>
)

export const Particulars = ({ form }: { form: ActForm }) => {
  switch (kindOf(form.values)) {
    case 'dossier-state':
      return (
        <Field
          {...form.of('reference')}
          label={t('reference')}
          hint={t('referenceHint')}
          width_ch={20}
          maxLength={24}
        />
      )
    case 'set-language':
      return <Language form={form} />
    case 'report-mismatch':
      return <Mismatch form={form} />
    default:
      return null
  }
}
