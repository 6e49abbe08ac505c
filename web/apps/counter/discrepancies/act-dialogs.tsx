// What an officer does with a case: a note, a question, a proposal, a refusal, the second word. Each says
// what it does to the person and asks why.
import { useState } from 'preact/hooks'
import { deed } from '../../../client/call.ts'
import { faultsOf } from '../../../client/faults.ts'
import type { Press } from '../../../client/press.ts'
import type {
  AskDiscrepancy,
  ConfirmDiscrepancy,
  NoteDiscrepancy,
  ProposeDiscrepancy,
  RefuseDiscrepancy,
} from '../../../../contract/discrepancy.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field, SelectField } from '../../../ui/field.tsx'
import {
  fieldWords,
  reasonWords,
  sourceWords,
  valueWords,
  type Outcome,
  type RefusalReason,
  type Source,
} from '../../../kit/mismatch-words.ts'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { likelyValue, type Act, type MismatchCase } from './mismatch-case.ts'

const titles = phrases({
  note: { vi: 'Ghi chú', en: 'Make a note' },
  ask: { vi: 'Hỏi nơi giữ nguồn', en: 'Ask the keeper of a source' },
  propose: { vi: 'Đề xuất cách giải quyết', en: 'Propose an outcome' },
  refuse: { vi: 'Không chấp nhận', en: 'Refuse' },
  confirm: { vi: 'Xác nhận đề xuất', en: 'Confirm the proposal' },
  'send-back': { vi: 'Gửi trả để xem lại', en: 'Send back' },
})
const effects = phrases({
  note: {
    vi: 'Chỉ đồng nghiệp đọc được ghi chú. Hạn trả không đổi.',
    en: 'Only colleagues read it. The due date stays.',
  },
  ask: {
    vi: 'Hồ sơ chuyển sang chờ; hạn trả vẫn chạy. Người dân thấy rằng nguồn đang được hỏi.',
    en: 'The case waits; its due date runs on. The person sees that a source was asked.',
  },
  propose: {
    vi: 'Chưa có gì thay đổi cho đến khi một cán bộ khác xác nhận.',
    en: 'Nothing changes until another officer confirms.',
  },
  refuse: {
    vi: 'Hồ sơ kết thúc, dữ liệu giữ nguyên. Người dân được báo lý do này.',
    en: 'The case ends and the data stays. The person is told this reason.',
  },
  confirm: {
    vi: 'Quyết định đứng tên bạn và có hiệu lực ngay. Giá trị cũ được giữ trong lịch sử; người dân được báo kết quả.',
    en: 'The decision carries your name and takes effect at once. The old value stays in the history; the person is told.',
  },
  'send-back': {
    vi: 'Đề xuất bị bỏ, hồ sơ mở lại cho đồng nghiệp. Hạn trả không đổi.',
    en: 'The proposal is dropped and the case is open again. The due date stays.',
  },
})
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
  correct: { vi: 'Sửa cơ sở dữ liệu', en: 'Correct the register' },
  correctWhat: {
    vi: 'Cơ sở dữ liệu nhận giá trị đúng bên dưới; giá trị cũ vào lịch sử.',
    en: 'The register takes the value below; the old one goes into the history.',
  },
  exchange: { vi: 'Đổi thẻ', en: 'Exchange the card' },
  exchangeWhat: {
    vi: 'Cơ sở dữ liệu đúng; người dân được mời đổi thẻ.',
    en: 'The register is right; the person is asked to exchange the card.',
  },
  agrees: { vi: 'Nay đã khớp', en: 'They agree now' },
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
export const actWords = titles
/** An outcome while it is only proposed. */
export const proposedWords = (outcome: Outcome): string =>
  t(outcome === 'register-corrected' ? 'correct' : outcome === 'card-to-exchange' ? 'exchange' : 'agrees')

type FormProps = {
  found: MismatchCase
  act: Act
  doing: Press
  onClose: () => void
  onDone: (after: MismatchCase, act: Act) => void
}
const sources = [
  'civil-status',
  'residence-file',
  'card',
  'licence',
  'papers',
  'holder',
] as const satisfies readonly Source[]
const reasons = [
  'register-is-right',
  'papers-missing',
  'not-this-office',
  'no-difference',
] as const satisfies readonly RefusalReason[]
const isOf = <V extends string>(list: readonly V[], text: string): text is V =>
  (list as readonly string[]).includes(text)

type Draft = {
  note: string
  source: Source
  outcome: Outcome | null
  value: string
  reason: RefusalReason | null
}

const send = (
  { id }: MismatchCase,
  act: Act,
  { note, source, outcome, value, reason }: Draft,
): Promise<MismatchCase> => {
  if (act === 'note') {
    return deed<typeof NoteDiscrepancy>('discrepancy.note', { id, note })
  }
  if (act === 'ask') {
    return deed<typeof AskDiscrepancy>('discrepancy.ask', { id, source, note })
  }
  if (act === 'refuse') {
    return deed<typeof RefuseDiscrepancy>('discrepancy.refuse', {
      id,
      reason: reason ?? 'no-difference',
      note,
    })
  }
  if (act === 'propose') {
    return deed<typeof ProposeDiscrepancy>('discrepancy.propose', {
      id,
      outcome: outcome ?? 'agrees-now',
      ...(outcome === 'register-corrected' ? { value } : {}),
      note,
    })
  }
  return deed<typeof ConfirmDiscrepancy>('discrepancy.confirm', {
    id,
    verdict: act === 'confirm' ? 'confirm' : 'send-back',
    note,
  })
}

