/**
 * An application for an account (Decree 69/2024 art. 10). Submitted by the citizen; accepted at once when
 * everything agrees; refused at once
 * only for a reason that the proven person may know; else reviewed by an officer, who accepts or refuses with
 * a reason. Pure.
 */
import { vietnamDay } from '../../../../../formats/vietnam-day.ts'
import { compareKey } from '../../../../../formats/vietnamese-text.ts'
import { ageOn, datesAgree, type PartialDate } from '../../../../../formats/partial-date.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { CaseContent } from '../../casework/case-kind.ts'

export type EnrolmentState = 'submitted' | 'in-review' | 'waiting-citizen' | 'accepted' | 'refused'
export type PortraitFault =
  | 'blurred'
  | 'too-dark'
  | 'face-covered'
  | 'face-turned'
  | 'several-people'
  | 'not-own-face'
export type RefusalReason =
  | 'identity-not-confirmed'
  | 'name-differs'
  | 'birth-date-differs'
  | 'under-age'
  | 'no-valid-card'
  | 'already-has-account'
  | 'phone-already-bound'
  | 'portrait-unusable'
  | 'suspected-fraud'
  | 'deceased'
export type Doubt =
  | 'not-in-register'
  | 'portrait-unsure'
  | 'portrait-differs'
  | 'no-reference-portrait'
  | 'name-differs'
  | 'birth-date-differs'
  | 'qr-differs'
  | 'no-automatic-matcher'
  | 'portrait-not-compared'

/** What the citizen says of herself. */
export interface Declared {
  readonly personalNumber: string
  readonly fullName: string
  readonly birthDate: string
  readonly sex: 'male' | 'female' | null
  readonly source: 'typed' | 'qr'
}

/** What was sent: as declared, with the contacts, of which a code has proven one. */
export interface Application extends CaseContent, Declared {
  readonly phone: string
  readonly email: string | null
}

/** What the register says, as far as an application needs it. */
export interface Registered {
  readonly fullName: string
  readonly birthDate: string
  readonly sex: 'male' | 'female'
  readonly isAlive: boolean
  readonly hasValidCard: boolean
}

/** One time that an officer asked for another portrait. Moments are ISO text. */
export interface Ask {
  readonly fault: PortraitFault
  readonly officerNumber: string
  readonly askedAt: string
  readonly answerBy: string
  readonly answeredAt: string | null
}

export interface Evidence {
  readonly declared: Declared
  readonly registered: Registered | null
  readonly portrait: {
    readonly verdict: 'match' | 'no-match' | 'unsure' | 'no-reference'
    readonly score: number
    readonly isAutomatic: boolean
  }
  readonly hasAccount: boolean
  readonly isPhoneFree: boolean
  /** Years; the least age for an account of one's own. */
  readonly leastAge: number
  /** ISO day in Vietnam. */
  readonly today: string
}

export type Settlement =
  | { readonly verdict: 'accept' }
  | { readonly verdict: 'refuse'; readonly reason: RefusalReason }
  | { readonly verdict: 'review'; readonly doubts: readonly Doubt[] }

export const nameAgrees = (
  declared: Pick<Declared, 'fullName'>,
  registered: Pick<Registered, 'fullName'>,
): boolean => compareKey(declared.fullName) === compareKey(registered.fullName)

export const birthDateAgrees = (
  declared: Pick<Declared, 'birthDate'>,
  registered: Pick<Registered, 'birthDate'>,
): boolean => datesAgree(declared.birthDate as PartialDate, registered.birthDate as PartialDate)

const ofVerdict = {
  match: null,
  'no-reference': 'no-reference-portrait',
  'no-match': 'portrait-differs',
  unsure: 'portrait-unsure',
} as const satisfies Record<Evidence['portrait']['verdict'], Doubt | null>
const portraitDoubt = ({ verdict, isAutomatic }: Evidence['portrait']): Doubt | null =>
  isAutomatic ? ofVerdict[verdict] : 'no-automatic-matcher'
const NOT_COMPARED = 'portrait-not-compared'
const portraitDoubts: readonly (Doubt | null)[] = [
  ...Object.values(ofVerdict),
  'no-automatic-matcher',
  NOT_COMPARED,
]

/**
 * The doubts of an application whose portrait is another one now; null: it is not compared yet, which is a
 * doubt as well. Whoever is not in the register has nothing to be compared with.
 */
export const doubtsWithPortrait = (
  before: readonly Doubt[],
  portrait: Evidence['portrait'] | null,
): readonly Doubt[] => {
  const others = before.filter((doubt) => !portraitDoubts.includes(doubt))
  if (others.includes('not-in-register')) {
    return others
  }
  const doubt = portrait ? portraitDoubt(portrait) : NOT_COMPARED
  return doubt ? [doubt, ...others] : others
}

