// What an act asks before it is done: the reason of the law's list, a note, a receipt, a new day; and what
// its person will read.
import type { Rules } from '../../../client/check.ts'
import { FormSummary, useForm, type Form } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { moneyVN } from '../../../ui/format.ts'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { actWords, effectWords } from './act-words.ts'
import type { Dossier } from './dossier.ts'
import { nameOf } from './dossier-words.ts'
import { sendAct, type FormedAct, type Given } from './send-act.ts'
import { WillRead } from './will-read.tsx'

const t = phrases({
  back: { vi: 'Xem lại', en: 'Look again' },
  note: { vi: 'Ghi rõ', en: 'In your words' },
  noteSent: {
    vi: 'Ít nhất 5 chữ cái. Người nộp đọc nguyên văn: viết điều cần làm tiếp.',
    en: '5 letters at least. The person reads it word for word: say what can be done next.',
  },
  noteKept: { vi: 'Ít nhất 5 chữ cái. Lưu trong hồ sơ.', en: '5 letters at least. Kept in the dossier.' },
  noteMissing: { vi: 'Ghi rõ, ít nhất 5 chữ cái.', en: 'Write 5 letters at least.' },
  reason: { vi: 'Lý do theo luật', en: 'Reason in the law' },
  reasonMissing: { vi: 'Chọn một lý do.', en: 'Choose a reason.' },
  receipt: { vi: 'Số biên lai', en: 'Number of the receipt' },
  receiptMissing: {
    vi: 'Nhập số biên lai, ít nhất 3 ký tự.',
    en: 'Enter the receipt, 3 characters at least.',
  },
  days: { vi: 'Thêm mấy ngày làm việc', en: 'Working days from today' },
  daysHint: { vi: 'Từ 1 đến 30, tính từ hôm nay.', en: 'From 1 to 30, counted from today.' },
  daysMissing: { vi: 'Nhập số ngày từ 1 đến 30.', en: 'Enter a number from 1 to 30.' },
  why: { vi: 'Vì sao dừng', en: 'Why it stops' },
  consultation: { vi: 'Chờ nơi khác trả lời', en: 'Another office is asked' },
  other: { vi: 'Lý do khác theo luật', en: 'Another reason that the law knows' },
  sum: { vi: 'Tổng cộng {amount}', en: '{amount} together' },
  readRefused: {
    vi: '{office} từ chối hồ sơ {reference} ({title}). Lý do: {reason}. Căn cứ: {law}. Bạn có thể khiếu nại trong hồ sơ hoặc nộp lại.',
    en: '{office} has refused dossier {reference} ({title}). The reason: {reason}. By {law}. You can object in the dossier, or file it again.',
  },
  readNotReceived: {
    vi: '{office} không tiếp nhận hồ sơ {reference} ({title}). Lý do: {reason}. Căn cứ: {law}. Bạn có thể nộp lại, hoặc khiếu nại trong hồ sơ.',
    en: '{office} did not receive dossier {reference} ({title}). The reason: {reason}. By {law}. You can file it again, or object in the dossier.',
  },
  choose: { vi: '(chọn ở trên)', en: '(choose above)' },
  readLate: {
    vi: '{office} xin lỗi vì không kịp trả hồ sơ {reference} ({title}). Ngày trả mới: sau {n} ngày làm việc kể từ hôm nay.',
    en: '{office} apologises: dossier {reference} ({title}) is late. The new day is {n} working days from today.',
  },
})

type Fields = 'note' | 'refusal' | 'receipt' | 'days' | 'why'
type ActForm = Form<Fields>

const noteMayBeEmpty: readonly FormedAct[] = ['grant', 'confirm']
const needsNote: readonly FormedAct[] = ['not-receive', 'refuse', 'pause', 'resume', 'apologise', 'send-back']
const isRefusing = (act: FormedAct): boolean => act === 'not-receive' || act === 'refuse'
const hasNote = (act: FormedAct): boolean => needsNote.includes(act) || noteMayBeEmpty.includes(act)
const isRead = (act: FormedAct): boolean => isRefusing(act) || act === 'apologise'

/** The contract's bounds of what the officer writes (contract/dossier-work.ts). */
const rulesOf = (act: FormedAct): Rules => ({
  ...(needsNote.includes(act) ? { note: { trims: true, min: 5, max: 500 } } : {}),
  ...(noteMayBeEmpty.includes(act) ? { note: { isOptional: true, trims: true, min: 5, max: 500 } } : {}),
  ...(isRefusing(act) ? { refusal: { min: 1, max: 40 } } : {}),
  ...(act === 'fee-paid' ? { receipt: { trims: true, min: 3, max: 60 } } : {}),
  ...(act === 'apologise' ? { days: { pattern: '^([1-9]|[12][0-9]|30)$' } } : {}),
})

const useAct = (act: FormedAct) =>
  useForm<Fields>({
    rules: rulesOf(act),
    start: { note: '', refusal: '', receipt: '', days: '', why: 'consultation' },
    ids: {
      note: 'act-note',
      refusal: 'act-refusal',
      receipt: 'act-receipt',
      days: 'act-days',
      why: 'act-why',
    },
    words: {
      note: (code) => (code === 'required' || code === 'too_small' ? t('noteMissing') : undefined),
      refusal: () => t('reasonMissing'),
      receipt: () => t('receiptMissing'),
      days: () => t('daysMissing'),
    },
  })

