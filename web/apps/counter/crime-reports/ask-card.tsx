// What both sides wrote, and a question to whoever reported, who reads it as it is written.
import type { AskReporter } from '../../../../contract/crime-report.ts'
import { deed } from '../../../client/call.ts'
import { askReporter } from '../../../client/decision-form-rules.ts'
import { CrimeLetters } from '../../../kit/crime-letters.tsx'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { inbox } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { CrimeCase } from './crime-case.ts'

const t = phrases({
  title: { vi: 'Trao đổi', en: 'Messages' },
  none: { vi: 'Chưa có tin nhắn nào.', en: 'No message yet.' },
  words: { vi: 'Hỏi người báo tin', en: 'Ask whoever reported' },
  hint: {
    vi: 'Người báo tin đọc nguyên văn. Tin ẩn danh: đừng hỏi họ là ai; chỉ hỏi điều cần để xác minh.',
    en: 'It is read as it is written. Of an anonymous report do not ask who they are; ask what you need to check it.',
  },
  missing: { vi: 'Viết câu hỏi.', en: 'Write the question.' },
  send: { vi: 'Gửi câu hỏi', en: 'Send the question' },
  sent: { vi: 'Đã gửi câu hỏi.', en: 'The question was sent.' },
})

const AskForm = ({ found, onDone }: { found: CrimeCase; onDone: (after: CrimeCase) => void }) => {
  const form = useForm<'text'>({
    rules: askReporter,
    start: { text: '' },
    ids: { text: 'ask-text' },
    words: { text: (code) => (code === 'required' || code === 'too_small' ? t('missing') : undefined) },
  })
  const send = () =>
    void form.send(async () => {
      const input = { id: found.id, text: form.values.text.trim() }
      onDone(await orSignIn(deed<typeof AskReporter>('crime-report.ask', input)))
      form.set({ text: '' })
      toast(t('sent'))
    })
  return (
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
      <Field {...form.of('text')} label={t('words')} hint={t('hint')} rows={3} maxLength={2000} />
      <Button type="submit" isBusy={form.sending.isBusy}>
        {t('send')}
      </Button>
    </form>
  )
}

export const AskCard = ({ found, onDone }: { found: CrimeCase; onDone: (after: CrimeCase) => void }) => (
  <Card title={t('title')} icon={inbox}>
    <div class="stack">
      {found.messages.length === 0 ? (
        <p class="quiet">{t('none')}</p>
      ) : (
        <CrimeLetters messages={found.messages} isReporter={false} />
      )}
      {found.state === 'open' && <AskForm found={found} onDone={onDone} />}
    </div>
  </Card>
)