/** As an officer's screen gets them: what is not compared is unsure, and said to be that. */
export const doubtsSeen = (doubts: readonly Doubt[]) => ({
  doubts: doubts.map((doubt) => (doubt === NOT_COMPARED ? 'portrait-unsure' : doubt)),
  isPortraitCompared: !doubts.includes(NOT_COMPARED),
})

const doubtsOf = ({ declared, registered, portrait }: Evidence): Doubt[] => {
  if (!registered) {
    return ['not-in-register']
  }
  const doubts: Doubt[] = []
  const doubt = portraitDoubt(portrait)
  if (doubt) {
    doubts.push(doubt)
  }
  const differs = declared.source === 'qr' ? 'qr-differs' : null
  if (!nameAgrees(declared, registered)) {
    doubts.push(differs ?? 'name-differs')
  }
  if (!birthDateAgrees(declared, registered)) {
    doubts.push(differs ?? 'birth-date-differs')
  }
  return [...new Set(doubts)]
}

/**
 * Settles an application by rule. Whoever has not shown the right face learns nothing: a number that does not
 * exist and a wrong face both go to
 * an officer. A reason from the register is told only after code and portrait have matched.
 */
export const settle = (evidence: Evidence): Settlement => {
  const { registered, portrait, leastAge, today } = evidence
  const doubts = doubtsOf(evidence)
  if (!registered || portrait.verdict !== 'match' || !registered.isAlive) {
    return { verdict: 'review', doubts }
  }
  if (evidence.hasAccount) {
    return { verdict: 'refuse', reason: 'already-has-account' }
  }
  if (!evidence.isPhoneFree) {
    return { verdict: 'refuse', reason: 'phone-already-bound' }
  }
  if (ageOn(registered.birthDate as PartialDate, today) < leastAge) {
    return { verdict: 'refuse', reason: 'under-age' }
  }
  if (!registered.hasValidCard) {
    return { verdict: 'refuse', reason: 'no-valid-card' }
  }
  return doubts.length === 0 ? { verdict: 'accept' } : { verdict: 'review', doubts }
}

const dayShown = (iso: string): string => vietnamDay(iso).split('-').toReversed().join('/')

/**
 * An officer acts only while the application is before her. Throws `enrolment.waits-for-portrait`,
 * `enrolment.already-decided`.
 */
const mustBeInReview = (state: EnrolmentState, asks: readonly Ask[]): void => {
  const by = asks.at(-1)?.answerBy
  if (state === 'waiting-citizen' && by) {
    throw problem('enrolment.waits-for-portrait', { params: { by: dayShown(by) } })
  }
  if (state !== 'in-review') {
    throw problem('enrolment.already-decided')
  }
}

/**
 * An officer's verdict on an application in review. A face that was compared with nothing opens no account.
 * Throws as `mustBeInReview` does, `enrolment.reason-required` and `enrolment.portrait-not-compared`.
 */
export const decide = (
  state: EnrolmentState,
  verdict: 'accept' | 'refuse',
  reason: RefusalReason | undefined,
  { asks = [], doubts = [] }: { readonly asks?: readonly Ask[]; readonly doubts?: readonly Doubt[] } = {},
): 'accepted' | 'refused' => {
  mustBeInReview(state, asks)
  if (verdict === 'accept' && doubts.includes(NOT_COMPARED)) {
    throw problem('enrolment.portrait-not-compared')
  }
  if (verdict === 'refuse' && !reason) {
    throw problem('enrolment.reason-required')
  }
  return verdict === 'accept' ? 'accepted' : 'refused'
}

/**
 * An officer asks for another portrait, a bounded number of times. Throws as `mustBeInReview` does, and
 * `enrolment.asked-enough`.
 */
export const askPortrait = (
  state: EnrolmentState,
  asks: readonly Ask[],
  ask: Omit<Ask, 'answeredAt'>,
  most: number,
): readonly Ask[] => {
  mustBeInReview(state, asks)
  if (asks.length >= most) {
    throw problem('enrolment.asked-enough', { params: { times: most } })
  }
  return [...asks, { ...ask, answeredAt: null }]
}

/** The applicant answers in time. Throws `enrolment.not-asked`, `enrolment.answer-too-late`. */
export const answerPortrait = (
  state: EnrolmentState,
  asks: readonly Ask[],
  answeredAt: string,
): readonly Ask[] => {
  const last = asks.at(-1)
  if (state !== 'waiting-citizen' || !last) {
    const isLapsed = state === 'refused' && last?.answeredAt === null
    throw isLapsed
      ? problem('enrolment.answer-too-late', { params: { by: dayShown(last.answerBy) } })
      : problem('enrolment.not-asked')
  }
  if (answeredAt > last.answerBy) {
    throw problem('enrolment.answer-too-late', { params: { by: dayShown(last.answerBy) } })
  }
  return [...asks.slice(0, -1), { ...last, answeredAt }]
}
