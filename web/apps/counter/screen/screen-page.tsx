// The citizen's own screen at the desk: large words, what is asked and what happens, two answers. It has its
// own session and knows nothing of the
// officer's tools; with the line down it listens to the officer's window at the same machine.
import { usePage, useFocusAt, Status } from '../../../ui/attention.tsx'
import './screen.css'
import { useEffect, useState } from 'preact/hooks'
import type { AnswerPrompt } from '../../../../contract/counter.ts'
import { deed } from '../../../client/call.ts'
import { usePress } from '../../../client/press.ts'
import type { Problem } from '../../../client/problem.ts'
import { LanguageSwitch, TextSizeButton } from '../../../kit/language-switch.tsx'
import { Band } from '../../../ui/band.tsx'
import { Button } from '../../../ui/button.tsx'
import { now } from '../../../ui/clock.ts'
import { check, close, Icon, volume } from '../../../ui/icons.tsx'
import { language } from '../../../ui/language.ts'
import { Lotus } from '../../../ui/lotus.tsx'
import { DrumRosette } from '../../../ui/drum-rosette.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { canSpeak, speak } from '../shell/speak.ts'
import { Refusal } from '../shell/refusal.tsx'
import { answerLocally, screenState } from './desk-channel.ts'
import { CodeQuestion } from './code-question.tsx'
import { promptWords, type PromptKind } from './prompt-words.ts'
import { useShown, type Closed } from './use-shown.ts'

const t = phrases({
  title: { vi: 'Màn hình người dân', en: "The citizen's screen" },
  welcome: { vi: 'Xin chào', en: 'Welcome' },
  rest: {
    vi: 'Màn hình này là của bạn. Điều cần bạn đồng ý sẽ hiện ở đây.',
    en: 'This screen is yours. What needs your agreement will appear here.',
  },
  unregistered: { vi: 'Màn hình chưa được ghi danh', en: 'This screen is not registered' },
  unregisteredWhy: {
    vi: 'Người quản trị ghi danh màn hình cho một quầy, rồi mở địa chỉ có vé ở máy này một lần.',
    en: 'An administrator registers the screen for a desk, and opens the address with its ticket here once.',
  },
  nobody: { vi: 'Quầy chưa có cán bộ', en: 'No officer at this desk yet' },
  nobodyWhy: {
    vi: '{office} · {desk}. Màn hình tự mở khi cán bộ vào ca ở quầy này.',
    en: '{office} · {desk}. The screen opens by itself when an officer begins her shift at this desk.',
  },
  refused: { vi: 'Màn hình chưa mở được', en: 'The screen could not be opened' },
  badTicket: {
    vi: 'Địa chỉ này không có vé ghi danh đúng. Mở lại đúng địa chỉ mà người quản trị đã cấp.',
    en: 'The ticket in this address is none. Open the address again exactly as the administrator gave it.',
  },
  aloud: { vi: 'Đọc cho tôi nghe', en: 'Read it to me' },
  thanks: { vi: 'Cảm ơn bạn. Bạn đã đồng ý.', en: 'Thank you. You agreed.' },
  declined: {
    vi: 'Bạn không đồng ý. Không có gì được thực hiện.',
    en: 'You did not agree. Nothing is done.',
  },
  sure: {
    vi: 'Không ai được bấm thay bạn. Chưa rõ điều gì, hãy hỏi cán bộ trước khi trả lời.',
    en: 'Nobody may press for you. Ask the officer about anything unclear before you answer.',
  },
  down: {
    vi: 'Đang mất mạng: câu trả lời được ghi tại quầy và **chưa có hiệu lực cho đến khi đồng bộ**.',
    en: 'The line is down: your answer is noted at the desk and is not final until synchronised.',
  },
})

type Question = { id: string; kind: PromptKind; params: Record<string, string>; isLocal: boolean }

