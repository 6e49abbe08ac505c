// What the citizen agrees to when she applies for a card, and what she confirms when she receives it.
import { dateVN, moneyVN } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { QuestionParams, QuestionWords } from '../shell/question.ts'
import { kindWords, reasonWords, type CardKind, type CardReason } from '../words/card-kinds.ts'
import { fieldWords, type Compared } from '../words/chip-words.ts'

const cards = phrases({
  kind: {
    vi: 'Hồ sơ của bạn: {kind} thẻ căn cước ({reason}).',
    en: 'Your application: {kind} of an identity card ({reason}).',
  },
  data: {
    vi: 'Ảnh và vân tay vừa lấy được so với cơ sở dữ liệu căn cước, in lên thẻ và giữ làm mẫu để nhận ra bạn. Ảnh vân tay gốc không được giữ lại.',
    en: 'The portrait and prints just taken are compared with the identity database, stand on the card and are kept to know you by. Raw fingerprint images are not kept.',
  },
  changes: {
    vi: 'Bạn nói khác cơ sở dữ liệu: {changes}. Mỗi điểm thành một hồ sơ có hạn trả; thẻ được in khi xong.',
    en: 'You say otherwise than the register: {changes}. Each becomes a case with its due date; the card is printed when it is settled.',
  },
  lost: {
    vi: 'Thẻ mất ngày {day} không còn giá trị từ khi hồ sơ được chấp nhận; tài khoản tạm khoá đến khi bạn nhận thẻ mới.',
    en: 'The card lost on {day} is void once this is accepted; your account is locked until you receive the new card.',
  },
  account: {
    vi: 'Tài khoản mức 2 đứng tên bạn được cấp lúc trao thẻ; số {phone} nhận mã.',
    en: 'A level-2 account of your own is issued as the card is handed over; {phone} receives its codes.',
  },
  phone: { vi: 'Số {phone} nhận tin về thẻ.', en: '{phone} is told about the card.' },
  fee: { vi: 'Lệ phí: {fee}.', en: 'Fee: {fee}.' },
  recorded: {
    vi: 'Câu trả lời của bạn được ghi lại cùng thời điểm; bạn xem lại được trong ứng dụng.',
    en: 'Your answer is recorded with its time; you can see it in the app.',
  },
  due: {
    vi: 'Trả thẻ chậm nhất sau 7 ngày làm việc, chỉ cho chính bạn. Mã hồ sơ: {reference}.',
    en: 'The card comes within 7 working days, to you alone. Reference: {reference}.',
  },
})

/** `[["fullName","…"]]` in words. */
const changesInWords = (changes: string): string =>
  (JSON.parse(changes) as [Compared['field'], string][])
    .map(([field, value]) => `${fieldWords(field)}: ${value}`)
    .join('; ')

const cardItems = ({
  cardKind = 'exchange',
  cardReason = 'holder-asks',
  changes = '[]',
  lostOn,
  account,
  phone = '',
  fee_vnd = '0',
  reference = '',
}: QuestionParams): string[] => [
  cards('kind', {
    kind: kindWords(cardKind as CardKind).toLowerCase(),
    reason: reasonWords(cardReason as CardReason).toLowerCase(),
  }),
  cards('data'),
  ...(changes === '[]' ? [] : [cards('changes', { changes: changesInWords(changes) })]),
  ...(lostOn ? [cards('lost', { day: dateVN(lostOn) })] : []),
  account === 'yes' ? cards('account', { phone }) : cards('phone', { phone }),
  ...(fee_vnd === '0' ? [] : [cards('fee', { fee: moneyVN(Number(fee_vnd)) })]),
  cards('due', { reference }),
  cards('recorded'),
]

export const cardQuestion: QuestionWords = {
  title: {
    vi: 'Bạn đồng ý nộp hồ sơ thẻ căn cước này?',
    en: 'Do you agree to this application for your identity card?',
  },
  follows: cardItems,
}
export const handOverQuestion: QuestionWords = {
  title: { vi: 'Bạn đã nhận thẻ căn cước của mình?', en: 'Have you received your identity card?' },
  follows: {
    vi: 'Thẻ cũ không còn giá trị từ lúc này.',
    en: 'The old card is no longer valid from now on.',
  },
  answers: {
    yes: { vi: 'Tôi đã nhận thẻ', en: 'I have received it' },
    no: { vi: 'Chưa nhận', en: 'Not yet' },
  },
}
