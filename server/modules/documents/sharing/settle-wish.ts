/**
 * A later wish of hers as a notice to the party, and what the party answers. It is told until it has
 * answered for good; what is late is told to her and to the operator.
 */
import type { z } from 'zod'
import { noticeAnswer, NOTICE_TYPE, type noticeClaims } from '../../../../contract/party-wire.ts'
import { system } from '../../../kernel/actor.ts'
import { machineNow } from '../../../kernel/clock.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Party } from '../../registry/parties/party.ts'
import { reportParty } from '../../registry/parties/report-party.ts'
import { SharingWishAnswered, SharingWishOverdue } from './events.ts'
import type { PartyAnswer, PartyQuestion } from './party-line.ts'
import * as store from './receipt-store.ts'
import { openReceipt, type ReceiptContent } from './receipt.ts'
import { endPost, type PostRow } from './sharing-store.ts'

const NOTICE_S = 300

type Wish = 'withdraw' | 'erase'
interface Known {
  readonly receipt: store.ReceiptRow
  readonly content: ReceiptContent
  readonly wish: store.WishRow
}
const known = async (work: Work, tools: Tools, post: PostRow, kind: Wish): Promise<Known | null> => {
  const receipt = await store.lock(work, post.subject_id, post.id)
  const wish = receipt && (await store.wish(work, post.subject_id, post.id, kind))
  return receipt && wish ? { receipt, content: await openReceipt(tools, receipt), wish } : null
}

/** Null where the receipt is gone. */
export const noticeOf = async (
  work: Work,
  tools: Tools,
  { post, party }: { post: PostRow; party: Party },
): Promise<PartyQuestion | null> => {
  const of =
    post.kind === 'withdraw' || post.kind === 'erase' ? await known(work, tools, post, post.kind) : null
  if (!of) {
    return null
  }
  const { receipt, content, wish } = of
  const iat = Math.floor(machineNow().getTime() / 1000)
  const claims: z.infer<typeof noticeClaims> = {
    iss: `${tools.publicUrl}/oidc`,
    aud: party.file.id,
    iat,
    exp: iat + NOTICE_S,
    jti: wish.id,
    wish: wish.wish,
    purpose: content.purpose.id,
    reference: content.reference,
    nonce: content.nonce,
    agreed_at: receipt.agreed_at.toISOString(),
    due_at: wish.due_at.toISOString(),
  }
  const notice = await tools.signer.sign(NOTICE_TYPE, claims)
  return {
    url: party.file.noticesAt,
    method: 'POST',
    accept: 'application/json',
    body: {
      type: 'application/x-www-form-urlencoded',
      text: new URLSearchParams({ notice }).toString(),
    },
  }
}

const answerIn = (answer: PartyAnswer | null) => {
  try {
    const read = noticeAnswer.safeParse(JSON.parse(answer?.text ?? ''))
    return read.success && read.data.state !== 'received' ? read.data : null
  } catch {
    return null
  }
}

interface Came {
  readonly post: PostRow
  readonly kind: Wish
  readonly answer: PartyAnswer | null
  readonly at: Date
}

/** Null when nothing more is to be told; else the moment at which it becomes late, or null of none. */
export const settleWish = async (
  work: Work,
  tools: Tools,
  { post, kind, answer, at }: Came,
): Promise<{ readonly lateAt: Date | null } | null> => {
  const of = await known(work, tools, post, kind)
  if (!of) {
    await endPost(work, post)
    return null
  }
  const said = answerIn(answer)
  if (said) {
    await endPost(work, post)
    const law = said.state === 'kept' ? said.law : null
    await store.answerWish(work, { ...of.wish, answer: said.state, answered_at: at, law })
    tellAnswer(work, of, said.state, law)
    return null
  }
  if (of.wish.answer === 'waiting' && of.wish.due_at <= at) {
    await store.answerWish(work, { ...of.wish, answer: 'overdue', answered_at: null, law: null })
    tellLate(work, of, at)
  }
  return { lateAt: of.wish.due_at > at ? of.wish.due_at : null }
}

const namedIn = ({ receipt, content, wish }: Known) => ({
  id: receipt.id,
  party: content.party.name,
  purpose: content.purpose.words,
  wish: wish.wish,
})
const detailOf = ({ content }: Known) => ({ client: content.party.name.vi, sharedFor: content.purpose.id })

const tellAnswer = (work: Work, of: Known, answer: 'done' | 'kept', law: string | null): void => {
  const { subject_id: subjectId } = of.receipt
  work.publish(SharingWishAnswered, subjectId, { ...namedIn(of), answer, law })
  leaveLine(work, {
    useCase: 'sharing.notice',
    actor: system('sharing'),
    line: { about: subjectId, purpose: 'sharing-wish-answered', outcome: answer, detail: detailOf(of) },
  })
}

const tellLate = (work: Work, of: Known, at: Date): void => {
  const { subject_id: subjectId, party_id: partyId } = of.receipt
  const { contact } = of.content.party
  const dueAt = of.wish.due_at.toISOString()
  work.publish(SharingWishOverdue, subjectId, { ...namedIn(of), dueAt, contact })
  reportParty(work, { partyId, kind: 'overdue', what: of.content.purpose.id, at })
  leaveLine(work, {
    useCase: 'sharing.notice',
    actor: system('sharing'),
    line: { about: subjectId, purpose: 'sharing-wish-overdue', detail: detailOf(of) },
  })
}