const Asked = ({
  question,
  onAnswered,
}: {
  question: Question
  onAnswered: (answer: 'agreed' | 'declined') => void
}) => {
  const answering = usePress()
  const words = promptWords(question.kind, question.params)
  const box = useFocusAt<HTMLHeadingElement>(question.id)
  const answer = (given: 'agreed' | 'declined') =>
    void answering.press(async () => {
      if (question.isLocal) {
        answerLocally(question.id, given, new Date(now()).toISOString())
      } else {
        await deed<typeof AnswerPrompt>('desk.answer', { promptId: question.id, answer: given })
      }
      onAnswered(given)
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
      {question.isLocal && <p class="ask-down">{t('down').replaceAll('**', '')}</p>}
      <Refusal problem={answering.problem} />
      <div class="ask-answers">
        <Button kind="primary" icon={check} isBusy={answering.isBusy} onPress={() => answer('agreed')}>
          {words.yes}
        </Button>
        <Button icon={close} isDisabled={answering.isBusy} onPress={() => answer('declined')}>
          {words.no}
        </Button>
      </div>
      <p class="quiet">{t('sure')}</p>
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

const Resting = ({ answered }: { answered: 'agreed' | 'declined' | null }) => {
  const { said } = screenState.use()
  const sentence = said?.[language()]
  return (
    <Status as="section" class="rest">
      {answered ? (
        <h1>{t(answered === 'agreed' ? 'thanks' : 'declined')}</h1>
      ) : (
        <h1>{sentence ?? t('welcome')}</h1>
      )}
      {!answered && !sentence && <p>{t('rest')}</p>}
      {sentence && !answered && canSpeak() && (
        <Button kind="quiet" icon={volume} onPress={() => speak(sentence)}>
          {t('aloud')}
        </Button>
      )}
    </Status>
  )
}

const useAnswered = () => {
  const [answered, setAnswered] = useState<'agreed' | 'declined' | null>(null)
  useEffect(() => {
    if (!answered) {
      return
    }
    const timer = setTimeout(() => setAnswered(null), 8000)
    return () => clearTimeout(timer)
  }, [answered])
  return [answered, setAnswered] as const
}

const TicketRefusal = ({ problem }: { problem: Problem | null }) =>
  problem?.code === 'request.invalid' ? (
    <Notice tone="danger">{t('badTicket')}</Notice>
  ) : (
    <Refusal problem={problem} />
  )

const NotOpen = ({ closed, ticketProblem }: { closed: Closed; ticketProblem: Problem | null }) => (
  <Status as="section" class="rest">
    <h1>{t(closed.why)}</h1>
    <TicketRefusal problem={ticketProblem} />
    {closed.why === 'refused' ? (
      <Refusal problem={closed.problem} />
    ) : closed.why === 'nobody' ? (
      <p>{t('nobodyWhy', { office: closed.device.office, desk: closed.device.desk })}</p>
    ) : (
      <p>{t('unregisteredWhy')}</p>
    )}
  </Status>
)

const ScreenPage = () => {
  usePage(t('title'))
  const { shown, closed, ticketProblem, reload } = useShown()
  const { question: local, said } = screenState.use()
  const [answered, setAnswered] = useAnswered()
  const prompt = shown?.prompt
  const question: Question | null = prompt
    ? { id: prompt.id, kind: prompt.kind, params: prompt.params, isLocal: false }
    : local
      ? { ...local, isLocal: true }
      : null
  return (
    <div class="screen-page">
      {document.documentElement.dataset['env'] !== 'live' && <Band />}
      <div class="screen-drum" aria-hidden="true">
        <DrumRosette />
      </div>
      <header class="screen-head on-dark">
        <Lotus size={34} />
        <p>
          <b>Sen</b>
          {shown && <span>{[shown.office, shown.desk].filter(Boolean).join(' · ')}</span>}
        </p>
        <TextSizeButton />
        <LanguageSwitch />
      </header>
      <main>
        {question?.kind === 'assisted-code' ? (
          <CodeQuestion
            key={question.id}
            id={question.id}
            params={question.params}
            onAnswered={(given) => {
              setAnswered(given)
              reload()
            }}
          />
        ) : question ? (
          <Asked
            key={question.id}
            question={question}
            onAnswered={(given) => {
              setAnswered(given)
              reload()
            }}
          />
        ) : closed && !said ? (
          <NotOpen closed={closed} ticketProblem={ticketProblem} />
        ) : (
          <Resting answered={answered} />
        )}
      </main>
    </div>
  )
}

export default ScreenPage
