/**
 * A dossier of a public service: what it can be in, and each lawful step from there (Decree 118/2025/ND-CP;
 * the ten statuses of the national portal). Whoever decides is told by the procedure; what was asked for is
 * asked once; the clock stands still while somebody else is awaited. Pure.
 */
import type { DossierState } from '../../../../contract/dossiers.ts'
import type { Procedure } from '../../../../contract/procedure.ts'
import { problem } from '../../../kernel/problem.ts'
import { dueOf, paused, resumed, type Pause } from '../procedures/legal-clock.ts'
import type { Dossier, DossierFacts, SupplementItem } from './dossier-facts.ts'
import { needsSecond } from './record/judgments.ts'

const closed = () => problem('services.dossier-closed')
const mustBe = ({ state }: Dossier, ...states: readonly DossierState[]): void => {
  if (!states.includes(state)) {
    throw closed()
  }
}
/** Where officers work on it. */
const worked = ['received', 'processing'] as const

/** By when it is to be decided, as the person was told last; null while the clock stands still. */
export const dueOfDossier = ({ clock, apology }: Pick<DossierFacts, 'clock' | 'apology'>): Date | null => {
  const due = clock && dueOf(clock)
  if (!due || !apology) {
    return due
  }
  const promised = new Date(apology.newDueAt)
  return promised > due ? promised : due
}

const withFacts = (one: Dossier, facts: Partial<DossierFacts>): Dossier => ({
  ...one,
  facts: { ...one.facts, ...facts },
})
const to = (one: Dossier, state: DossierState): Dossier => ({ ...one, state })
const still = (one: Dossier, why: Pause['why'], at: Date): Dossier =>
  one.facts.clock ? withFacts(one, { clock: paused(one.facts.clock, why, at) }) : one
const goesOn = (one: Dossier, at: Date): Dossier =>
  one.facts.clock ? withFacts(one, { clock: resumed(one.facts.clock, at) }) : one

/** The last agreement has come: the clock begins as if it were filed now. */
const begins = (
  one: Dossier,
  at: Date,
  { cutOff, limits }: Pick<Procedure, 'cutOff' | 'limits'>,
): Dossier => {
  const limit = limits.find(({ law }) => law.vi === one.content.limitLaw.vi)?.working ?? { days: 1 }
  return withFacts(to(one, 'filed'), { clock: { limit, from: at.toISOString(), cutOff, pauses: [] } })
}

/**
 * One of those who were asked says yes or no, or an officer has seen her paper. Throws when she said so
 * before.
 */
export const consented = (
  one: Dossier,
  id: string,
  verdict: 'agreed' | 'declined' | 'on-paper',
  at: Date,
  of: Pick<Procedure, 'cutOff' | 'limits'>,
): Dossier => {
  const found = one.content.consents.find((consent) => consent.id === id)
  if (!found) {
    throw problem('services.no-such-consent')
  }
  if (found.state !== 'waiting' || one.state !== 'awaiting-consents') {
    throw problem('services.consent-answered')
  }
  const consents = one.content.consents.map((consent) =>
    consent.id === id ? { ...consent, state: verdict, at: at.toISOString() } : consent,
  )
  const openConsents = consents.filter(({ state }) => state === 'waiting').length
  const answered = withFacts({ ...one, content: { ...one.content, consents } }, { openConsents })
  if (verdict === 'declined') {
    return to(answered, 'rejected')
  }
  return openConsents === 0 ? begins(answered, at, of) : answered
}

export const received = (one: Dossier): Dossier => {
  mustBe(one, 'filed')
  return to(one, 'received')
}
export const notReceived = (one: Dossier, refusal: string, note: string, by: string): Dossier => {
  mustBe(one, 'filed')
  const proposal = { verdict: 'refuse' as const, refusal, note, by }
  return to({ ...one, content: { ...one.content, proposal } }, 'not-received')
}

/** Whoever does anything on a received dossier is processing it. */
const inHand = (one: Dossier): Dossier => (one.state === 'received' ? to(one, 'processing') : one)

