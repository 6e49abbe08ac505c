// Level 1 by oneself: one question a page, saved at each step, gone on with after any break at the step the
// server says.
import './register.css'
import { useEffect } from 'preact/hooks'
import type { ComponentType } from 'preact'
import { Skeleton } from '../../../ui/waiting.tsx'
import { usePlace, type PageProps } from '../../../ui/router.tsx'
import { useLoad } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { AnotherPortraitPage } from './another-portrait-page.tsx'
import { CodePage } from './code-page.tsx'
import { ConsentPage } from './consent-page.tsx'
import { goTo, loadDraft, stepNames, stepOf, useDraft, type Draft, type StepName } from './draft.ts'
import { IdentityPage } from './identity-page.tsx'
import { PhonePage } from './phone-page.tsx'
import { PortraitPage } from './portrait-page.tsx'
import { ResultPage } from './result-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { RegisterFrame } from './register-frame.tsx'

type StepProps = { draft: Draft }
const pages: Record<Exclude<StepName, 'consent' | 'result'>, ComponentType<StepProps>> = {
  identity: IdentityPage,
  phone: PhonePage,
  code: CodePage,
  portrait: PortraitPage,
  review: ReviewPage,
}

const asStep = (text: string | undefined): StepName | null => stepNames.find((name) => name === text) ?? null

/**
 * A step that the server has not reached yet, or one that cannot be changed any more, leads to the one that
 * is open.
 */
const stepToShow = (asked: StepName | null, open: StepName, isAgain: boolean): StepName => {
  if (open === 'result') {
    return isAgain ? 'consent' : 'result'
  }
  // An application in progress is not started twice; its code is asked for only while it is awaited.
  if (!asked || (asked === 'consent' && open !== 'consent') || (asked === 'code' && open !== 'code')) {
    return open
  }
  return stepNames.indexOf(asked) <= stepNames.indexOf(open) ? asked : open
}

export default function Register({ params }: PageProps) {
  const { query } = usePlace()
  const draft = useDraft()
  const loaded = useLoad(loadDraft)
  const asked = asStep(params['step'])
  const isAnother = params['step'] === 'another-portrait'
  const step =
    draft === undefined || (loaded.isLoading && draft === null)
      ? null
      : stepToShow(asked, stepOf(draft), query.has('again'))
  useEffect(() => {
    if (step && step !== asked && !(isAnother && step === 'result')) {
      goTo(step, { replace: true })
    }
  }, [step, asked, isAnother])
  if (step === null || draft === undefined) {
    return (
      <RegisterFrame>
        {loaded.problem ? (
          <ProblemNotice problem={loaded.problem} onRetry={loaded.reload} />
        ) : (
          <Skeleton lines={4} />
        )}
      </RegisterFrame>
    )
  }
  if (step === 'result') {
    return isAnother ? <AnotherPortraitPage /> : <ResultPage />
  }
  if (step === 'consent' || draft === null) {
    return <ConsentPage />
  }
  const Page = pages[step]
  return <Page key={step} draft={draft} />
}
