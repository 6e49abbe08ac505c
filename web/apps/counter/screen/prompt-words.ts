// What the citizen is asked at her own screen, kind by kind: the question in one sentence, what will happen,
// and the two answers.
import type { z } from 'zod'
import type { promptKind } from '../../../../contract/counter.ts'
import { dateVN, moneyVN } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import { kindWords, reasonWords, type CardKind, type CardReason } from '../words/card-kinds.ts'
import { fieldWords, type Compared } from '../words/chip-words.ts'
import { actSentence } from '../words/assist-words.ts'
import { documentWords, isDocumentKind } from '../words/document-words.ts'

export type PromptKind = z.infer<typeof promptKind>
export type PromptWords = { title: string; lead: string; items: string[]; yes: string; no: string }
type Params = Readonly<Record<string, string>>

const t = phrases({
  'level-2-consent': {
    vi: 'Bạn đồng ý đăng ký tài khoản định danh mức 2?',
    en: 'Do you agree to register a level-2 identity account?',
  },
  'card-consent': {
    vi: 'Bạn đồng ý nộp hồ sơ thẻ căn cước này?',
    en: 'Do you agree to this application for your identity card?',
  },
  'card-hand-over': { vi: 'Bạn đã nhận thẻ căn cước của mình?', en: 'Have you received your identity card?' },
  'representation-consent': {
    vi: 'Bạn đồng ý đăng ký thay cho người này?',
    en: 'Do you agree to register for this person?',
  },
  'recovery-voucher': {
    vi: 'Bạn đồng ý nhận phiếu để dùng lại tài khoản trên máy mới?',
    en: 'Do you agree to receive a voucher for your new phone?',
  },
  'unlock-consent': {
    vi: 'Bạn đồng ý mở khoá tài khoản của mình?',
    en: 'Do you agree to unlock your account?',
  },
  'assisted-act': {
    vi: 'Bạn đồng ý để người hỗ trợ làm việc này cùng bạn?',
    en: 'Do you agree that the helper does this with you?',
  },
  'assisted-code': {
    vi: 'Nhập mã vừa gửi tới điện thoại của bạn',
    en: 'Enter the code that was sent to your phone',
  },
})
const leads = phrases({
  named: {
    vi: '{name}, đây là những gì sẽ xảy ra nếu bạn đồng ý:',
    en: '{name}, this is what happens if you agree:',
  },
  plain: { vi: 'Đây là những gì sẽ xảy ra nếu bạn đồng ý:', en: 'This is what happens if you agree:' },
})
const level2 = phrases({
  check: {
    vi: 'Thẻ, khuôn mặt và vân tay của bạn được so với cơ sở dữ liệu căn cước. Ảnh vân tay gốc không được giữ lại.',
    en: 'Your card, face and fingerprints are compared with the identity database. Raw fingerprint images are not kept.',
  },
  account: {
    vi: 'Tài khoản mức 2 đứng tên bạn. Mọi cơ quan có thể nhận nó thay cho thẻ căn cước.',
    en: 'A level-2 account is yours. Offices may accept it in place of the card.',
  },
  phone: {
    vi: 'Số {phone} nhận mã và thông báo. Ai giữ số này có thể nhận mã của bạn.',
    en: 'Codes and notices go to {phone}. Whoever holds this number can receive your codes.',
  },
  documents: { vi: 'Giấy tờ bạn muốn tích hợp: {documents}.', en: 'Documents you want to add: {documents}.' },
  look: {
    vi: 'Bạn xem được ai đã xem dữ liệu của mình, và khoá tài khoản bất cứ lúc nào.',
    en: 'You can see who looked at your data, and lock the account at any time.',
  },
  due: {
    vi: 'Kết quả chậm nhất sau 3 ngày làm việc, báo qua tin nhắn.',
    en: 'The result comes within 3 working days, by text message.',
  },
})
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
  due: {
    vi: 'Trả thẻ chậm nhất sau 7 ngày làm việc, chỉ cho chính bạn. Mã hồ sơ: {reference}.',
    en: 'The card comes within 7 working days, to you alone. Reference: {reference}.',
  },
})
const others = phrases({
  person: { vi: 'Người liên quan: {name}.', en: 'Person concerned: {name}.' },
  act: { vi: 'Việc được làm: {act}.', en: 'What is done: {act}.' },
  helper: {
    vi: 'Người hỗ trợ: {helper}. Bạn và người ấy đều nhận biên nhận.',
    en: 'Helper: {helper}. You both get a receipt.',
  },
  reference: { vi: 'Mã hồ sơ: {reference}.', en: 'Reference: {reference}.' },
  receipt: { vi: 'Biên nhận: {reference}.', en: 'Receipt: {reference}.' },
  recorded: {
    vi: 'Câu trả lời của bạn được ghi lại cùng thời điểm; bạn xem lại được trong ứng dụng.',
    en: 'Your answer is recorded with its time; you can see it in the app.',
  },
  'card-hand-over': {
    vi: 'Thẻ cũ không còn giá trị từ lúc này.',
    en: 'The old card is no longer valid from now on.',
  },
  'representation-consent': {
    vi: 'Bạn dùng được giấy tờ của người này trong tài khoản của mình và đồng ý từng lần chia sẻ. Người đại diện khác cũng thấy nhật ký.',
    en: "You can use this person's documents in your account and agree to each sharing. The other representative sees the log too.",
  },
  'recovery-voucher': {
    vi: 'Máy cũ mất quyền ngay khi bạn dùng phiếu trên máy mới. Không ai khác được cầm phiếu.',
    en: 'The old phone loses its rights when you use the voucher on the new one. Nobody else may hold it.',
  },
  'unlock-consent': {
    vi: 'Tài khoản dùng lại được ngay. Nếu không phải bạn đã yêu cầu, hãy bấm Không đồng ý.',
    en: 'The account works again at once. If you did not ask for this, press Decline.',
  },
  'assisted-act': {
    vi: 'Người hỗ trợ không thấy mã PIN của bạn và chỉ làm đúng việc này.',
    en: 'The helper does not see your passcode and does only this.',
  },
  'assisted-code': {
    vi: 'Chỉ chính bạn nhập mã. Đừng đọc mã cho người hỗ trợ hay bất kỳ ai.',
    en: 'Only you type the code. Do not read it to the helper or to anybody.',
  },
})
const answers = phrases({
  yes: { vi: 'Tôi đồng ý', en: 'I agree' },
  no: { vi: 'Không đồng ý', en: 'I do not agree' },
  got: { vi: 'Tôi đã nhận thẻ', en: 'I have received it' },
  notGot: { vi: 'Chưa nhận', en: 'Not yet' },
})

