// The citizen types the code that came to her phone, in large cells at her own screen; the helper's window
// has no place for it.
import { useFocusAt } from '../../../ui/attention.tsx'
import { useState } from 'preact/hooks'
import type { ConfirmAssisted } from '../../../../contract/assistance.ts'
import type { AnswerPrompt } from '../../../../contract/counter.ts'
import { deed } from '../../../client/call.ts'
import { usePress } from '../../../client/press.ts'
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

export const CodeQuestion = ({
  id,
  params,
  onAnswered,
}: {
  id: string
  params: Readonly<Record<string, string>>
  onAnswered: (answer: 'agreed' | 'declined') => void
}) => {
  const [code, setCode] = useState('')
  const [isShort, setShort] = useState(false)
  const answering = usePress()
  const words = promptWords('assisted-code', params)
  const box = useFocusAt<HTMLHeadingElement>(id)
  const confirm = (typed: string) => {
    setShort(typed.length < 6)
    if (typed.length < 6) {
      return
    }
    void answering
      .press(async () => {
        await deed<typeof ConfirmAssisted>('assist.confirm', { promptId: id, code: typed })
        onAnswered('agreed')
      })
      .then((isDone) => {
        if (!isDone) {
          setCode('')
        }
      })
  }
  const decline = () =>
    void answering.press(async () => {
      await deed<typeof AnswerPrompt>('desk.answer', { promptId: id, answer: 'declined' })
      onAnswered('declined')
    })
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
      <Refusal problem={answering.problem} />
      <form
        class="ask-code"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          confirm(code)
        }}
      >
        <CodeField
          id="ask-code"
          label={t('code')}
          value={code}
          onValue={setCode}
          error={isShort && code.length < 6 ? t('short') : undefined}
        />
        <div class="ask-answers">
          <Button kind="primary" type="submit" icon={check} isBusy={answering.isBusy}>
            {t('agree')}
          </Button>
          <Button icon={close} isDisabled={answering.isBusy} onPress={decline}>
            {words.no}
          </Button>
        </div>
      </form>
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
