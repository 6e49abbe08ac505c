// What an officer may do with a dossier at the step it stands at, and why not yet, where the law or the
// house wants something first. The server judges again; this only spares her the refusal.
import { isEnded, type Dossier } from './dossier.ts'

export type Act =
  | 'receive'
  | 'not-receive'
  | 'ask'
  | 'grant'
  | 'refuse'
  | 'pause'
  | 'resume'
  | 'fee-ask'
  | 'fee-paid'
  | 'apologise'
  | 'move'
  | 'confirm'
  | 'send-back'

type WhyNot =
  | 'no-task'
  | 'consents-open'
  | 'consent-declined'
  | 'not-all-ticked'
  | 'asked-before'
  | 'fee-unpaid'
  | 'fee-paid'
  | 'not-late'
  | 'apologised'
  | 'own-proposal'

export interface OfferedAct {
  readonly act: Act
  /** Null: it can be done now. */
  readonly whyNot: WhyNot | null
}

const HOUR_MS = 3_600_000
/** From when on a dossier is about to be late: the server's own bound is the law's; this one only offers. */
const SOON_MS = 48 * HOUR_MS

const hasOpenConsent = ({ consents }: Dossier): boolean => consents.some(({ state }) => state === 'waiting')
const hasDeclined = ({ consents }: Dossier): boolean => consents.some(({ state }) => state === 'declined')

const notYetGranted = (dossier: Dossier): WhyNot | null => {
  if (dossier.checklist.some(({ isTicked }) => !isTicked)) {
    return 'not-all-ticked'
  }
  if (hasDeclined(dossier)) {
    return 'consent-declined'
  }
  if (hasOpenConsent(dossier)) {
    return 'consents-open'
  }
  return dossier.fees.length > 0 && !dossier.paid ? 'fee-unpaid' : null
}

const notYetLate = ({ apology, isOverdue, dueAt }: Dossier, now: number): WhyNot | null => {
  if (apology) {
    return 'apologised'
  }
  return isOverdue || (dueAt !== null && Date.parse(dueAt) - now < SOON_MS) ? null : 'not-late'
}

const whenFiled = (dossier: Dossier): OfferedAct[] => [
  { act: 'receive', whyNot: hasOpenConsent(dossier) ? 'consents-open' : null },
  { act: 'move', whyNot: null },
  { act: 'not-receive', whyNot: null },
]

const whenWorkedOn = (dossier: Dossier, now: number): OfferedAct[] => [
  { act: 'grant', whyNot: notYetGranted(dossier) },
  { act: 'ask', whyNot: dossier.mayAskSupplement ? null : 'asked-before' },
  { act: 'pause', whyNot: null },
  ...(dossier.fees.length > 0 ? [{ act: 'fee-ask', whyNot: dossier.paid ? 'fee-paid' : null } as const] : []),
  { act: 'apologise', whyNot: notYetLate(dossier, now) },
  { act: 'move', whyNot: null },
  { act: 'refuse', whyNot: null },
]

const whenPutForward = ({ proposal }: Dossier): OfferedAct[] => {
  const whyNot = proposal?.isMine ? 'own-proposal' : null
  return [
    { act: 'confirm', whyNot },
    { act: 'send-back', whyNot },
  ]
}

const offered = (dossier: Dossier, now: number): OfferedAct[] => {
  const { state } = dossier
  if (isEnded(state)) {
    return []
  }
  if (state === 'filed' || state === 'awaiting-consents') {
    return whenFiled(dossier)
  }
  if (state === 'put-forward') {
    return whenPutForward(dossier)
  }
  const late: OfferedAct = { act: 'apologise', whyNot: notYetLate(dossier, now) }
  if (state === 'payment-asked') {
    return [{ act: 'fee-paid', whyNot: null }, late]
  }
  if (state === 'paused') {
    return [{ act: 'resume', whyNot: null }, late]
  }
  return state === 'supplement-asked' ? [late] : whenWorkedOn(dossier, now)
}

const taskByAct: Readonly<Partial<Record<Act, string>>> = {
  receive: 'dossier.receive',
  'not-receive': 'dossier.receive',
  confirm: 'dossier.decide',
  'send-back': 'dossier.decide',
}

/** In the order in which the page offers them: what is usual first, what ends it last. */
export const actsOf = (dossier: Dossier, tasks: readonly string[], now: number): readonly OfferedAct[] =>
  offered(dossier, now).map(({ act, whyNot }) => ({
    act,
    whyNot:
      act !== 'move' && !tasks.includes(taskByAct[act] ?? 'dossier.work') ? ('no-task' as const) : whyNot,
  }))
