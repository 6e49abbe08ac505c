/**
 * What she has shared, and taking it back (Law 91/2025/QH15: consent is withdrawn as easily as it was given,
 * and who has the data answers for it by a day).
 */
import { AskErasure, ViewReceipt, ViewReceipts, WithdrawSharing } from '../../../../contract/sharing.ts'
import type { Actor, Citizen } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { later } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { postWish } from './posts.ts'
import * as store from './receipt-store.ts'
import { openReceipt, openReturn, shownReceipt, type ReceiptContent } from './receipt.ts'
import { deliveryRule, wishDue_days } from './rules.ts'
import * as posts from './sharing-store.ts'

const PAGE = 20
const DAY_S = 86_400
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const HER_OWN = 'what she agreed to herself: the line was left when she did'

export const viewReceipts = useCase({
  contract: ViewReceipts,
  permit: citizenHerself,
  async act(work, { cursor }, { actor, tools }) {
    if (cursor !== undefined && !ID.test(cursor)) {
      throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'cursor' }] })
    }
    const { subjectId } = actor
    const rows = await store.pageBefore(work, subjectId, cursor ?? null, PAGE + 1)
    const page = rows.slice(0, PAGE)
    const wishes = await store.wishesOf(
      work,
      subjectId,
      page.map(({ id }) => id),
    )
    const items = await Promise.all(
      page.map(async (row) => shownReceipt(row, await openReceipt(tools, row), wishes)),
    )
    return { items, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
  },
  audit: none(HER_OWN),
})

/** Throws `sharing.no-such-receipt`. */
const found = async (row: Promise<store.ReceiptRow | undefined>): Promise<store.ReceiptRow> => {
  const known = await row
  if (!known) {
    throw problem('sharing.no-such-receipt')
  }
  return known
}
const shownOf = async (read: Reading, tools: Tools, row: store.ReceiptRow) => {
  const wishes = await store.wishesOf(read, row.subject_id, [row.id])
  return shownReceipt(row, await openReceipt(tools, row), wishes)
}

export const viewReceipt = useCase({
  contract: ViewReceipt,
  permit: citizenHerself,
  async act(work, { id }, { actor, tools }) {
    const row = await found(store.find(work, actor.subjectId, id))
    const { text } = await openReceipt(tools, row)
    return {
      ...(await shownOf(work, tools, row)),
      returnTo: await openReturn(tools, row),
      request: text,
    }
  },
  audit: none(HER_OWN),
})

interface Lying {
  readonly row: store.ReceiptRow
  readonly content: ReceiptContent
}
const locked = async (work: Work, { id }: { id: string }, actor: Actor, tools: Tools): Promise<Lying> => {
  const subjectId = actor.kind === 'citizen' ? actor.subjectId : ''
  const row = await found(store.lock(work, subjectId, id))
  return { row, content: await openReceipt(tools, row) }
}

/** What has not gone out yet does not go any more. `clearAt`: when nothing of it is on its way. */
const stopSending = async (
  work: Work,
  { row }: Lying,
  at: Date,
): Promise<{ readonly row: store.ReceiptRow; readonly clearAt: Date }> => {
  const { subject_id, id } = row
  const stopped = await posts.takePostBack(work, { subject_id, id, kind: 'answer' })
  const isStopped = (await store.setState(work, row, { state: 'undeliverable', at })) === 1
  const latest = later(at, inForce(deliveryRule, at).lease_s)
  const untilAt = stopped && stopped.look_at > at ? stopped.look_at : at
  return {
    row: isStopped ? { ...row, state: 'undeliverable' } : row,
    clearAt: untilAt < latest ? untilAt : latest,
  }
}

/**
 * The party is told once nothing is on its way any more: what came after its answer it would keep. Null when
 * she has wished it before.
 */
const wish = async (
  work: Work,
  lying: Lying,
  { kind, at }: { kind: store.WishRow['wish']; at: Date },
): Promise<store.ReceiptRow | null> => {
  const { subject_id: subjectId, id, party_id: partyId } = lying.row
  const dueAt = later(at, inForce(wishDue_days, at)[kind] * DAY_S)
  const isNew = await store.insertWish(work, {
    subject_id: subjectId,
    receipt_id: id,
    wish: kind,
    id: newId(),
    asked_at: at,
    due_at: dueAt,
  })
  if (!isNew) {
    return null
  }
  const { row, clearAt } = await stopSending(work, lying, at)
  await postWish(work, { subjectId, id, partyId, at }, { kind, dueAt, from: clearAt })
  return row
}

const lineOf = ({ subjectId }: Citizen, { content }: Lying) => ({
  about: subjectId,
  detail: {
    client: content.party.name.vi,
    sharedFor: content.purpose.id,
    ...(content.reference === null ? {} : { reference: content.reference }),
  },
})

export const withdrawSharing = useCase({
  contract: WithdrawSharing,
  permit: citizenHerself,
  // It gives nothing and takes nothing from her.
  isForHeldStill: true,
  find: locked,
  async act(work, _, { tools, now: at, found: receipt }) {
    const row = await wish(work, receipt, { kind: 'withdraw', at })
    if (!row) {
      throw problem('sharing.withdrawn-already')
    }
    return shownOf(work, tools, row)
  },
  audit: ({ actor, found: receipt, refusal }) => ({
    ...lineOf(actor, receipt),
    purpose: 'sharing-withdrawn',
    outcome: refusal ?? 'done',
  }),
})

export const askErasure = useCase({
  contract: AskErasure,
  permit: citizenHerself,
  isForHeldStill: true,
  find: locked,
  async act(work, _, { tools, now: at, found: receipt }) {
    const row = await wish(work, receipt, { kind: 'erase', at })
    if (!row) {
      throw problem('sharing.erasure-asked-already')
    }
    return shownOf(work, tools, row)
  },
  audit: ({ actor, found: receipt, refusal }) => ({
    ...lineOf(actor, receipt),
    purpose: 'sharing-erasure-asked',
    outcome: refusal ?? 'done',
  }),
})
