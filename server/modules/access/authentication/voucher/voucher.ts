/**
 * A voucher case, pure: who stands at the counter is shown by fingers or by the face, or left to a second
 * pair of eyes, which confirms it in any case where the policy wants two persons; a finger that was read well
 * and is another's ends it. States, lawful steps, what stands against it.
 */
import type { z } from 'zod'
import type {
  voucherDoubt,
  voucherIdentity,
  voucherRefusal,
  voucherState,
} from '../../../../../contract/recovery-voucher.ts'
import type { ProblemCode } from '../../../../../contract/problems/catalogue.ts'
import type { Finger } from '../../../../../formats/minutiae/finger.ts'
import { later } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { CaseContent } from '../../../cases/casework/case-kind.ts'
import type { PrintsJudgement } from '../../../evidence/biometrics/fingers/judge-prints.ts'
import type { Consent } from '../../../evidence/capture/consent.ts'
import {
  hasMatchedAfterShown,
  portraitVerdict,
  type WithPortraits,
} from '../../../evidence/capture/portrait.ts'
import { printsVerdict, type WithPrints } from '../../../evidence/capture/prints.ts'
import { unsignedOf } from '../../../evidence/capture/unsigned.ts'
import { takesTwo } from '../../../registry/organisations/control-deeds.ts'
import { voucherIssuable_s } from '../recovery/recovery-rules.ts'

export type VoucherState = z.infer<typeof voucherState>
type VoucherRefusal = z.infer<typeof voucherRefusal>
export type VoucherDoubt = z.infer<typeof voucherDoubt>
export type VoucherIdentity = z.infer<typeof voucherIdentity>

/** What was taken at the counter, sealed under the person's key. */
export interface VoucherContent extends CaseContent, WithPortraits, WithPrints {
  /** The last picture, base64, for the second pair of eyes; it goes with the decision. */
  readonly picture: string | null
  readonly reason: VoucherRefusal | null
  readonly confirmedAt: string | null
  readonly note: string | null
}
export interface VoucherCase {
  readonly state: VoucherState
  readonly content: VoucherContent
}

/** What stands outside of the case and decides as well. */
export interface VoucherStanding {
  readonly register: { readonly isAlive: boolean; readonly fingers: readonly Finger[] } | null
  readonly account: { readonly isBarred: boolean } | null
  readonly consent: Consent
  readonly at: Date
}

export const emptyVoucherContent = (personalNumber: string, name: string | null): VoucherContent => ({
  personalNumber,
  name,
  portraits: [],
  prints: [],
  printExceptions: [],
  picture: null,
  reason: null,
  confirmedAt: null,
  note: null,
})

/** Throws `voucher.closed` when nothing may be added any more. */
const mustBeOpen = ({ state }: Pick<VoucherCase, 'state'>): void => {
  if (state !== 'open') {
    throw problem('voucher.closed')
  }
}

export const voucherPrints = (
  content: VoucherContent,
  { register, at }: Pick<VoucherStanding, 'register' | 'at'>,
): PrintsJudgement => printsVerdict(content, register?.fingers ?? [], at)

export const identityOf = (
  content: VoucherContent,
  standing: Pick<VoucherStanding, 'register' | 'at'>,
): VoucherIdentity => {
  const [{ verdict: prints }, portrait] = [
    voucherPrints(content, standing),
    portraitVerdict(content, standing.at),
  ]
  if (prints === 'no-match') {
    return 'differs'
  }
  if (prints === 'match' && portrait !== 'no-match') {
    return 'fingers'
  }
  if (portrait === 'match') {
    return 'portrait'
  }
  const isFinished = prints !== 'unfinished' && portrait !== 'unfinished'
  return isFinished || hasMatchedAfterShown(content) ? 'second' : 'unfinished'
}