export const ticked = (one: Dossier, item: string, isTicked: boolean): Dossier => {
  mustBe(one, ...worked)
  const others = one.facts.ticked.filter((of) => of !== item)
  return withFacts(inHand(one), { ticked: isTicked ? [...others, item] : others })
}

/** Everything that is missing, once (Decree 118/2025, as Decree 61/2018 art. 17 before it). */
export const asked = (
  one: Dossier,
  items: readonly Pick<SupplementItem, 'what' | 'answer'>[],
  at: Date,
  answerBy: Date,
): Dossier => {
  mustBe(one, ...worked)
  if (one.facts.hasAsked) {
    throw problem('services.asked-before')
  }
  const supplement = {
    askedAt: at.toISOString(),
    items: items.map((item, index) => ({ ...item, id: `item-${index + 1}`, text: null, hasPicture: false })),
  }
  const waits = still({ ...one, content: { ...one.content, supplement } }, 'supplement', at)
  return withFacts(to(waits, 'supplement-asked'), { hasAsked: true, answerBy: answerBy.toISOString() })
}

interface Given {
  readonly id: string
  readonly text: string | null
  readonly hasPicture: boolean
}
/** Everything at once: what is sent in parts is asked for in parts again. */
export const answered = (one: Dossier, given: readonly Given[], at: Date): Dossier => {
  const { supplement } = one.content
  if (one.state !== 'supplement-asked' || !supplement) {
    throw problem('services.not-asked')
  }
  const items = supplement.items.map((item) => {
    const sent = given.find(({ id }) => id === item.id)
    const isThere = item.answer === 'text' ? !!sent?.text : sent?.hasPicture === true
    if (!sent || !isThere) {
      throw problem('services.supplement-incomplete')
    }
    return { ...item, text: sent.text, hasPicture: sent.hasPicture }
  })
  if (given.some(({ id }) => !items.some((item) => item.id === id))) {
    throw problem('services.supplement-incomplete')
  }
  const sent = { ...one, content: { ...one.content, supplement: { ...supplement, items } } }
  return withFacts(to(goesOn(sent, at), 'processing'), { answerBy: null, isAnswered: true })
}

export const pausedFor = (one: Dossier, why: 'consultation' | 'other', at: Date): Dossier => {
  mustBe(one, ...worked)
  return to(still(one, why, at), 'paused')
}
export const wentOn = (one: Dossier, at: Date): Dossier => {
  mustBe(one, 'paused')
  return to(goesOn(one, at), 'processing')
}

export const paymentAsked = (one: Dossier, at: Date): Dossier => {
  mustBe(one, ...worked)
  if (one.facts.fee !== 'due') {
    throw problem('services.no-fee')
  }
  return to(still(one, 'payment', at), 'payment-asked')
}
/** Also without having been asked for: she may pay at the counter at once. */
export const paid = (one: Dossier, receipt: string, at: Date): Dossier => {
  mustBe(one, ...worked, 'payment-asked')
  if (one.facts.fee !== 'due') {
    throw problem('services.no-fee')
  }
  const with_ = { ...one, content: { ...one.content, receipt: { number: receipt, at: at.toISOString() } } }
  const on = one.state === 'payment-asked' ? to(goesOn(with_, at), 'processing') : inHand(with_)
  return withFacts(on, { fee: 'paid' })
}

export interface Proposal {
  readonly verdict: 'grant' | 'refuse'
  readonly refusal: string | null
  readonly note: string
  readonly by: string
}
type Checked = Pick<Procedure, 'checklist' | 'refusals' | 'fourEyes'>

/**
 * Whether a grant is decided by a second officer: as the procedure says, after an objection, where
 * somebody's agreement is no more than the word of the officer who noted her paper, and where the register of
 * judgments has anything to say.
 */
export const needsTwo = (
  { facts, content }: Pick<Dossier, 'facts' | 'content'>,
  { fourEyes }: Pick<Procedure, 'fourEyes'>,
): boolean =>
  fourEyes ||
  facts.hasObjected ||
  needsSecond(content.judgments) ||
  content.consents.some(({ state }) => state === 'on-paper')

