// What an act asks: whom, which outcome, which reason; and always why.
import { noteDiscrepancy } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm, type Form } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field, SelectField } from '../../../ui/field.tsx'
import {
  fieldWords,
  reasonWords,
  sourceWords,
  valueWords,
  type Outcome,
  type RefusalReason,
} from '../../../kit/mismatch-words.ts'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { actWords, effectWords, proposedWords } from './act-words.ts'
import { likelyValue, type Act, type MismatchCase } from './mismatch-case.ts'
import { outcomes, reasons, sendAct, sources, type Given } from './send-act.ts'

const t = phrases({
  back: { vi: 'Xem lại', en: 'Look again' },
  why: { vi: 'Vì sao', en: 'Why' },
  whyHint: {
    vi: 'Ít nhất 5 chữ cái. Ghi giấy tờ bạn đã xem. Chỉ đồng nghiệp đọc được.',
    en: '5 letters at least. Name the papers you saw. Only colleagues read it.',
  },
  whyMissing: { vi: 'Ghi vì sao, ít nhất 5 chữ cái.', en: 'Say why, in 5 letters at least.' },
  source: { vi: 'Nguồn cần hỏi', en: 'Source to ask' },
  outcome: { vi: 'Hồ sơ nên kết thúc thế nào?', en: 'How should the case end?' },
  outcomeMissing: { vi: 'Chọn một cách kết thúc.', en: 'Choose an outcome.' },
  correctWhat: {
    vi: 'Cơ sở dữ liệu nhận giá trị đúng bên dưới; giá trị cũ vào lịch sử.',
    en: 'The register takes the value below; the old one goes into the history.',
  },
  exchangeWhat: {
    vi: 'Cơ sở dữ liệu đúng; người dân được mời đổi thẻ.',
    en: 'The register is right; the person is asked to exchange the card.',
  },
  agreesWhat: {
    vi: 'Sai lệch không còn; không có gì phải sửa.',
    en: 'The difference is gone; nothing to correct.',
  },
  cannot: { vi: 'Mục này không sửa trực tiếp được.', en: 'This field cannot be corrected directly.' },
  value: { vi: '{field} đúng', en: 'Right value: {field}' },
  valueHint: { vi: 'Viết như trên giấy tờ gốc.', en: 'Write it as the original paper has it.' },
  date: { vi: 'Ngày/tháng/năm, hoặc chỉ năm.', en: 'Day/month/year, or the year alone.' },
  valueMissing: { vi: 'Nhập giá trị đúng.', en: 'Enter the right value.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: { vi: 'Người dân đọc đúng câu này.', en: 'The person reads this very sentence.' },
  reasonMissing: { vi: 'Chọn một lý do.', en: 'Choose a reason.' },
})

type ActFields = 'note' | 'source' | 'outcome' | 'value' | 'reason'
type ActValues = Readonly<Record<ActFields, string>>

const faultsBeside = (act: Act, { outcome, value, reason }: ActValues) => [
  ...(act === 'propose' && outcome === '' ? [{ field: 'outcome', code: 'required' }] : []),
  ...(act === 'propose' && outcome === 'register-corrected' && value.trim() === ''
    ? [{ field: 'value', code: 'required' }]
    : []),
  ...(act === 'refuse' && reason === '' ? [{ field: 'reason', code: 'required' }] : []),
]

const isNothing = (code: string): boolean => code === 'required' || code === 'too_small'

const useAct = (act: Act, found: MismatchCase) => {
  const likely = likelyValue(found)
  return useForm<ActFields>({
    rules: noteDiscrepancy,
    start: {
      note: '',
      source: 'civil-status',
      outcome: '',
      value: found.field === 'sex' ? likely : valueWords(found.field, likely || null),
      reason: '',
    },
    ids: {
      note: 'act-note',
      source: 'ask-source',
      outcome: 'outcome',
      value: 'right-value',
      reason: 'refuse-reason',
    },
    words: {
      note: (code) => (isNothing(code) ? t('whyMissing') : undefined),
      outcome: () => t('outcomeMissing'),
      value: (code) => (isNothing(code) ? t('valueMissing') : undefined),
      reason: () => t('reasonMissing'),
    },
    also: (values) => faultsBeside(act, values),
  })
}

const givenOf = (values: ActValues): Given => ({
  note: values.note.trim(),
  value: values.value.trim(),
  source: sources.find((source) => source === values.source) ?? 'civil-status',
  outcome: outcomes.find((outcome) => outcome === values.outcome) ?? null,
  reason: reasons.find((reason) => reason === values.reason) ?? null,
})

const Value = ({ found, form }: { found: MismatchCase; form: Form<ActFields> }) => {
  const label = t('value', { field: fieldWords(found.field) })
  return found.field === 'sex' ? (
    <SelectField
      {...form.of('value')}
      label={label}
      options={(['male', 'female'] as const).map((value) => ({ value, label: valueWords('sex', value) }))}
    />
  ) : (
    <Field
      {...form.of('value')}
      label={label}
      hint={found.field === 'birthDate' ? t('date') : t('valueHint')}
      maxLength={300}
    />
  )
}

const Outcomes = ({ found, form }: { found: MismatchCase; form: Form<ActFields> }) => (
  <>
    <RadioCards<Outcome>
      name="outcome"
      legend={t('outcome')}
      error={form.of('outcome').error}
      value={givenOf(form.values).outcome}
      onValue={(outcome) => form.set({ outcome })}
      choices={[
        {
          value: 'register-corrected',
          title: proposedWords('register-corrected'),
          detail: found.isCorrectable ? t('correctWhat') : t('cannot'),
          isDisabled: !found.isCorrectable,
        },
        { value: 'card-to-exchange', title: proposedWords('card-to-exchange'), detail: t('exchangeWhat') },
        { value: 'agrees-now', title: proposedWords('agrees-now'), detail: t('agreesWhat') },
      ]}
    />
    {form.values.outcome === 'register-corrected' && <Value found={found} form={form} />}
  </>
)

/** What only this act asks, or shows once more. */
const Asked = ({ act, found, form }: { act: Act; found: MismatchCase; form: Form<ActFields> }) => {
  const { field, proposal } = found
  if (act === 'confirm' && proposal) {
    return (
      <p>
        <b>{proposedWords(proposal.outcome)}</b>
        {proposal.value !== null && `: ${fieldWords(field)} → ${valueWords(field, proposal.value)}`}
      </p>
    )
  }
  if (act === 'ask') {
    return (
      <SelectField
        {...form.of('source')}
        label={t('source')}
        options={sources.map((value) => ({ value, label: sourceWords(value) }))}
      />
    )
  }
  if (act === 'propose') {
    return <Outcomes found={found} form={form} />
  }
  return act === 'refuse' ? (
    <RadioCards<RefusalReason>
      name="refuse-reason"
      legend={t('reason')}
      hint={t('reasonHint')}
      error={form.of('reason').error}
      value={givenOf(form.values).reason}
      onValue={(reason) => form.set({ reason })}
      choices={reasons.map((value) => ({ value, title: reasonWords(value) }))}
    />
  ) : null
}

export const ActForm = ({
  found,
  act,
  onClose,
  onDone,
}: {
  found: MismatchCase
  act: Act
  onClose: () => void
  onDone: (after: MismatchCase, act: Act) => void
}) => {
  const form = useAct(act, found)
  const go = () =>
    void form.send(async () => onDone(await orSignIn(sendAct(found, act, givenOf(form.values))), act))
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <FormSummary form={form} />
      <Refusal problem={form.refusal} onRetry={go} />
      <p>{effectWords(act)}</p>
      <Asked act={act} found={found} form={form} />
      <Field {...form.of('note')} label={t('why')} hint={t('whyHint')} rows={3} maxLength={500} />
      <div class="search-acts">
        <Button onPress={onClose}>{t('back')}</Button>
        <Button kind={act === 'refuse' ? 'danger' : 'primary'} type="submit" isBusy={form.sending.isBusy}>
          {actWords(act)}
        </Button>
      </div>
    </form>
  )
}
