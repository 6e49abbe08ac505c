// The end of a report, as the Code names it (art. 147(1)), with the reasons that whoever reported reads.
import { useState } from 'preact/hooks'
import type { SettleReport } from '../../../../contract/crime-report.ts'
import { deed, type GivenTo } from '../../../client/call.ts'
import { settleReport } from '../../../client/decision-form-rules.ts'
import { crimeOutcomeWords } from '../../../kit/crime-words.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { pencil } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { toast } from '../../../ui/toast.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { CrimeCase } from './crime-case.ts'

const t = phrases({
  title: { vi: 'Kết quả giải quyết', en: 'The result' },
  outcome: { vi: 'Quyết định', en: 'Decision' },
  outcomeMissing: { vi: 'Chọn quyết định.', en: 'Choose the decision.' },
  reason: { vi: 'Lý do', en: 'Reasons' },
  hint: {
    vi: 'Ít nhất 20 chữ cái. Người báo tin đọc nguyên văn; đừng ghi tên người khác.',
    en: '20 letters at least. It is read as it is written; name nobody else.',
  },
  reasonMissing: { vi: 'Ghi lý do, ít nhất 20 chữ cái.', en: 'Say why, in 20 letters at least.' },
  send: { vi: 'Ghi kết quả', en: 'Settle it' },
  sent: { vi: 'Đã ghi kết quả.', en: 'Settled.' },
})

type Outcome = GivenTo<typeof SettleReport>['outcome']
const OUTCOMES = ['prosecuted', 'not-prosecuted', 'suspended'] as const satisfies readonly Outcome[]

const useSettling = (outcome: Outcome | null) =>
  useForm<'outcome' | 'reason'>({
    rules: settleReport,
    start: { outcome: '', reason: '' },
    ids: { outcome: 'outcome', reason: 'settle-reason' },
    asSent: () => ({ outcome: outcome ?? '' }),
    words: {
      outcome: () => t('outcomeMissing'),
      reason: (code) => (code === 'required' || code === 'too_small' ? t('reasonMissing') : undefined),
    },
  })

export const SettleCard = ({ found, onDone }: { found: CrimeCase; onDone: (after: CrimeCase) => void }) => {
  const [outcome, choose] = useState<Outcome | null>(null)
  const form = useSettling(outcome)
  const { error } = form.of('outcome')
  const send = () =>
    void form.send(async () => {
      if (outcome !== null) {
        const input = { id: found.id, outcome, reason: form.values.reason.trim() }
        onDone(await orSignIn(deed<typeof SettleReport>('crime-report.settle', input)))
        toast(t('sent'))
      }
    })
  return (
    <Card title={t('title')} icon={pencil}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormSummary form={form} />
        <Refusal problem={form.refusal} onRetry={send} />
        <RadioCards<Outcome>
          name="outcome"
          legend={t('outcome')}
          {...(error === undefined ? {} : { error })}
          value={outcome}
          onValue={choose}
          choices={OUTCOMES.map((value) => ({ value, title: crimeOutcomeWords(value) }))}
        />
        <Field {...form.of('reason')} label={t('reason')} hint={t('hint')} rows={5} maxLength={4000} />
        <Button kind="primary" type="submit" isBusy={form.sending.isBusy}>
          {t('send')}
        </Button>
      </form>
    </Card>
  )
}