/**
 * What an officer puts forward; decided by the same step where the procedure wants no second pair of eyes.
 */
export const putForward = (one: Dossier, proposal: Proposal, of: Checked): Dossier => {
  mustBe(one, ...worked)
  const with_ = { ...one, content: { ...one.content, proposal } }
  if (proposal.verdict === 'refuse') {
    if (!of.refusals.some(({ id }) => id === proposal.refusal)) {
      throw problem('services.no-such-reason')
    }
    // A refusal is never one person's word.
    return to(with_, 'put-forward')
  }
  if (one.facts.openConsents > 0) {
    throw problem('services.consents-open')
  }
  if (one.facts.fee === 'due') {
    throw problem('services.fee-unpaid')
  }
  if (of.checklist.some(({ id }) => !one.facts.ticked.includes(id))) {
    throw problem('services.not-all-ticked')
  }
  return to(with_, needsTwo(one, of) ? 'put-forward' : 'finished')
}
export const confirmed = (one: Dossier): Dossier => {
  if (one.state !== 'put-forward' || !one.content.proposal) {
    throw problem('services.not-put-forward')
  }
  return to(one, one.content.proposal.verdict === 'grant' ? 'finished' : 'rejected')
}
export const sentBack = (one: Dossier): Dossier => {
  if (one.state !== 'put-forward') {
    throw problem('services.not-put-forward')
  }
  return to({ ...one, content: { ...one.content, proposal: null } }, 'processing')
}

/** The result is written and stands where she finds it. */
export const returned = (one: Dossier, kinds: readonly string[], at: Date): Dossier => {
  mustBe(one, 'finished')
  const results = kinds.map((kind) => ({ kind, at: at.toISOString() }))
  return to({ ...one, content: { ...one.content, results } }, 'returned')
}

const withdrawable: readonly DossierState[] = [
  'awaiting-consents',
  'filed',
  'received',
  'processing',
  'supplement-asked',
  'payment-asked',
  'paused',
]
/** Not once it is paid or put forward: what is decided then is decided. */
export const mayWithdraw = ({ state, facts }: Pick<Dossier, 'state' | 'facts'>): boolean =>
  withdrawable.includes(state) && facts.fee !== 'paid'
export const withdrawn = (one: Dossier, at: Date): Dossier => {
  if (!mayWithdraw(one)) {
    throw problem('services.not-to-withdraw')
  }
  return withFacts(to(goesOn(one, at), 'withdrawn'), { answerBy: null })
}

/** Once, and by other eyes: the proposal before goes, what was ticked is looked at anew. */
export const mayObject = ({ state, facts, content }: Dossier): boolean =>
  (state === 'rejected' || state === 'not-received') && !facts.hasObjected && content.proposal !== null
export const objected = (one: Dossier, why: string, at: Date): Dossier => {
  if (!mayObject(one)) {
    throw problem('services.not-to-object')
  }
  const { clock } = one.facts
  const anew = clock && { ...clock, from: at.toISOString(), pauses: [] }
  return withFacts(to({ ...one, content: { ...one.content, objection: why, proposal: null } }, 'received'), {
    hasObjected: true,
    ticked: [],
    clock: anew,
    apology: null,
  })
}

/** An apology and a new day, once; for a dossier that is late or is going to be. */
export const apologised = (
  one: Dossier,
  { newDueAt, reason, by }: { readonly newDueAt: Date; readonly reason: string; readonly by: string },
): Dossier => {
  mustBe(one, 'filed', ...worked, 'put-forward')
  if (one.facts.apology) {
    throw problem('services.apologised-before')
  }
  const due = dueOfDossier(one.facts)
  if (!due || newDueAt <= due) {
    throw problem('services.not-late')
  }
  const apology = { wasDueAt: due.toISOString(), newDueAt: newDueAt.toISOString() }
  const content = { ...one.content, apologyReason: reason, apologyBy: by }
  return withFacts({ ...one, content }, { apology })
}