const isIncomplete = (act: Act, { note, outcome, value, reason }: Draft): boolean =>
  note.trim().length < 5 ||
  (act === 'propose' && (!outcome || (outcome === 'register-corrected' && !value.trim()))) ||
  (act === 'refuse' && !reason)

const Value = ({
  found,
  draft,
  error,
  onValue,
}: {
  found: MismatchCase
  draft: Draft
  error: string | undefined
  onValue: (value: string) => void
}) => {
  const label = t('value', { field: fieldWords(found.field) })
  if (found.field === 'sex') {
    return (
      <SelectField
        id="right-value"
        label={label}
        value={draft.value}
        onValue={onValue}
        error={error}
        options={(['male', 'female'] as const).map((value) => ({ value, label: valueWords('sex', value) }))}
      />
    )
  }
  return (
    <Field
      id="right-value"
      label={label}
      hint={found.field === 'birthDate' ? t('date') : t('valueHint')}
      maxLength={300}
      value={draft.value}
      onValue={onValue}
      error={error}
    />
  )
}

const Outcomes = ({
  found,
  draft,
  isTried,
  fault,
  onDraft,
}: {
  found: MismatchCase
  draft: Draft
  isTried: boolean
  fault: string | undefined
  onDraft: (change: Partial<Draft>) => void
}) => (
  <>
    <RadioCards<Outcome>
      name="outcome"
      legend={t('outcome')}
      error={isTried && !draft.outcome ? t('outcomeMissing') : undefined}
      value={draft.outcome}
      onValue={(outcome) => onDraft({ outcome })}
      choices={[
        {
          value: 'register-corrected',
          title: t('correct'),
          detail: found.isCorrectable ? t('correctWhat') : t('cannot'),
          isDisabled: !found.isCorrectable,
        },
        { value: 'card-to-exchange', title: t('exchange'), detail: t('exchangeWhat') },
        { value: 'agrees-now', title: t('agrees'), detail: t('agreesWhat') },
      ]}
    />
    {draft.outcome === 'register-corrected' && (
      <Value
        found={found}
        draft={draft}
        error={fault ?? (isTried && !draft.value.trim() ? t('valueMissing') : undefined)}
        onValue={(value) => onDraft({ value })}
      />
    )}
  </>
)

const ActForm = ({ found, act, doing, onClose, onDone }: FormProps) => {
  const likely = likelyValue(found)
  const [draft, setDraft] = useState<Draft>({
    note: '',
    source: 'civil-status',
    outcome: null,
    value: found.field === 'sex' ? likely : valueWords(found.field, likely || null),
    reason: null,
  })
  const [isTried, setTried] = useState(false)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const faults = doing.problem ? faultsOf(doing.problem) : {}
  const go = () => {
    setTried(true)
    if (isIncomplete(act, draft)) {
      return
    }
    void doing.press(async () =>
      onDone(
        await orSignIn(send(found, act, { ...draft, note: draft.note.trim(), value: draft.value.trim() })),
        act,
      ),
    )
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <Refusal problem={doing.problem} onRetry={go} />
      <p>{effects(act)}</p>
      {act === 'confirm' && found.proposal && (
        <p>
          <b>{proposedWords(found.proposal.outcome)}</b>
          {found.proposal.value !== null &&
            `: ${fieldWords(found.field)} → ${valueWords(found.field, found.proposal.value)}`}
        </p>
      )}
      {act === 'ask' && (
        <SelectField
          id="ask-source"
          label={t('source')}
          value={draft.source}
          onValue={(value) => {
            if (isOf(sources, value)) {
              change({ source: value })
            }
          }}
          options={sources.map((value) => ({ value, label: sourceWords(value) }))}
        />
      )}
      {act === 'propose' && (
        <Outcomes found={found} draft={draft} isTried={isTried} fault={faults['value']} onDraft={change} />
      )}
      {act === 'refuse' && (
        <RadioCards<RefusalReason>
          name="refuse-reason"
          legend={t('reason')}
          hint={t('reasonHint')}
          error={isTried && !draft.reason ? t('reasonMissing') : undefined}
          value={draft.reason}
          onValue={(reason) => change({ reason })}
          choices={reasons.map((value) => ({ value, title: reasonWords(value) }))}
        />
      )}
      <Field
        id="act-note"
        label={t('why')}
        hint={t('whyHint')}
        rows={3}
        maxLength={500}
        value={draft.note}
        onValue={(note) => change({ note })}
        error={faults['note'] ?? (isTried && draft.note.trim().length < 5 ? t('whyMissing') : undefined)}
      />
      <div class="search-acts">
        <Button onPress={onClose}>{t('back')}</Button>
        <Button kind={act === 'refuse' ? 'danger' : 'primary'} type="submit" isBusy={doing.isBusy}>
          {titles(act)}
        </Button>
      </div>
    </form>
  )
}

/** What an act asks first. */
const firstQuestion: Readonly<Record<Act, string>> = {
  propose: '#outcome',
  refuse: '#refuse-reason',
  ask: '#ask-source',
  note: '#act-note',
  confirm: '#act-note',
  'send-back': '#act-note',
}

export const ActDialog = ({ act, ...rest }: Omit<FormProps, 'act'> & { act: Act | null }) => (
  <Dialog
    isOpen={act !== null}
    onClose={rest.onClose}
    size="wide"
    title={act ? titles(act) : ''}
    focusAt={act ? firstQuestion[act] : undefined}
  >
    {act && <ActForm key={act} act={act} {...rest} />}
  </Dialog>
)
