// Each point in which she says otherwise than the register: which field, and what she says.
import { FormSummary, type Form } from '../../../kit/form.tsx'
import { valueWords } from '../../../kit/mismatch-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field, SelectField } from '../../../ui/field.tsx'
import { pencil, plus, trash } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { fieldWords } from '../words/chip-words.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { CardApplication } from './card-words.ts'
import { changedName, useChanges, type ChangedName } from './changes-form.ts'

const t = phrases({
  changes: { vi: 'Người dân nói khác', en: 'The person says otherwise' },
  changesWhy: {
    vi: 'Mỗi điểm khác thành một hồ sơ sai lệch có hạn trả; thẻ được in khi hồ sơ đó kết thúc. Để trống nếu mọi thứ đúng.',
    en: 'Each difference becomes a mismatch case with its due date; the card is printed when it has ended. Leave it empty when all is right.',
  },
  field: { vi: 'Mục', en: 'Field' },
  value: { vi: 'Người dân nói', en: 'The person says' },
  choose: { vi: 'Chọn', en: 'Choose' },
  add: { vi: 'Thêm điểm khác', en: 'Add a difference' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  save: { vi: 'Lưu thay đổi', en: 'Keep the changes' },
  register: { vi: 'CSDL: {value}', en: 'Register: {value}' },
  same: { vi: 'Như trong CSDL', en: 'As in the register' },
  dateHint: { vi: 'Ví dụ 20/08/1958', en: 'Such as 20/08/1958' },
})

type Kept = CardApplication['changes'][number]

const hintOf = (field: ChangedName, kept: Kept | undefined): string | undefined => {
  if (kept) {
    return kept.differs
      ? t('register', { value: kept.register === null ? '–' : valueWords(field, kept.register) })
      : t('same')
  }
  return field === 'birthDate' ? t('dateHint') : undefined
}

const Said = ({ form, field, hint }: { form: Form<ChangedName>; field: ChangedName; hint?: string }) =>
  field === 'sex' ? (
    <SelectField
      {...form.of(field)}
      label={t('value')}
      hint={hint}
      options={[
        { value: '', label: t('choose') },
        ...(['male', 'female'] as const).map((value) => ({ value, label: valueWords('sex', value) })),
      ]}
    />
  ) : (
    <Field {...form.of(field)} label={t('value')} hint={hint} maxLength={300} />
  )

const Change = ({
  field,
  at,
  kept,
  changes: { form, choicesFor, rename, remove },
}: {
  field: ChangedName
  at: number
  kept: Kept | undefined
  changes: ReturnType<typeof useChanges>
}) => (
  <div class="card-change">
    <SelectField
      id={`change-${at}`}
      label={t('field')}
      value={field}
      options={choicesFor(field).map((one) => ({ value: one, label: fieldWords(one) }))}
      onValue={(to) => rename(field, changedName(to) ?? field)}
    />
    <Said form={form} field={field} hint={hintOf(field, kept)} />
    <Button size="small" icon={trash} onPress={() => remove(field)}>
      {t('remove')}
    </Button>
  </div>
)

export const ChangesCard = ({ app }: { app: CardApplication }) => {
  const changes = useChanges(app.changes)
  const { form, names, free, isKept, add, save } = changes
  return (
    <Card title={t('changes')} icon={pencil}>
      <p class="quiet">{t('changesWhy')}</p>
      <FormSummary form={form} />
      <Refusal problem={form.refusal} />
      <div class="card-changes">
        {names.map((field, at) => (
          <Change
            key={at}
            field={field}
            at={at}
            kept={app.changes.find((one) => one.field === field)}
            changes={changes}
          />
        ))}
      </div>
      <div class="card-acts">
        {free.length > 0 && (
          <Button size="small" icon={plus} onPress={add}>
            {t('add')}
          </Button>
        )}
        {!isKept && (
          <Button size="small" kind="primary" isBusy={form.sending.isBusy} onPress={save}>
            {t('save')}
          </Button>
        )}
      </div>
    </Card>
  )
}