/** What the second pair of eyes has to look at. */
export const doubtsOf = (
  content: VoucherContent,
  standing: Pick<VoucherStanding, 'register' | 'at'>,
): VoucherDoubt[] => {
  const unsigned = unsignedOf(content).flatMap((step): VoucherDoubt[] =>
    step === 'portrait' ? ['portrait-unsigned'] : step === 'prints' ? ['fingers-unsigned'] : [],
  )
  if (identityOf(content, standing) !== 'second') {
    return unsigned
  }
  const [{ verdict: prints }, portrait] = [
    voucherPrints(content, standing),
    portraitVerdict(content, standing.at),
  ]
  const isWithout = content.portraits.at(-1)?.outcome === 'no-reference'
  return [
    ...unsigned,
    ...(portrait === 'no-match'
      ? ['portrait-differs' as const]
      : portrait === 'exception'
        ? [isWithout ? ('portrait-no-reference' as const) : ('portrait-unsure' as const)]
        : []),
    ...(prints === 'no-reference'
      ? ['fingers-no-reference' as const]
      : prints === 'exception'
        ? ['fingers-unread' as const]
        : []),
  ]
}

/** The reason that stands against it now, whatever is still to be taken; null when none does. */
const voucherRefusalOf = (content: VoucherContent, standing: VoucherStanding): VoucherRefusal | null => {
  const { register, account, consent } = standing
  if (!register) {
    return 'not-in-register'
  }
  if (!register.isAlive) {
    return 'deceased'
  }
  if (!account) {
    return 'no-account'
  }
  if (account.isBarred) {
    return 'account-barred'
  }
  if (identityOf(content, standing) === 'differs') {
    return 'prints-differ'
  }
  return consent === 'declined' ? 'consent-declined' : null
}

/** How it is told when it is known before anything is taken: by the register and the account. */
const toldAtOpening: Readonly<Partial<Record<VoucherRefusal, ProblemCode>>> = {
  'not-in-register': 'voucher.not-in-register',
  deceased: 'voucher.deceased',
  'no-account': 'voucher.no-account',
  'account-barred': 'voucher.account-barred',
}
/** Why no case is opened now; at sending all of it is judged again. */
export const refusalAtOpening = (content: VoucherContent, standing: VoucherStanding): ProblemCode | null => {
  const reason = voucherRefusalOf(content, standing)
  return (reason && toldAtOpening[reason]) ?? null
}

export type VoucherDecision =
  | { readonly state: 'confirmed' | 'waiting-second' }
  | { readonly state: 'refused'; readonly reason: VoucherRefusal }

/** By rule, where one person may. Throws `voucher.closed`, `voucher.incomplete`. */
export const decideVoucher = (of: VoucherCase, standing: VoucherStanding): VoucherDecision => {
  mustBeOpen(of)
  const reason = voucherRefusalOf(of.content, standing)
  if (reason) {
    return { state: 'refused', reason }
  }
  const identity = identityOf(of.content, standing)
  if (identity === 'unfinished' || standing.consent !== 'agreed') {
    throw problem('voucher.incomplete')
  }
  const isForTwo =
    doubtsOf(of.content, standing).length > 0 || identity === 'second' || takesTwo('voucher', standing.at)
  return { state: isForTwo ? 'waiting-second' : 'confirmed' }
}

/**
 * The second pair of eyes says who it is; what the rules ask of everybody she cannot waive. Throws
 * `voucher.not-waiting`.
 */
export const secondVoucher = (
  of: VoucherCase,
  standing: VoucherStanding,
  verdict: 'confirm' | 'deny',
): VoucherDecision => {
  if (of.state !== 'waiting-second') {
    throw problem('voucher.not-waiting')
  }
  const reason = voucherRefusalOf(of.content, standing)
  if (reason) {
    return { state: 'refused', reason }
  }
  return verdict === 'confirm' ? { state: 'confirmed' } : { state: 'refused', reason: 'denied' }
}

/** Until when a voucher may be printed on the case; null when it was never confirmed. */
export const issuableUntil = ({ state, content }: VoucherCase): Date | null =>
  (state === 'confirmed' || state === 'issued') && content.confirmedAt !== null
    ? later(new Date(content.confirmedAt), inForce(voucherIssuable_s, new Date(content.confirmedAt)))
    : null

/** Throws `voucher.not-confirmed`. */
export const mustBeIssuable = (of: VoucherCase, at: Date): void => {
  const until = issuableUntil(of)
  if (until === null || until <= at) {
    throw problem('voucher.not-confirmed')
  }
}
