// The application as the server has saved it: which step comes next, and where each step stands in this app.
import type {
  draftState,
  DeclareIdentity,
  DiscardDraft,
  SendEnrolmentCode,
  StartEnrolment,
  SubmitEnrolment,
  TakePortrait,
  VerifyEnrolmentCode,
  ViewDraft,
} from '../../../../contract/enrolment.ts'
import type { z } from 'zod'
import { deed, view, type GivenTo } from '../../../client/call.ts'
import { strangersDeed } from '../../../client/presence.ts'
import { Problem } from '../../../client/problem.ts'
import { language } from '../../../ui/language.ts'
import { navigate } from '../../../ui/router.tsx'
import { createStore } from '../../../ui/store.ts'

export type Draft = z.infer<typeof draftState>
export type StepName = 'consent' | 'identity' | 'phone' | 'code' | 'portrait' | 'review' | 'result'
/** After sending: the result, and the other portrait that may be asked for. */
type SentStep = 'result' | 'another-portrait'

/** contract/enrolment.ts says which text is in force; the type below fails to compile when it moves on. */
const consentVersion: GivenTo<typeof StartEnrolment>['consent'] = '2026-11'

export const stepNames: readonly StepName[] = [
  'consent',
  'identity',
  'phone',
  'code',
  'portrait',
  'review',
  'result',
]
export const stepOf = (draft: Draft | null): StepName =>
  draft === null ? 'consent' : draft.step === 'sent' ? 'result' : draft.step

/** undefined: not asked yet; null: there is none. */
const store = createStore<Draft | null | undefined>(undefined)
export const useDraft = store.use

export const loadDraft = async (): Promise<Draft | null> => {
  try {
    const draft = await view<typeof ViewDraft>('enrolment.draft', {})
    store.set(draft)
    return draft
  } catch (error) {
    if (
      !(error instanceof Problem) ||
      (error.code !== 'enrolment.draft-gone' && error.code !== 'session.required')
    ) {
      throw error
    }
    store.set(null)
    return null
  }
}

/** To the step the server says, or to one that comes before it. */
export const goTo = (step: StepName | SentStep, options?: { replace?: boolean }) =>
  navigate(`/enrol/${step}`, options)
const goOn = (draft: Draft) => {
  store.set(draft)
  goTo(stepOf(draft))
}

export const start = async () =>
  goOn(
    await deed<typeof StartEnrolment>('enrolment.start', { consent: consentVersion, language: language() }),
  )
export const declare = async (input: GivenTo<typeof DeclareIdentity>) =>
  goOn(await deed<typeof DeclareIdentity>('enrolment.declare', input))
/** Always on to the code: a changed number has to be proven again. */
export const sendCode = async (input: GivenTo<typeof SendEnrolmentCode>) => {
  store.set(await strangersDeed<typeof SendEnrolmentCode>('enrolment.send-code', input))
  goTo('code')
}
export const verifyCode = async (code: string) =>
  goOn(await deed<typeof VerifyEnrolmentCode>('enrolment.verify-code', { code }))
export const takePortrait = async (picture: string) => {
  const taken = await deed<typeof TakePortrait>('enrolment.take-portrait', { picture }, { timeout_s: 60 })
  store.set(taken.draft)
  return taken
}
export const submit = async () => {
  await deed<typeof SubmitEnrolment>('enrolment.submit', {})
  const draft = store.get()
  if (draft) {
    store.set({ ...draft, step: 'sent' })
  }
  goTo('result', { replace: true })
}
export const discard = async () => {
  await deed<typeof DiscardDraft>('enrolment.discard', {})
  store.set(null)
  navigate('/welcome', { replace: true })
}
