// Step 3: what will stand on the card, what she says is otherwise than the register has it, and the receipt
// of the fee.
import { useState } from 'preact/hooks'
import { noteCardFee } from '../../../client/counter-form-rules.ts'
import { usePress } from '../../../client/press.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { Field, SelectField } from '../../../ui/field.tsx'
import { dateVN, moneyVN } from '../../../ui/format.ts'
import { card, check, pencil, plus, trash, wallet } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { fieldWords } from '../words/chip-words.ts'
import { Verdict } from '../evidence/verdict.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { act } from './application.ts'
import type { CardApplication } from './card-words.ts'

const t = phrases({
  title: { vi: 'Thông tin sẽ in trên thẻ', en: 'What will stand on the card' },
  fromRegister: {
    vi: 'Lấy từ cơ sở dữ liệu lúc in. Đọc cho người dân nghe từng mục.',
    en: 'Taken from the register when it is printed. Read each to the person.',
  },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  changes: { vi: 'Người dân nói khác', en: 'The person says otherwise' },
  changesWhy: {
    vi: 'Mỗi điểm khác thành một hồ sơ sai lệch có hạn trả; thẻ được in khi hồ sơ đó kết thúc. Để trống nếu mọi thứ đúng.',
    en: 'Each difference becomes a mismatch case with its due date; the card is printed when it has ended. Leave it empty when all is right.',
  },
  field: { vi: 'Mục', en: 'Field' },
  value: { vi: 'Người dân nói', en: 'The person says' },
  valueMissing: { vi: 'Nhập điều người dân nói.', en: 'Enter what the person says.' },
  add: { vi: 'Thêm điểm khác', en: 'Add a difference' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  save: { vi: 'Lưu thay đổi', en: 'Keep the changes' },
  register: { vi: 'CSDL: {value}', en: 'Register: {value}' },
  same: { vi: 'Như trong CSDL', en: 'As in the register' },
  fee: { vi: 'Lệ phí', en: 'Fee' },
  feeWhat: {
    vi: 'Thu {amount} theo loại hồ sơ và lý do, rồi nhập số biên lai.',
    en: "Take {amount} for this kind and reason, then enter the receipt's number.",
  },
  receipt: { vi: 'Số biên lai', en: 'Number of the receipt' },
  receiptMissing: {
    vi: 'Nhập số biên lai, ít nhất 3 ký tự.',
    en: 'Enter the number, 3 characters at least.',
  },
  noted: { vi: 'Đã thu lệ phí', en: 'Fee received' },
  notedWhy: { vi: 'Biên lai {receipt}, {amount}.', en: 'Receipt {receipt}, {amount}.' },
  note: { vi: 'Ghi biên lai', en: 'Note the receipt' },
  sexHint: { vi: 'male hoặc female', en: 'male or female' },
  dateHint: { vi: 'Ví dụ 20/08/1958', en: 'Such as 20/08/1958' },
})

const fields = [
  'fullName',
  'birthDate',
  'sex',
  'residence',
  'hometown',
  'ethnicity',
  'religion',
  'nationality',
  'oldNumber',
] as const
type ChangedName = (typeof fields)[number]
type Draft = { field: ChangedName; value: string }

const Facts = ({ app: { register, wouldExpireOn } }: { app: CardApplication }) =>
  register && (
    <>
      <p class="quiet">{t('fromRegister')}</p>
      <DataPairs
        columns={2}
        pairs={[
          { label: fieldWords('fullName'), value: register.fullName },
          { label: fieldWords('birthDate'), value: dateVN(register.birthDate) },
          { label: fieldWords('sex'), value: t(register.sex === 'male' ? 'male' : 'female') },
          { label: fieldWords('residence'), value: register.residence ?? '–' },
          { label: fieldWords('expiresOn'), value: wouldExpireOn ? dateVN(wouldExpireOn) : '–' },
        ]}
      />
    </>
  )

const hintOf = (field: ChangedName): string | undefined =>
  field === 'sex' ? t('sexHint') : field === 'birthDate' ? t('dateHint') : undefined

const Change = ({
  at,
  draft: { field, value },
  kept,
  choices,
  isTried,
  onChange,
  onRemove,
}: {
  at: number
  draft: Draft
  kept: CardApplication['changes'][number] | undefined
  choices: readonly ChangedName[]
  isTried: boolean
  onChange: (change: Partial<Draft>) => void
  onRemove: () => void
}) => (
  <div class="card-change">
    <SelectField
      id={`change-${at}`}
      label={t('field')}
      value={field}
      options={choices.map((one) => ({ value: one, label: fieldWords(one) }))}
      onValue={(to) => onChange({ field: to as ChangedName })}
    />
    <Field
      id={`change-value-${at}`}
      label={t('value')}
      hint={
        kept ? (kept.differs ? t('register', { value: kept.register ?? '–' }) : t('same')) : hintOf(field)
      }
      maxLength={300}
      value={value}
      onValue={(to) => onChange({ value: to })}
      error={isTried && value.trim() === '' ? t('valueMissing') : undefined}
    />
    <Button size="small" icon={trash} onPress={onRemove}>
      {t('remove')}
    </Button>
  </div>
)

const isSame = (drafts: readonly Draft[], changes: CardApplication['changes']): boolean =>
  JSON.stringify(drafts.map(({ field, value }) => [field, value.trim()])) ===
  JSON.stringify(changes.map(({ field, value }) => [field, value]))

type ChangesProps = {
  app: CardApplication
  drafts: readonly Draft[]
  onDrafts: (drafts: readonly Draft[]) => void
}

const useChanges = ({ drafts, onDrafts }: ChangesProps) => {
  const [isTried, setTried] = useState(false)
  const saving = usePress()
  const taken = drafts.map(({ field }) => field)
  const free = fields.filter((field) => !taken.includes(field))
  const add = () => {
    setTried(false)
    onDrafts([...drafts, ...free.slice(0, 1).map((field) => ({ field, value: '' }))])
  }
  const save = () => {
    setTried(true)
    if (drafts.some(({ value }) => value.trim() === '')) {
      return
    }
    void saving.press(async () => {
      const after = await act('card.changes', {
        changes: drafts.map(({ field, value }) => ({ field, value: value.trim() })),
      })
      onDrafts(after.changes.map(({ field, value }) => ({ field, value })))
    })
  }
  return { isTried, saving, free, add, save }
}

const Changes = (props: ChangesProps) => {
  const { app, drafts, onDrafts } = props
  const { isTried, saving, free, add, save } = useChanges(props)
  return (
    <Card title={t('changes')} icon={pencil}>
      <p class="quiet">{t('changesWhy')}</p>
      <Refusal problem={saving.problem} />
      <div class="card-changes">
        {drafts.map((draft, at) => (
          <Change
            key={draft.field}
            at={at}
            draft={draft}
            kept={app.changes.find(({ field }) => field === draft.field)}
            choices={fields.filter((field) => field === draft.field || free.includes(field))}
            isTried={isTried}
            onChange={(change) => onDrafts(drafts.map((one, i) => (i === at ? { ...one, ...change } : one)))}
            onRemove={() => onDrafts(drafts.filter((_, i) => i !== at))}
          />
        ))}
      </div>
      <div class="card-acts">
        {free.length > 0 && (
          <Button size="small" icon={plus} onPress={add}>
            {t('add')}
          </Button>
        )}
        {!isSame(drafts, app.changes) && (
          <Button size="small" kind="primary" isBusy={saving.isBusy} onPress={save}>
            {t('save')}
          </Button>
        )}
      </div>
    </Card>
  )
}

const FeeForm = ({ amount }: { amount: string }) => {
  const form = useForm({
    rules: noteCardFee,
    start: { receipt: '' },
    words: { receipt: () => t('receiptMissing') },
  })
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.send(async () => {
          await act('card.fee', { receipt: form.values.receipt.trim() })
        })
      }}
    >
      <Notice isQuiet>{t('feeWhat', { amount })}</Notice>
      <FormSummary form={form} />
      <Refusal problem={form.refusal} />
      <Field {...form.of('receipt')} label={t('receipt')} maxLength={40} width_ch={16} />
      <Button type="submit" icon={check} class="step-inner" isBusy={form.sending.isBusy}>
        {t('note')}
      </Button>
    </form>
  )
}

const Fee = ({ app }: { app: CardApplication }) => {
  const amount = moneyVN(app.fee_vnd)
  return (
    <Card title={t('fee')} icon={wallet}>
      {app.feeReceipt ? (
        <Verdict tone="ok" title={t('noted')}>
          {t('notedWhy', { receipt: app.feeReceipt, amount })}
        </Verdict>
      ) : (
        <FeeForm amount={amount} />
      )}
    </Card>
  )
}

export const FactsPart = ({ app }: { app: CardApplication }) => {
  const [drafts, setDrafts] = useState<readonly Draft[]>(
    app.changes.map(({ field, value }) => ({ field, value })),
  )
  return (
    <>
      <Card title={t('title')} icon={card}>
        <Facts app={app} />
      </Card>
      <Changes app={app} drafts={drafts} onDrafts={setDrafts} />
      {app.fee_vnd > 0 && <Fee app={app} />}
    </>
  )
}
