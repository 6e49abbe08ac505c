// A case before the second pair of eyes: the person at the left, the evidence large, the two presses at the
// foot.
import './case.css'
import './second-frame.css'
import type { ComponentChildren } from 'preact'
import type { Rules } from '../../../client/check.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { arrowLeft } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate } from '../../../ui/router.tsx'
import { CaseHistory, type History } from './case-course.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import {
  useSecondVerdict,
  VerdictButtons,
  VerdictDialog,
  type Verdict,
  type VerdictWords,
} from './second-verdict.tsx'

const t = phrases({
  title: { vi: 'Duyệt lần hai: {name}', en: 'Second look: {name}' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
})

/** `list`: the path of the list it came from; `head`: what is said above person and evidence. */
export const SecondFrame = ({
  name,
  reference,
  list,
  mayDecide,
  words,
  rules,
  onDecide,
  end,
  head,
  history,
  person,
  children,
}: {
  name: string
  reference: string
  list: string
  mayDecide: boolean
  words: VerdictWords
  rules: Rules
  onDecide: (verdict: Verdict, note: string) => Promise<void>
  end?: ComponentChildren
  head?: ComponentChildren
  history: History
  person: ComponentChildren
  children: ComponentChildren
}) => {
  const back = () => navigate(list)
  const second = useSecondVerdict(mayDecide, words, back)
  const title = t('title', { name })
  return (
    <CounterFrame
      title={title}
      keys={[...second.keys, ['Esc', t('back')]]}
      foot={
        <>
          <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={back}>
            {t('back')}
          </Button>
          <VerdictButtons second={second} />
        </>
      }
    >
      <PageHead title={title} beside={<Pill tone="cham">{reference}</Pill>} end={end} />
      {head}
      <div class="second-case">
        {person}
        <div class="desk-middle">
          {children}
          <CaseHistory history={history} />
        </div>
      </div>
      <VerdictDialog second={second} rules={rules} onDecide={onDecide} />
    </CounterFrame>
  )
}
