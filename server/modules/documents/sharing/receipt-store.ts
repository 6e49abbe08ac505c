/** SQL of receipts and of later wishes. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { Way } from './judge-request.ts'

export type ReceiptState = 'sending' | 'delivered' | 'undeliverable'
export interface ReceiptRow {
  readonly subject_id: string
  readonly id: string
  readonly party_id: string
  readonly way: Way
  readonly sealed: Buffer
  readonly agreed_at: Date
  readonly kept_until: Date | null
  readonly state: ReceiptState
  readonly sealed_return: Buffer | null
}
const RECEIPT = 'subject_id, id, party_id, way, sealed, agreed_at, kept_until, state, sealed_return'

export const insert = (work: Work, row: Omit<ReceiptRow, 'state' | 'sealed_return'>): Promise<number> =>
  work.run(
    `insert into sharing_receipt (subject_id, id, party_id, way, sealed, agreed_at, kept_until, state,
       state_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'sending', $6)`,
    [row.subject_id, row.id, row.party_id, row.way, row.sealed, row.agreed_at, row.kept_until],
  )
export const find = (read: Reading, subjectId: string, id: string) =>
  read.maybe<ReceiptRow>(`select ${RECEIPT} from sharing_receipt where subject_id = $1 and id = $2`, [
    subjectId,
    id,
  ])
export const lock = (work: Work, subjectId: string, id: string) =>
  work.maybe<ReceiptRow>(
    `select ${RECEIPT} from sharing_receipt where subject_id = $1 and id = $2 for update`,
    [subjectId, id],
  )
/** The newest first; ids keep the order of time. */
export const pageBefore = (read: Reading, subjectId: string, before: string | null, most: number) =>
  read.rows<ReceiptRow>(
    `select ${RECEIPT} from sharing_receipt where subject_id = $1 and ($2::uuid is null or id < $2)
     order by id desc limit $3`,
    [subjectId, before, most],
  )
/** Answers 0 where it stands so. What was given up is delivered where the party had it in hand. */
export const setState = (
  work: Work,
  { subject_id, id }: Pick<ReceiptRow, 'subject_id' | 'id'>,
  { state, at, sealedReturn = null }: { state: ReceiptState; at: Date; sealedReturn?: Buffer | null },
): Promise<number> =>
  work.run(
    `update sharing_receipt set state = $3, state_at = $4, sealed_return = $5
     where subject_id = $1 and id = $2
       and (state = 'sending' or (state = 'undeliverable' and $3 = 'delivered'))`,
    [subject_id, id, state, at, sealedReturn],
  )

export interface WishRow {
  readonly subject_id: string
  readonly receipt_id: string
  readonly wish: 'withdraw' | 'erase'
  readonly id: string
  readonly asked_at: Date
  readonly due_at: Date
  readonly answer: 'waiting' | 'done' | 'kept' | 'overdue'
  readonly answered_at: Date | null
  readonly law: string | null
}
const WISH = 'subject_id, receipt_id, wish, id, asked_at, due_at, answer, answered_at, law'

/** False when she has wished it before. */
export const insertWish = async (
  work: Work,
  row: Pick<WishRow, 'subject_id' | 'receipt_id' | 'wish' | 'id' | 'asked_at' | 'due_at'>,
): Promise<boolean> =>
  (await work.run(
    `insert into sharing_wish (subject_id, receipt_id, wish, id, asked_at, due_at, answer)
     values ($1, $2, $3, $4, $5, $6, 'waiting') on conflict do nothing`,
    [row.subject_id, row.receipt_id, row.wish, row.id, row.asked_at, row.due_at],
  )) === 1
export const wishesOf = (read: Reading, subjectId: string, receiptIds: readonly string[]) =>
  read.rows<WishRow>(`select ${WISH} from sharing_wish where subject_id = $1 and receipt_id = any($2)`, [
    subjectId,
    receiptIds,
  ])
export const wish = (read: Reading, subjectId: string, receiptId: string, kind: WishRow['wish']) =>
  read.maybe<WishRow>(
    `select ${WISH} from sharing_wish where subject_id = $1 and receipt_id = $2 and wish = $3`,
    [subjectId, receiptId, kind],
  )
export const answerWish = (
  work: Work,
  row: Pick<WishRow, 'subject_id' | 'receipt_id' | 'wish' | 'answer' | 'answered_at' | 'law'>,
): Promise<number> =>
  work.run(
    `update sharing_wish set answer = $4, answered_at = $5, law = $6
     where subject_id = $1 and receipt_id = $2 and wish = $3`,
    [row.subject_id, row.receipt_id, row.wish, row.answer, row.answered_at, row.law],
  )
