/**
 * What she agreed to share: the proof of her consent (Law 91/2025/QH15: for one purpose, and provable). The
 * names of what was shared, and no value; sealed under her key.
 */
import type { Tools } from '../../../kernel/tools.ts'
import { later } from '../../../kernel/clock.ts'
import type * as store from './receipt-store.ts'
import type { SharedOfType } from './scope.ts'
import type { RequestContent } from './sharing-request.ts'

const COLUMN = 'sharing_receipt.sealed'
const RETURN_COLUMN = 'sharing_receipt.return'
const DAY_S = 86_400

export interface ReceiptContent {
  readonly party: RequestContent['party']
  readonly purpose: Omit<RequestContent['purpose'], 'asks'>
  readonly reference: string | null
  readonly nonce: string
  /** What the party signed. */
  readonly text: string
  readonly shared: readonly SharedOfType[]
}
type Sealing = Pick<Tools, 'sealer'>

export const sealReceipt = (
  { sealer }: Sealing,
  subjectId: string,
  content: ReceiptContent,
): Promise<Buffer> => sealer.seal(subjectId, COLUMN, JSON.stringify(content))
export const openReceipt = async ({ sealer }: Sealing, row: store.ReceiptRow): Promise<ReceiptContent> =>
  JSON.parse((await sealer.open(row.subject_id, COLUMN, row.sealed)).toString('utf8')) as ReceiptContent
export const sealReturn = ({ sealer }: Sealing, subjectId: string, url: string): Promise<Buffer> =>
  sealer.seal(subjectId, RETURN_COLUMN, url)
export const openReturn = async ({ sealer }: Sealing, row: store.ReceiptRow): Promise<string | null> =>
  row.sealed_return && (await sealer.open(row.subject_id, RETURN_COLUMN, row.sealed_return)).toString('utf8')

export const keptUntil = ({ retention }: ReceiptContent['purpose'], at: Date): Date =>
  later(at, retention.days * DAY_S)

const shownWish = (row: store.WishRow | undefined) =>
  row
    ? {
        askedAt: row.asked_at.toISOString(),
        dueAt: row.due_at.toISOString(),
        answer: row.answer,
        answeredAt: row.answered_at?.toISOString() ?? null,
        law: row.law,
      }
    : null

/** As she reads it. */
export const shownReceipt = (
  row: store.ReceiptRow,
  { party, purpose, reference, shared }: ReceiptContent,
  wishes: readonly store.WishRow[],
) => {
  const of = (wish: store.WishRow['wish']) =>
    wishes.find((one) => one.receipt_id === row.id && one.wish === wish)
  const { id, words, law, retention } = purpose
  return {
    id: row.id,
    party,
    purpose: { id, words, law, retention },
    reference,
    way: row.way,
    shared: shared.map(({ type, claims }) => ({ type, claims: [...claims] })),
    agreedAt: row.agreed_at.toISOString(),
    state: row.state,
    keptUntil: row.kept_until?.toISOString() ?? null,
    withdrawal: shownWish(of('withdraw')),
    erasure: shownWish(of('erase')),
  }
}
