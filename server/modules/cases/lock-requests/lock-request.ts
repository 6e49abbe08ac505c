/**
 * A request to lock or unlock: form TK03 of a competent body, which its receiver passes on, or the holder's
 * own, which waits for the decision from the first. Who had a hand in it does not decide it. Pure.
 */
import { bodyNamed } from '../../registry/organisations/bodies/body-name.ts'
import type { PaperPage } from '../../evidence/capture/paper.ts'
import type { z } from 'zod'
import type { lockRequestKind, lockRequestState } from '../../../../contract/lock.ts'
import type { ProblemCode } from '../../../../contract/problems/catalogue.ts'
import { isAskedSince, type Standing } from '../../people/locks/lock.ts'
import type { CaseContent } from '../casework/case-kind.ts'

export type RequestKind = z.infer<typeof lockRequestKind>
export type RequestState = z.infer<typeof lockRequestState>

export interface RequestFacts {
  readonly kind: RequestKind
  /** The body that asks; empty for the holder. */
  readonly authority: string
}

/** The number is empty in a request of before the one case: `numberOf` knows it. */
export interface RequestContent extends CaseContent {
  readonly authority: string
  readonly documentNumber: string
  readonly documentDate: string
  readonly reason: string
  readonly script: readonly string[]
  /** Where the body is answered; empty for the holder's own request. */
  readonly replyTo: string
  /** Of the form and its document; absent in what was received before they were pictured. */
  readonly pages?: readonly PaperPage[]
}

/** One of a kind waits at a time for a person and a body. */
export const unfinishedKeyOf = ({ kind, authority }: RequestFacts): string =>
  `${kind} ${bodyNamed(authority)}`

/** As it was before names were compared so: the name as it was typed. */
export const formerKeyOf = ({ kind, authority }: RequestFacts): string => `${kind} ${authority}`

/** Why a body's form is not received: `isTheirs` says whether a lock of that very body stands. */
export const refusalOfTk03 = (
  kind: Exclude<RequestKind, 'holder-unlock'>,
  isTheirs: boolean,
): ProblemCode | null =>
  kind === 'body-unlock' ? (isTheirs ? null : 'lock.not-locked') : isTheirs ? 'lock.nothing-to-lock' : null

export const refusalToForward = (state: RequestState): ProblemCode | null =>
  state === 'received' ? null : 'lock.request-closed'

/**
 * Why it is not granted now. Whoever has locked the account since the wish was taken has not wished it; she
 * is asked anew at a counter.
 */
export const refusalToGrant = (
  { kind }: Pick<RequestFacts, 'kind'>,
  { locks, askedAt }: { readonly locks: readonly Standing[]; readonly askedAt: Date },
): ProblemCode | null =>
  kind === 'holder-unlock' && isAskedSince(locks, askedAt) ? 'lock.locked-since' : null

export const refusalToDecide = (state: RequestState): ProblemCode | null =>
  state === 'received' ? 'lock.not-forwarded' : state === 'forwarded' ? null : 'lock.request-closed'
