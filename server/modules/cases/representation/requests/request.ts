/**
 * A request at a counter to act for a child or ward (Decree 69/2024/ND-CP art. 10; Civil Code 2015 art.
 * 46-54): both stand there, papers are shown, the
 * representative consents at the second screen. Decided by rule where the register knows the relation; else a
 * second pair of eyes looks. Pure.
 */
import type { z } from 'zod'
import type {
  requestDoubt,
  requestRefusal,
  requestState,
  requestStep,
} from '../../../../../contract/representation.ts'
import { problem } from '../../../../kernel/problem.ts'
import {
  judgePortraitTries,
  type PortraitJudgement,
} from '../../../evidence/biometrics/face/judge-portrait.ts'
import type { RegisterPerson } from '../../../registry/population/person.ts'
import { kindOfRelation, levelMost, needsPortrait, whyNot, type TieKind } from '../representation.ts'

export type RequestState = z.infer<typeof requestState>
export type RequestRefusal = z.infer<typeof requestRefusal>
export type RequestDoubt = z.infer<typeof requestDoubt>
export type RequestStep = z.infer<typeof requestStep>

interface Paper {
  readonly kind:
    | 'birth-certificate'
    | 'adoption-decision'
    | 'guardianship-decision'
    | 'court-decision'
    | 'card'
  readonly number: string
  readonly authority: string
  readonly date: string
}

/** Sealed under the ward's key. */
export interface RequestContent {
  readonly wardNumber: string
  readonly representativeNumber: string
  readonly kind: TieKind
  readonly papers: readonly Paper[]
  readonly until: string | null
  readonly portraits: readonly {
    readonly outcome: PortraitJudgement['outcome']
    readonly hints: PortraitJudgement['hints']
  }[]
  readonly chip: { readonly verdict: 'genuine' | 'refused'; readonly isHers: boolean } | null
  readonly note: string | null
}

export interface RepresentationRequest {
  readonly state: RequestState
  readonly content: RequestContent
}

/** What stands outside of the request and decides as well. */
export interface RequestStanding {
  readonly ward: RegisterPerson | null
  readonly wardAccount: { readonly isOthers: boolean } | null
  readonly mayRepresent: boolean
  readonly isTied: boolean
  readonly consent: 'none' | 'asked' | 'agreed' | 'declined'
  readonly at: Date
}

export const mustBeOpen = ({ state }: Pick<RepresentationRequest, 'state'>): void => {
  if (state !== 'open') {
    throw problem('representation.closed')
  }
}

/** `none`: of so young a child nothing is compared. */
const portraitOf = (
  { portraits }: RequestContent,
  { ward, at }: RequestStanding,
): 'match' | 'no-match' | 'exception' | 'unfinished' | 'none' => {
  if (ward && !needsPortrait(ward, at)) {
    return 'none'
  }
  return portraits.length === 0
    ? 'unfinished'
    : judgePortraitTries(
        portraits.map(({ outcome }) => outcome),
        at,
      )
}

const refusalOf = ({ content }: RepresentationRequest, standing: RequestStanding): RequestRefusal | null => {
  const { ward, at } = standing
  if (!ward) {
    return 'not-in-register'
  }
  const why = whyNot(ward, content.kind, at)
  if (why === 'deceased' || why === 'of-age' || why === 'no-valid-card') {
    return why
  }
  if (!standing.mayRepresent) {
    return 'representative-not-level-2'
  }
  if (standing.isTied) {
    return 'already-represented'
  }
  if (content.chip && (content.chip.verdict === 'refused' || !content.chip.isHers)) {
    return 'chip-refused'
  }
  if (portraitOf(content, standing) === 'no-match') {
    return 'portrait-differs'
  }
  return standing.consent === 'declined' ? 'consent-declined' : null
}

/** What the rules leave to a second pair of eyes. */
export const doubtsOf = ({ content }: RepresentationRequest, standing: RequestStanding): RequestDoubt[] => {
  const { ward } = standing
  if (!ward) {
    return []
  }
  const isUncompared = content.portraits.some(({ outcome }) => outcome === 'no-reference')
  const doubts: [RequestDoubt, boolean][] = [
    ['relation-not-in-register', kindOfRelation(ward, content.representativeNumber) !== content.kind],
    ['portrait-no-reference', portraitOf(content, standing) === 'exception' && isUncompared],
    ['portrait-unsure', portraitOf(content, standing) === 'exception' && !isUncompared],
    ['takes-over-account', standing.wardAccount?.isOthers === true],
  ]
  return doubts.filter(([, isSo]) => isSo).map(([doubt]) => doubt)
}

export const remainingOf = (request: RepresentationRequest, standing: RequestStanding): RequestStep[] => {
  if (request.state === 'waiting-second') {
    return ['second']
  }
  if (request.state !== 'open') {
    return []
  }
  const steps: [RequestStep, boolean][] = [
    ['papers', request.content.papers.length === 0],
    ['portrait', portraitOf(request.content, standing) === 'unfinished'],
    ['consent', standing.consent === 'none' || standing.consent === 'asked'],
  ]
  return steps.filter(([, isLeft]) => isLeft).map(([step]) => step)
}

/** Level 2 needs the card's chip and a face that matches, and the age that the law says. */
export const levelOf = ({ content }: RepresentationRequest, standing: RequestStanding): 1 | 2 =>
  standing.ward &&
  content.chip?.verdict === 'genuine' &&
  content.chip.isHers &&
  portraitOf(content, standing) === 'match'
    ? levelMost(standing.ward, standing.at)
    : 1

export type RequestDecision =
  | { readonly state: 'accepted' | 'waiting-second' }
  | { readonly state: 'refused'; readonly reason: RequestRefusal }

/** Throws `representation.closed`, `representation.incomplete`. */
export const submitted = (request: RepresentationRequest, standing: RequestStanding): RequestDecision => {
  mustBeOpen(request)
  const reason = refusalOf(request, standing)
  if (reason) {
    return { state: 'refused', reason }
  }
  if (remainingOf(request, standing).length > 0) {
    throw problem('representation.incomplete')
  }
  return { state: doubtsOf(request, standing).length > 0 ? 'waiting-second' : 'accepted' }
}

/** Throws `representation.not-waiting`. */
export const seconded = (
  request: RepresentationRequest,
  standing: RequestStanding,
  verdict: 'confirm' | 'deny',
): RequestDecision => {
  if (request.state !== 'waiting-second') {
    throw problem('representation.not-waiting')
  }
  const reason = refusalOf(request, standing)
  if (reason) {
    return { state: 'refused', reason }
  }
  return verdict === 'confirm' ? { state: 'accepted' } : { state: 'refused', reason: 'second-denied' }
}