/** `driving-licence AB 123; education 77` → `giấy phép lái xe (AB 123), văn bằng, chứng chỉ (77)` */
const documentsInWords = (documents: string): string =>
  documents
    .split('; ')
    .map((document) => {
      const [kind = '', ...key] = document.split(' ')
      return isDocumentKind(kind) ? `${documentWords(kind)} (${key.join(' ')})` : document
    })
    .join(', ')

const level2Items = ({ phone, documents }: Params): string[] => [
  level2('check'),
  level2('account'),
  ...(phone ? [level2('phone', { phone })] : []),
  ...(documents ? [level2('documents', { documents: documentsInWords(documents) })] : []),
  level2('look'),
  level2('due'),
]

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
}: Params): string[] => [
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
  others('recorded'),
]

/**
 * Where the server sends a name, a deed, a helper or a reference, each has its line; the rest of the sentence
 * is of the kind.
 */
const otherItems = (
  kind: Exclude<PromptKind, 'level-2-consent' | 'card-consent'>,
  { person, act, about, helper, reference }: Params,
): string[] => [
  ...(person ? [others('person', { name: person })] : []),
  ...(act ? [others('act', { act: actSentence(act, about ?? '') })] : []),
  ...(helper ? [others('helper', { helper })] : []),
  ...(reference ? [others(act ? 'receipt' : 'reference', { reference })] : []),
  others(kind),
  others('recorded'),
]

const itemsOf = (kind: PromptKind, params: Params): string[] =>
  kind === 'level-2-consent'
    ? level2Items(params)
    : kind === 'card-consent'
      ? cardItems(params)
      : otherItems(kind, params)

export const promptWords = (kind: PromptKind, params: Params): PromptWords => {
  const isHandOver = kind === 'card-hand-over'
  return {
    title: t(kind),
    lead: params['name'] ? leads('named', { name: params['name'] }) : leads('plain'),
    items: itemsOf(kind, params),
    yes: answers(isHandOver ? 'got' : 'yes'),
    no: answers(isHandOver ? 'notGot' : 'no'),
  }
}
