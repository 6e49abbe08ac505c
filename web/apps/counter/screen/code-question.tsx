// The citizen types the code that came to her phone, in large cells at her own screen; the helper's window
// has no place for it.
import { useFocusAt } from '../../../ui/attention.tsx'
import type { ConfirmAssisted } from '../../../../contract/assistance.ts'
import type { AnswerPrompt } from '../../../../contract/counter.ts'
import { deed } from '../../../client/call.ts'
import { confirmAssisted } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { CodeField } from '../../../ui/code-field.tsx'
import { check, close, Icon, volume } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Refusal } from '../shell/refusal.tsx'
import { canSpeak, speak } from '../shell/speak.ts'
import { promptWords } from './prompt-words.ts'

const t = phrases({
  code: { vi: 'Mã 6 số trong tin nhắn', en: 'The 6-digit code of the text message' },
  agree: { vi: 'Đồng ý', en: 'Agree' },
  short: { vi: 'Nhập đủ 6 số trong tin nhắn.', en: 'Enter all 6 digits of the message.' },
  none: {
    vi: 'Không nhận được mã? Có thể chưa có tài khoản, hoặc tài khoản dùng số khác. Hãy nói với người hỗ trợ.',
    en: 'No code? There may be no account, or it has another phone. Tell the helper.',
  },
  aloud: { vi: 'Đọc cho tôi nghe', en: 'Read it to me' },
})

type Answered = (answer: 'agreed' | 'declined') => void

/** A wrong code is taken away, so that the next one begins with empty cells. */
const useAnswer = (promptId: string, onAnswered: Answered) => {
  const form = useForm({
    rules: confirmAssisted,
    start: { code: '' },
    ids: { code: 'ask-code' },
    words: { code: () => t('short') },
  })
  const confirm = () =>
    void form.send(async () => {
      try {
        await deed<typeof ConfirmAssisted>('assist.confirm', { promptId, code: form.values.code })
      } catch (error) {
        form.set({ code: '' })
        throw error
      }
      onAnswered('agreed')
    })
  const decline = () =>
    void form.sending.press(async () => {
      await deed<typeof AnswerPrompt>('desk.answer', { promptId, answer: 'declined' })
      onAnswered('declined')
    })
  return { form, confirm, decline }
}

const CodeForm = ({ id, no, onAnswered }: { id: string; no: string; onAnswered: Answered }) => {
  const { form, confirm, decline } = useAnswer(id, onAnswered)
  return (
    <>
      <FormSummary form={form} />
      <Refusal problem={form.refusal} />
      <form
        class="ask-code"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <CodeField {...form.of('code')} label={t('code')} />
        <div class="ask-answers">
          <Button kind="primary" type="submit" icon={check} isBusy={form.sending.isBusy}>
            {t('agree')}
          </Button>
          <Button icon={close} isDisabled={form.sending.isBusy} onPress={decline}>
            {no}
          </Button>
        </div>
      </form>
    </>
  )
}

export const CodeQuestion = ({
  id,
  params,
  onAnswered,
}: {
  id: string
  params: Readonly<Record<string, string>>
  onAnswered: Answered
}) => {
  const words = promptWords('assisted-code', params)
  const box = useFocusAt<HTMLHeadingElement>(id)
  return (
    <section class="ask">
      <h1 ref={box} tabIndex={-1}>
        {words.title}
      </h1>
      <p class="ask-lead">{words.lead}</p>
      <ul>
        {words.items.map((item) => (
          <li key={item}>
            <Icon of={check} size={26} />
            <span>{item}</span>
          </li>
        ))}
      </ul>
      <CodeForm id={id} no={words.no} onAnswered={onAnswered} />
      <p class="quiet">{t('none')}</p>
      {canSpeak() && (
        <Button
          kind="quiet"
          icon={volume}
          onPress={() => speak([words.title, words.lead, ...words.items].join(' '))}
        >
          {t('aloud')}
        </Button>
      )}
    </section>
  )
}