const givenOf = (values: Readonly<Record<Fields, string>>): Given => ({
  note: values.note.trim(),
  refusal: values.refusal,
  receipt: values.receipt.trim(),
  workingDays: Number(values.days),
  why: values.why === 'other' ? 'other' : 'consultation',
})

const Reasons = ({ dossier, form }: { dossier: Dossier; form: ActForm }) => (
  <RadioCards<string>
    name="act-refusal"
    legend={t('reason')}
    error={form.of('refusal').error}
    value={form.values.refusal || null}
    onValue={(refusal) => form.set({ refusal })}
    choices={dossier.refusals.map(({ id, words, law }) => ({
      value: id,
      title: inLanguage(words),
      detail: inLanguage(law),
    }))}
  />
)

const Fees = ({ fees }: { fees: Dossier['fees'] }) => (
  <ul class="dos-fees">
    {fees.map(({ id, words, amount_vnd }) => (
      <li key={id}>
        {inLanguage(words)} <b class="nowrap">{moneyVN(amount_vnd)}</b>
      </li>
    ))}
    {fees.length > 1 && (
      <li>{t('sum', { amount: moneyVN(fees.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0)) })}</li>
    )}
  </ul>
)

const Read = ({ act, dossier, form }: { act: FormedAct; dossier: Dossier; form: ActForm }) => {
  const { note, refusal, days } = form.values
  const reason = dossier.refusals.find(({ id }) => id === refusal)
  const named = {
    title: inLanguage(dossier.title),
    reference: dossier.reference,
    office: dossier.office,
  }
  return (
    <WillRead name={nameOf(dossier)}>
      {isRefusing(act) ? (
        <p>
          {t(act === 'refuse' ? 'readRefused' : 'readNotReceived', {
            ...named,
            reason: reason ? inLanguage(reason.words) : t('choose'),
            law: reason ? inLanguage(reason.law) : t('choose'),
          })}
        </p>
      ) : (
        <p>{t('readLate', { ...named, n: days || '…' })}</p>
      )}
      {note.trim() && <p>“{note.trim()}”</p>}
    </WillRead>
  )
}

const Asked = ({ act, dossier, form }: { act: FormedAct; dossier: Dossier; form: ActForm }) => (
  <>
    {isRefusing(act) && <Reasons dossier={dossier} form={form} />}
    {(act === 'fee-ask' || act === 'fee-paid') && <Fees fees={dossier.fees} />}
    {act === 'pause' && (
      <RadioCards<string>
        name="act-why"
        legend={t('why')}
        value={form.values.why}
        onValue={(why) => form.set({ why })}
        choices={(['consultation', 'other'] as const).map((value) => ({ value, title: t(value) }))}
      />
    )}
    {act === 'fee-paid' && (
      <Field {...form.of('receipt')} label={t('receipt')} maxLength={60} width_ch={24} />
    )}
    {act === 'apologise' && (
      <Field
        {...form.of('days')}
        label={t('days')}
        hint={t('daysHint')}
        inputMode="numeric"
        maxLength={2}
        width_ch={4}
      />
    )}
    {hasNote(act) && (
      <Field
        {...form.of('note')}
        label={t('note')}
        hint={t(isRead(act) ? 'noteSent' : 'noteKept')}
        isOptional={noteMayBeEmpty.includes(act)}
        rows={3}
        maxLength={500}
      />
    )}
  </>
)

const ActForm = ({
  act,
  dossier,
  seen,
  onClose,
  onDone,
}: {
  act: FormedAct
  dossier: Dossier
  seen: string | undefined
  onClose: () => void
  onDone: (after: Dossier) => void
}) => {
  const form = useAct(act)
  const go = () =>
    void form.send(async () =>
      onDone(await sendAct(dossier.reference, act, { ...givenOf(form.values), ...(seen ? { seen } : {}) })),
    )
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
      {act !== 'receive' && <p>{effectWords(act)}</p>}
      <Asked act={act} dossier={dossier} form={form} />
      {isRead(act) && <Read act={act} dossier={dossier} form={form} />}
      <div class="search-acts">
        <Button onPress={onClose}>{t('back')}</Button>
        <Button kind={isRefusing(act) ? 'danger' : 'primary'} type="submit" isBusy={form.sending.isBusy}>
          {actWords(act, dossier)}
        </Button>
      </div>
    </form>
  )
}

const firstQuestion: Readonly<Partial<Record<FormedAct, string>>> = {
  'not-receive': '#act-refusal',
  refuse: '#act-refusal',
  'fee-paid': '#act-receipt',
  apologise: '#act-days',
  resume: '#act-note',
  'send-back': '#act-note',
}

export const ActDialog = ({
  act,
  dossier,
  seen,
  onClose,
  onDone,
}: {
  act: FormedAct | null
  dossier: Dossier
  /** Which answer of the register of judgments was read on this page. */
  seen: string | undefined
  onClose: () => void
  onDone: (after: Dossier, act: FormedAct) => void
}) => (
  <Dialog
    isOpen={act !== null}
    onClose={onClose}
    size="wide"
    title={act ? actWords(act, dossier) : ''}
    focusAt={act ? firstQuestion[act] : undefined}
  >
    {act && (
      <ActForm
        key={act}
        act={act}
        dossier={dossier}
        seen={seen}
        onClose={onClose}
        onDone={(after) => onDone(after, act)}
      />
    )}
  </Dialog>
)
