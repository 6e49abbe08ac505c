/**
 * One proof that a phone or an e-mail answers: a six-digit code, few tries, a short life, used once. The
 * letter is written afterwards by a
 * reaction to `OneTimeCodeDrawn`, so the time of the answer does not depend on any carrier.
 */
import type { z } from 'zod'
import { timingSafeEqual } from 'node:crypto'
import { maskEmail, parseEmail } from '../../../../formats/email.ts'
import { maskPhone, parsePhone } from '../../../../formats/phone.ts'
import { later, now } from '../../../kernel/clock.ts'
import { newCode, newId } from '../../../kernel/id.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem, type Problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { codeAddress, contactsOf } from './contacts.ts'
import { countCode, countWrong, mayTry, triesKeysOf, type CodeAsker } from './code-budget.ts'
import * as store from './contact-proof-store.ts'
import type { ProofRow } from './contact-proof-store.ts'
import { oneTimeCodeRule } from './rules.ts'
import { OneTimeCodeDrawn, type proofPurpose } from './events.ts'

export type ProofPurpose = z.infer<typeof proofPurpose>

export interface NewProof {
  /** The draft, journey or sign-in it belongs to. */
  readonly ownerId: string
  readonly channel: 'sms' | 'email'
  readonly to: string
  readonly purpose: ProofPurpose
  readonly language: 'vi' | 'en'
  /** What exactly it is for, where the letter must name it. */
  readonly about?: string
  /** False for a number without an account: the same work is done, nothing is sent, and no code is right. */
  readonly mayBeSent: boolean
  readonly asker: CodeAsker
}

const digestOf = (tools: Tools, proofId: string, code: string): Buffer =>
  tools.digests.secret('one-time-code', `${proofId} ${code}`)

/**
 * Draws a code and has it sent. Answers the proof's id. Throws `limit.reached` and `code.crowded` beyond the
 * budgets of whoever asks for that phone or mailbox, `code.sms-closed` beyond those of the installation.
 */
export const drawProof = async (work: Work, tools: Tools, proof: NewProof): Promise<string> => {
  const rule = inForce(oneTimeCodeRule, now())
  await countCode(work, tools, proof)
  const id = newId()
  const code = newCode(6)
  await store.insert(work, {
    owner_id: proof.ownerId,
    id,
    channel: proof.channel,
    sealed_to: tools.sealer.sealWithPlatformKey('contact_proof.to', proof.to),
    sealed_code: tools.sealer.sealWithPlatformKey('contact_proof.code', code),
    code_digest: digestOf(tools, id, code),
    is_sent_out: proof.mayBeSent,
    ...triesKeysOf(tools, proof),
    tries_left: rule.tries,
    created_at: now(),
    expires_at: later(now(), rule.lifetime_s),
  })
  work.publish(OneTimeCodeDrawn, proof.ownerId, {
    proofId: id,
    purpose: proof.purpose,
    language: proof.language,
    ...(proof.about ? { about: proof.about } : {}),
  })
  return id
}

const OF_ACCOUNT = 'account '
/**
 * As `to`: the phone or the e-mail of an account, looked up when the letter is written. Whether there is one,
 * the time of the deed does not tell.
 */
export const addressOfAccount = (subjectId: string): string => `${OF_ACCOUNT}${subjectId}`
const addressOf = async (
  read: Reading,
  tools: Tools,
  { to, channel }: Pick<NewProof, 'to' | 'channel'>,
): Promise<string | null> =>
  to.startsWith(OF_ACCOUNT)
    ? codeAddress(await contactsOf(read, tools, to.slice(OF_ACCOUNT.length)), channel)
    : to

/** What the letter's writer needs, once; null when nothing is to be sent. The code is forgotten with it. */
export const takeCodeForLetter = async (work: Work, tools: Tools, ownerId: string, proofId: string) => {
  const row = await store.forUpdate(work, ownerId, proofId)
  if (!row?.sealed_code || !row.is_sent_out) {
    return null
  }
  await store.forgetCode(work, ownerId, proofId)
  const kept = tools.sealer.unsealWithPlatformKey('contact_proof.to', row.sealed_to).toString('utf8')
  const to = await addressOf(work, tools, { to: kept, channel: row.channel })
  if (to === null) {
    return null
  }
  return {
    channel: row.channel,
    to,
    code: tools.sealer.unsealWithPlatformKey('contact_proof.code', row.sealed_code).toString('utf8'),
    expiresAt: row.expires_at,
  }
}

export const markLetter = (work: Work, ownerId: string, proofId: string, state: string): Promise<number> =>
  store.saveLetterState(work, ownerId, proofId, state)

/**
 * Tries a code. Answers null when it is right, else the refusal to give (the try has counted: keep what was
 * written).
 */
export const tryCode = async (
  work: Work,
  tools: Tools,
  ownerId: string,
  proofId: string,
  code: string,
): Promise<Problem | null> => {
  const row = await store.forUpdate(work, ownerId, proofId)
  if (!row || row.proven_at || row.tries_left <= 0) {
    return problem('code.spent')
  }
  if (row.expires_at <= now()) {
    return problem('code.expired')
  }
  if (!(await mayTry(work, tools, row))) {
    return problem('code.spent')
  }
  const isRight = timingSafeEqual(digestOf(tools, proofId, code), row.code_digest) && row.is_sent_out
  const left = isRight ? row.tries_left : row.tries_left - 1
  await store.saveTry(work, ownerId, proofId, left, isRight ? now() : null)
  if (isRight) {
    return null
  }
  await countWrong(work, tools, row)
  return left > 0 ? problem('code.wrong', { params: { left } }) : problem('code.spent')
}

export interface Delivery {
  readonly state: 'none' | 'queued' | 'sent' | 'delivered' | 'failed'
  readonly channel: 'sms' | 'email'
  readonly to: string
  readonly sentAt: string
  readonly expiresAt: string
  readonly otherWayAt: string
  readonly resendAt: string
  readonly triesLeft: number
}

const maskOf = (channel: 'sms' | 'email', to: string): string => {
  const parsed = channel === 'sms' ? parsePhone(to) : parseEmail(to)
  if (!parsed.ok) {
    return '•••'
  }
  return channel === 'sms' ? maskPhone(parsed.value as never) : maskEmail(parsed.value as never)
}

/**
 * How a proof stands, for its page. `isBlind` is for journeys that anybody may begin for any number: there
 * the state must not depend on
 * whether something was sent at all.
 */
export const deliveryOf = async (
  read: Reading,
  tools: Tools,
  ownerId: string,
  proofId: string,
  { isBlind }: { isBlind: boolean },
): Promise<Delivery | null> => {
  const row = await store.find(read, ownerId, proofId)
  return row ? describe(tools, row, isBlind) : null
}

const describe = (tools: Tools, row: ProofRow, isBlind: boolean): Delivery => {
  const rule = inForce(oneTimeCodeRule, row.created_at)
  return {
    state: isBlind ? 'sent' : row.letter_state,
    channel: row.channel,
    to: maskOf(
      row.channel,
      tools.sealer.unsealWithPlatformKey('contact_proof.to', row.sealed_to).toString('utf8'),
    ),
    sentAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    otherWayAt: later(row.created_at, rule.otherWayAfter_s).toISOString(),
    resendAt: later(row.created_at, rule.resendAfter_s).toISOString(),
    triesLeft: row.tries_left,
  }
}

/** By which way a proof went out. */
export const channelOf = async (
  read: Reading,
  ownerId: string,
  proofId: string,
): Promise<'sms' | 'email' | null> => (await store.find(read, ownerId, proofId))?.channel ?? null
