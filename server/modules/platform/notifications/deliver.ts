/**
 * The deeds of delivery, each its own short transaction; the job only says when. A letter is claimed, handed
 * over outside of any
 * transaction, then settled: a worker that dies in between leaves a claim behind, which the next one sees and
 * reports.
 */
import type { LetterValue } from '../../../../contract/phrases/letters.ts'
import { later, now } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import {
  backOff_s,
  letterRetention,
  type Line,
  type OutwardChannel,
  type Patience,
  type Receipt,
  type Sending,
} from './letter.ts'
import * as store from './store.ts'
import * as waiting from './waiting-store.ts'
import type { DueLetter, EndedLetter } from './store.ts'
import { isTemplate, writeLetter, type WrittenLetter } from './write-letter.ts'
import { CodeLetterMoved } from './events.ts'

export type Lines = Readonly<Partial<Record<OutwardChannel, Line>>>
/** A claimed letter as the job sees it: sealed. */
export type ClaimedLetter = DueLetter

export const isLetterDue = (read: Reading, channel: OutwardChannel): Promise<boolean> =>
  waiting.isAnyDue(read, channel, now())

/** Whether `expireLetters` or `forgetOldLetters` would find anything. */
export const isLetterOver = (read: Reading): Promise<boolean> => {
  const at = now()
  return waiting.isAnyOver(read, at, keptSince(at))
}

export const claimLetters = (
  work: Work,
  channel: OutwardChannel,
  line: Line,
  patience: Patience,
): Promise<ClaimedLetter[]> => {
  const at = now()
  return store.claimDue(work, { channel, at, heldUntil: later(at, patience.claim_s), most: line.atOnce })
}

/** Whether a line has a letter at this moment, neither sent nor given back. It looks at all people. */
export const isLetterInHand = (work: Work): Promise<boolean> => waiting.isAnyInHand(work, now())

/** Ends what may no longer be sent (an expired code), whether or not a line is up. */
export const expireLetters = async (work: Work): Promise<EndedLetter[]> => {
  const ended = await store.expireDue(work, now(), 500)
  for (const letter of ended) {
    tellCode(work, letter, 'failed')
  }
  return ended
}

/** Unseals, writes and sends one letter. Every failure is an answer; only a programmer's mistake throws. */
export const handOver = async (
  tools: Pick<Tools, 'sealer' | 'publicUrl'>,
  line: Line,
  letter: ClaimedLetter,
): Promise<Sending> => {
  if (letter.expires_at <= now()) {
    return { kind: 'refused', reason: 'expired' }
  }
  if (!isTemplate(letter.template)) {
    return { kind: 'refused', reason: 'unknown-template' }
  }
  if (!letter.sealed_to || !letter.sealed_params) {
    return { kind: 'refused', reason: 'emptied' }
  }
  let to: string
  let params: Record<string, LetterValue>
  try {
    to = (await tools.sealer.open(letter.subject_id, 'letter.sealed_to', letter.sealed_to)).toString('utf8')
    params = JSON.parse(
      (await tools.sealer.open(letter.subject_id, 'letter.sealed_params', letter.sealed_params)).toString(
        'utf8',
      ),
    ) as Record<string, LetterValue>
  } catch {
    return { kind: 'again', reason: 'unreadable' }
  }
  let written: WrittenLetter
  try {
    written = writeLetter(letter.template, params, { language: letter.language, publicUrl: tools.publicUrl })
  } catch {
    // Its form has got a new blank since it was queued.
    return { kind: 'refused', reason: 'unwritable' }
  }
  const text = letter.channel === 'sms' ? written.sms : mailText(written, tools.publicUrl)
  return line.send({
    reference: letter.id,
    to,
    title: written.title,
    text,
    language: letter.language,
    expiresAt: letter.expires_at,
  })
}

const mailText = ({ text, action }: WrittenLetter, publicUrl: string): string =>
  `${text}\n\n${action ? `${action.label}: ${publicUrl}${action.to}\n\n` : ''}— Sen · ${publicUrl}\n`

/** Writes down what became of a try; answers where the letter stands now. */
export const settleLetter = async (
  work: Work,
  letter: ClaimedLetter,
  sending: Sending,
  patience: Patience,
): Promise<'sent' | 'delivered' | 'failed' | 'queued'> => {
  const at = now()
  if (sending.kind === 'sent') {
    if ((await store.markSent(work, letter, at, sending.providerMessageId)) === 0) {
      return 'sent'
    }
    tellCode(work, letter, 'sent')
    const early =
      sending.providerMessageId === null
        ? null
        : await store.handleOfLetter(work, letter, sending.providerMessageId, at)
    if (!early) {
      return 'sent'
    }
    await applyReceipt(work, letter, early)
    return early
  }
  if (sending.kind === 'refused' || (sending.kind === 'again' && letter.attempts >= patience.attempts)) {
    if ((await store.markFailed(work, letter, sending.reason)) > 0) {
      tellCode(work, letter, 'failed')
    }
    return 'failed'
  }
  const isTryKept = sending.kind === 'again'
  const wait_s = isTryKept ? backOff_s(letter.attempts, patience) : patience.first_s / 5
  await store.putBack(work, letter, { next: later(at, wait_s), failure: sending.reason, isTryKept })
  return 'queued'
}

/** A receipt of the operator; the same one twice, or one for a stranger's message, changes nothing. */
export const recordReceipt = async (work: Work, receipt: Receipt): Promise<void> => {
  const handle = await store.handleOfReceipt(work, receipt, now())
  if (!handle?.subject_id || !handle.letter_id) {
    return
  }
  await applyReceipt(work, { subject_id: handle.subject_id, id: handle.letter_id }, receipt.outcome)
}

const applyReceipt = async (
  work: Work,
  key: Pick<DueLetter, 'subject_id' | 'id'>,
  outcome: Receipt['outcome'],
): Promise<void> => {
  const ended = await store.applyOutcome(work, key, outcome, now())
  if (ended) {
    tellCode(work, ended, outcome)
  }
}

/** Whoever waits for a code is told how it travels; nobody waits for the other letters. */
const tellCode = (work: Work, letter: EndedLetter, state: 'sent' | 'delivered' | 'failed'): void => {
  if (letter.template !== 'code' && !letter.template.startsWith('code-')) {
    return
  }
  work.publish(CodeLetterMoved, letter.subject_id, { letterId: letter.id, channel: letter.channel, state })
}

/** Deletes outward letters past their retention; answers how many rows went. */
export const forgetOldLetters = (work: Work): Promise<number> => {
  return store.forgetBefore(work, keptSince(now()), 1000)
}

const keptSince = (at: Date): Date => later(at, -inForce(letterRetention, at).days * 86_400)
