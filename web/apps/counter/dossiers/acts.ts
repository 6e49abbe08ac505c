// What an officer may do with a dossier at the step it stands at, and why not yet, where the law or the
// house wants something first. The server judges again; this only spares her the refusal.
import type { Dossier } from './dossier.ts'
import type { Judgments } from './judgments.ts'

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

export type WhyNot =
  | 'no-task'
  | 'consents-open'
  | 'not-all-ticked'
  | 'asked-before'
  | 'fee-unpaid'
  | 'register-waits'
  | 'record-not-seen'
  | 'entries-open'
  | 'not-late'
  | 'apologised'
  | 'own-proposal'

export interface OfferedAct {
  readonly act: Act
  /** Null: it can be done now. */
  readonly whyNot: WhyNot | null
}

const HOUR_MS = 3_600_000
/** From when on a new day is offered. The server takes one at any time; nobody needs it before. */
const SOON_MS = 48 * HOUR_MS

const hasOpenConsent = ({ consents }: Dossier): boolean => consents.some(({ state }) => state === 'waiting')
const isFeeDue = ({ fees, paid }: Dossier): boolean => !paid && fees.some(({ amount_vnd }) => amount_vnd > 0)

/** Of the register of judgments, where the result rests on it; `said`: what was read on this page. */
const notYetRead = ({ register }: Dossier, said: Judgments | null): WhyNot | null => {
  if (!register) {
    return null
  }
  if (!said) {
    return register.state === 'answered' ? 'record-not-seen' : 'register-waits'
  }
  return said.open > 0 ? 'entries-open' : null
}

const notYetGranted = (dossier: Dossier, said: Judgments | null): WhyNot | null => {
  const unread = notYetRead(dossier, said)
  if (unread) {
    return unread
  }
  if (dossier.checklist.some(({ isTicked }) => !isTicked)) {
    return 'not-all-ticked'
  }
  if (hasOpenConsent(dossier)) {
    return 'consents-open'
  }
  return isFeeDue(dossier) ? 'fee-unpaid' : null
}

const notYetLate = ({ apology, isOverdue, dueAt }: Dossier, now: number): WhyNot | null => {
  if (apology) {
    return 'apologised'
  }
  return isOverdue || (dueAt !== null && Date.parse(dueAt) - now < SOON_MS) ? null : 'not-late'
}

const whenFiled = (late: OfferedAct): OfferedAct[] => [
  { act: 'receive', whyNot: null },
  ...(late.whyNot === null ? [late] : []),
  { act: 'move', whyNot: null },
  { act: 'not-receive', whyNot: null },
]

const whenWorkedOn = (dossier: Dossier, said: Judgments | null, late: OfferedAct): OfferedAct[] => [
  { act: 'grant', whyNot: notYetGranted(dossier, said) },
  { act: 'ask', whyNot: dossier.mayAskSupplement ? null : 'asked-before' },
  { act: 'pause', whyNot: null },
  ...(isFeeDue(dossier)
    ? [{ act: 'fee-ask', whyNot: null } as const, { act: 'fee-paid', whyNot: null } as const]
    : []),
  late,
  { act: 'move', whyNot: null },
  { act: 'refuse', whyNot: null },
]

const whenPutForward = (dossier: Dossier, said: Judgments | null, late: OfferedAct): OfferedAct[] => {
  const { proposal } = dossier
  const whyNot = proposal?.isMine ? 'own-proposal' : null
  const unread = proposal?.verdict === 'grant' ? notYetRead(dossier, said) : null
  return [
    { act: 'confirm', whyNot: whyNot ?? unread },
    { act: 'send-back', whyNot },
    ...(late.whyNot === null ? [late] : []),
  ]
}

/** While somebody else is awaited the clock stands still, and so nothing gets late. */
const offered = (dossier: Dossier, said: Judgments | null, now: number): OfferedAct[] => {
  const late: OfferedAct = { act: 'apologise', whyNot: notYetLate(dossier, now) }
  switch (dossier.state) {
    case 'filed':
      return whenFiled(late)
    case 'received':
    case 'processing':
      return whenWorkedOn(dossier, said, late)
    case 'put-forward':
      return whenPutForward(dossier, said, late)
    case 'payment-asked':
      return [{ act: 'fee-paid', whyNot: null }]
    case 'paused':
      return [{ act: 'resume', whyNot: null }]
    default:
      return []
  }
}

const taskByAct: Readonly<Partial<Record<Act, string>>> = {
  receive: 'dossier.receive',
  'not-receive': 'dossier.receive',
  confirm: 'dossier.decide',
  'send-back': 'dossier.decide',
}

/** In the order in which the page offers them: what is usual first, what ends it last. */
export const actsOf = (
  dossier: Dossier,
  tasks: readonly string[],
  { now, said = null }: { readonly now: number; readonly said?: Judgments | null },
): readonly OfferedAct[] =>
  offered(dossier, said, now).map(({ act, whyNot }) => ({
    act,
    whyNot:
      act !== 'move' && !tasks.includes(taskByAct[act] ?? 'dossier.work') ? ('no-task' as const) : whyNot,
  }))
