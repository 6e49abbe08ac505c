// Cards in words: kinds, lawful reasons, states, refusals, what is left, what needs a second pair of eyes.
import type { z } from 'zod'
import type { cardApplication } from '../../../../contract/card.ts'
import { phrases } from '../../../ui/phrases.ts'
import { exceptionFact as printFact, exceptionWords as printWords } from '../evidence/exception-words.ts'
import type { CardKind, CardReason } from '../words/card-kinds.ts'

export type CardApplication = z.infer<typeof cardApplication>
export const kindWhy = phrases({
  'first-issue': { vi: 'Chưa từng có thẻ căn cước', en: 'Never had an identity card' },
  exchange: {
    vi: 'Đến tuổi đổi, thông tin thay đổi, thẻ in sai',
    en: 'Age of exchange, changed or wrong data',
  },
  're-issue': { vi: 'Mất thẻ, thẻ hỏng, trở lại quốc tịch', en: 'Lost, damaged, nationality regained' },
})
/** As the law groups them (Law 26/2023 art. 24). */
export const reasonsOf: Readonly<Record<CardKind, readonly CardReason[]>> = {
  'first-issue': ['never-issued'],
  exchange: [
    'age-reached',
    'name-or-birth-changed',
    'appearance-changed',
    'biometrics-added',
    'sex-redetermined',
    'printed-error',
    'boundary-change',
    'number-reset',
    'holder-asks',
  ],
  're-issue': ['lost', 'damaged', 'nationality-regained'],
}

export const stateWords = phrases({
  open: { vi: 'Đang làm', en: 'Open' },
  'waiting-second': { vi: 'Chờ duyệt lần hai', en: 'Waits for second eyes' },
  accepted: { vi: 'Chờ in', en: 'To print' },
  printed: { vi: 'Đã in, chờ về quầy', en: 'Printed, on its way' },
  ready: { vi: 'Chờ trả', en: 'Ready to hand over' },
  'handed-over': { vi: 'Đã trả thẻ', en: 'Handed over' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
})
export const refusalWords = phrases({
  'not-in-register': { vi: 'Không có trong cơ sở dữ liệu dân cư.', en: 'Not in the population register.' },
  deceased: { vi: 'Cơ sở dữ liệu ghi người này đã mất.', en: 'The register says this person has died.' },
  'under-age': {
    vi: 'Dưới 14 tuổi: làm cùng cha mẹ hoặc người giám hộ.',
    en: 'Under 14: applied for with a parent or guardian.',
  },
  'card-held': { vi: 'Thẻ đang bị giữ.', en: 'The card is being held.' },
  'card-revoked': { vi: 'Thẻ đã bị thu hồi.', en: 'The card was revoked.' },
  'portrait-differs': { vi: 'Khuôn mặt không khớp.', en: 'The face does not match.' },
  'prints-differ': { vi: 'Vân tay không khớp.', en: 'The fingerprints do not match.' },
  'consent-declined': { vi: 'Người dân không đồng ý.', en: 'The citizen did not agree.' },
  'phone-already-bound': {
    vi: 'Số máy đã gắn với tài khoản khác.',
    en: 'The phone belongs to another account.',
  },
  'account-locked': {
    vi: 'Tài khoản bị khoá vì lý do khác thẻ.',
    en: 'The account is locked for a reason beside the card.',
  },
  'exception-denied': {
    vi: 'Người duyệt thứ hai không chấp nhận.',
    en: 'The second pair of eyes denied it.',
  },
})
export const accountWords = phrases({
  none: { vi: 'Không làm tài khoản cùng thẻ.', en: 'No account was asked for.' },
  issued: {
    vi: 'Tài khoản mức 2 đã được cấp; người dân nhận tin nhắn để kích hoạt.',
    en: 'The level-2 account is issued; she was told how to activate it.',
  },
  raised: { vi: 'Tài khoản đã lên mức 2.', en: 'The account was raised to level 2.' },
  displaced: {
    vi: 'Tài khoản mức 2 đã về đúng chủ; người dân nhận tin nhắn để kích hoạt.',
    en: 'The level-2 account is hers now; she was told how to activate it.',
  },
  'phone-taken': {
    vi: 'Chưa cấp tài khoản: số máy thuộc tài khoản khác.',
    en: 'No account yet: the phone belongs to another one.',
  },
  locked: {
    vi: 'Chưa lên mức 2: tài khoản còn bị khoá vì lý do khác.',
    en: 'Not raised: the account is locked for another reason.',
  },
  'other-phone': {
    vi: 'Chưa lên mức 2: tài khoản đang gắn với số máy khác. Làm mức 2 bằng thẻ mới.',
    en: 'Not raised: the account has another phone. Take a level-2 case with the new card.',
  },
})
const t = phrases({
  portrait: { vi: 'Cơ sở dữ liệu chưa có ảnh để so', en: 'The register has no portrait to compare' },
  fingers: { vi: 'Cơ sở dữ liệu chưa có vân tay để so', en: 'The register has no fingerprints to compare' },
})
export const exceptionWords = ({ kind, finger, reason }: CardApplication['exceptions'][number]): string =>
  kind === 'no-reference' && (reason === 'portrait' || reason === 'fingers')
    ? t(reason)
    : printWords({ kind, finger, reason })

/** In a list, and to whoever took the application. */
export const exceptionFact = (exception: CardApplication['exceptions'][number]): string =>
  exception.kind === 'unsigned' ? printFact(exception) : exceptionWords(exception)

export const cardStateWords = phrases({
  valid: { vi: 'còn giá trị', en: 'valid' },
  expired: { vi: 'hết hạn', en: 'expired' },
  held: { vi: 'đang bị giữ', en: 'held' },
  revoked: { vi: 'đã thu hồi', en: 'revoked' },
  lost: { vi: 'đã báo mất', en: 'lost' },
  replaced: { vi: 'đã thay', en: 'replaced' },
})
