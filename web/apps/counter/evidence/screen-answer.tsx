// The citizen's own answer at her screen: the officer asks, she presses, and the officer's page notices it by
// itself. Nobody presses for her.
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ViewDesk } from '../../../../contract/counter.ts'
import { view } from '../../../client/call.ts'
import type { Press } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { monitor } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { oneAtATime } from './one-at-a-time.ts'
import { Verdict } from './verdict.tsx'

const t = phrases({
  ask: { vi: 'Hỏi trên màn hình người dân', en: "Ask on the citizen's screen" },
  askAgain: { vi: 'Hỏi lại', en: 'Ask again' },
  asked: { vi: 'Đang chờ người dân trả lời', en: "Waiting for the citizen's answer" },
  askedWhy: {
    vi: 'Câu hỏi đang hiện trên màn hình người dân. Không ai được bấm thay.',
    en: "The question stands on the citizen's screen. Nobody may press for her.",
  },
  agreed: { vi: 'Người dân đã đồng ý', en: 'The citizen agreed' },
  declined: { vi: 'Người dân không đồng ý', en: 'The citizen did not agree' },
})

const LOOK_AGAIN_MS = 1500

export type Answer = 'none' | 'asked' | 'agreed' | 'declined'

/** What follows from her answer, and who answered where it is not "the citizen". */
export type AnswerWords = {
  readonly agreed?: string
  readonly agreedWhy: string
  readonly declined?: string
  readonly declinedWhy: string
}

export const askWords = (answer: string): string => t(answer === 'none' ? 'ask' : 'askAgain')

/**
 * While a question waits: asks the desk, which leaves no trace with the person, and reads the case once when
 * it is answered.
 */
const useScreenAnswer = (isWaiting: boolean, caseId: string, read: () => Promise<unknown>): void =>
  useEffect(() => {
    if (!isWaiting) {
      return
    }
    const look = oneAtATime(async () => {
      const { asking } = await orSignIn(view<typeof ViewDesk>('desk.state', {}, { retries: 0 }))
      if (!asking) {
        await read()
      }
    })
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isWaiting, caseId])

export const AnswerVerdict = ({ answer, words }: { answer: Answer; words: AnswerWords }) => {
  if (answer === 'agreed') {
    return (
      <Verdict tone="ok" title={words.agreed ?? t('agreed')}>
        {words.agreedWhy}
      </Verdict>
    )
  }
  if (answer === 'declined') {
    return (
      <Verdict tone="son" title={words.declined ?? t('declined')}>
        {words.declinedWhy}
      </Verdict>
    )
  }
  return answer === 'asked' ? (
    <Verdict tone="neutral" title={t('asked')}>
      {t('askedWhy')}
    </Verdict>
  ) : null
}

/**
 * `isMain`: the question is what this step is for, so that its button is the step's main one. `read`: takes
 * the case as it is once she has answered. `children`: said before anything was asked.
 */
export const ScreenAnswer = ({
  caseId,
  answer,
  words,
  asking,
  problem = asking.problem,
  isMain = false,
  read,
  onAsk,
  children,
}: {
  caseId: string
  answer: Answer
  words: AnswerWords
  asking: Press
  problem?: Press['problem']
  isMain?: boolean
  read: () => Promise<unknown>
  onAsk: () => void
  children?: ComponentChildren
}) => {
  useScreenAnswer(answer === 'asked', caseId, read)
  return (
    <>
      {answer === 'none' && children}
      <AnswerVerdict answer={answer} words={words} />
      <Refusal problem={problem} />
      {answer !== 'agreed' && (
        <Button
          kind={isMain ? 'primary' : 'secondary'}
          class={isMain ? 'step-inner' : undefined}
          icon={monitor}
          isBusy={asking.isBusy}
          onPress={onAsk}
        >
          {askWords(answer)}
        </Button>
      )}
    </>
  )
}
