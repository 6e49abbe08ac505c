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
} from '../../../../../contract/representation-request.ts'
import { problem } from '../../../../kernel/problem.ts'
import { proofOf, type ReadChip, type WithChip } from '../../../evidence/capture/chip.ts'
import type { Consent } from '../../../evidence/capture/consent.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { arePictured, type NotedPaper } from '../../../evidence/capture/paper.ts'
import { paperPictures } from '../../../evidence/capture/rules.ts'
import { unsignedOf } from '../../../evidence/capture/unsigned.ts'
import { takesTwo } from '../../../registry/organisations/control-deeds.ts'
import {
  hasMatched,
  portraitVerdict,
  type PortraitVerdict,
  type WithPortraits,
} from '../../../evidence/capture/portrait.ts'
import type { CaseContent } from '../../casework/case-kind.ts'
import type { RegisterPerson } from '../../../registry/population/person.ts'
import { kindOfRelation, levelMost, needsPortrait, whyNot, type TieKind } from '../representation.ts'

export type RequestState = z.infer<typeof requestState>
export type RequestRefusal = z.infer<typeof requestRefusal>
export type RequestDoubt = z.infer<typeof requestDoubt>
export type RequestStep = z.infer<typeof requestStep>

type Paper = NotedPaper<
  'birth-certificate' | 'adoption-decision' | 'guardianship-decision' | 'court-decision' | 'card'
>

export interface WardChip extends ReadChip {
  readonly isHers: boolean
}

/** Sealed under the ward's key; `personalNumber` and `name` are hers. */
export interface RequestContent extends CaseContent, WithChip<WardChip>, WithPortraits {
  readonly representativeNumber: string
  readonly kind: TieKind
  readonly papers: readonly Paper[]
  readonly until: string | null
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
  readonly consent: Consent
  readonly at: Date
}

const mustBeOpen = ({ state }: Pick<RepresentationRequest, 'state'>): void => {
  if (state !== 'open') {
    throw problem('representation.closed')
  }
}

/** `none`: of so young a child nothing is compared. */
const portraitOf = (content: RequestContent, { ward, at }: RequestStanding): PortraitVerdict | 'none' =>
  ward && !needsPortrait(ward, at) ? 'none' : portraitVerdict(content, at)

/** What stands against it whatever is taken: said when the request is opened, and asked again later. */
export const barredBy = (
  kind: TieKind,
  { ward, mayRepresent, isTied, at }: Pick<RequestStanding, 'ward' | 'mayRepresent' | 'isTied' | 'at'>,
): RequestRefusal | null => {
  if (!ward) {
    return 'not-in-register'
  }
  const why = whyNot(ward, kind, at)
  if (why === 'deceased' || why === 'of-age' || why === 'no-valid-card') {
    return why
  }
  if (!mayRepresent) {
    return 'representative-not-level-2'
  }
  return isTied ? 'already-represented' : null
}

/** Not yet that no copy of it was held out: that is `proven`. */
const isHerCard = (chip: WardChip): boolean =>
  chip.isHers && (proofOf(chip) === 'proven' || proofOf(chip) === 'unproven')

const refusalOf = ({ content }: RepresentationRequest, standing: RequestStanding): RequestRefusal | null => {
  const bar = barredBy(content.kind, standing)
  if (bar) {
    return bar
  }
  if (content.chip && !isHerCard(content.chip)) {
    return 'chip-refused'
  }
  if (portraitOf(content, standing) === 'no-match') {
    return 'portrait-differs'
  }
  return standing.consent === 'declined' ? 'consent-declined' : null
}

const isProven = ({ chip }: RequestContent): boolean => chip !== null && proofOf(chip) === 'proven'

/** What it rests on: over an adult the papers themselves, over a child only where the register is silent. */
const restsOn = (
  { kind, representativeNumber }: RequestContent,
  ward: RegisterPerson,
): 'guardian' | 'parent-by-paper' | 'register' =>
  kind === 'guardian'
    ? 'guardian'
    : kindOfRelation(ward, representativeNumber) === kind
      ? 'register'
      : 'parent-by-paper'

/** What the pictures of its papers are wanted for; null where they are there, or nothing rests on a paper. */
const lacksPages = (
  content: RequestContent,
  { ward, at }: Pick<RequestStanding, 'ward' | 'at'>,
): 'required' | 'second-eyes' | null => {
  const ground = ward ? restsOn(content, ward) : 'register'
  return ground === 'register' || arePictured(content.papers) ? null : inForce(paperPictures, at)[ground]
}

/** What the rules leave to a second pair of eyes. */
export const doubtsOf = ({ content }: RepresentationRequest, standing: RequestStanding): RequestDoubt[] => {
  const { ward } = standing
  if (!ward) {
    return []
  }
  const isByPaper = restsOn(content, ward) !== 'register'
  const unsigned = unsignedOf(content)
  const isUncompared = content.portraits.some(({ outcome }) => outcome === 'no-reference')
  const doubts: [RequestDoubt, boolean][] = [
    ['relation-not-in-register', kindOfRelation(ward, content.representativeNumber) !== content.kind],
    ['portrait-no-reference', portraitOf(content, standing) === 'exception' && isUncompared],
    ['portrait-unsure', portraitOf(content, standing) === 'exception' && !isUncompared],
    ['chip-unproven', levelOf({ content }, standing) === 2 && !isProven(content)],
    ['takes-over-account', standing.wardAccount?.isOthers === true],
    ['portrait-unsigned', unsigned.includes('portrait')],
    ['chip-unsigned', unsigned.includes('chip')],
    ['paper-not-pictured', lacksPages(content, standing) === 'second-eyes'],
    ['paper-unsigned', isByPaper && unsigned.includes('paper')],
    ['two-persons', takesTwo('ward', standing.at)],
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
    ['pages', request.content.papers.length > 0 && lacksPages(request.content, standing) === 'required'],
    ['portrait', portraitOf(request.content, standing) === 'unfinished'],
    ['consent', standing.consent === 'none' || standing.consent === 'asked'],
  ]
  return steps.filter(([, isLeft]) => isLeft).map(([step]) => step)
}

/**
 * Level 2 needs the card's chip and a face that matches, and the age that the law says. A chip whose key is
 * not proven, and a face taken by whoever had been shown the register's, count by the second pair of eyes
 * alone (`chip-unproven`, `portrait-unsure`).
 */
export const levelOf = (
  { content }: Pick<RepresentationRequest, 'content'>,
  standing: RequestStanding,
): 1 | 2 =>
  standing.ward &&
  content.chip &&
  isHerCard(content.chip) &&
  portraitOf(content, standing) !== 'none' &&
  hasMatched(content)
    ? levelMost(standing.ward, standing.at)
    : 1

export type RequestDecision =
  | { readonly state: 'accepted' | 'waiting-second' }
  | { readonly state: 'refused'; readonly reason: RequestRefusal }

/** Throws `representation.closed`, `representation.incomplete`, `evidence.paper-not-pictured`. */
export const submitted = (request: RepresentationRequest, standing: RequestStanding): RequestDecision => {
  mustBeOpen(request)
  const reason = refusalOf(request, standing)
  if (reason) {
    return { state: 'refused', reason }
  }
  const left = remainingOf(request, standing)
  if (left.length > 0) {
    throw problem(
      left.every((step) => step === 'pages') ? 'evidence.paper-not-pictured' : 'representation.incomplete',
    )
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
