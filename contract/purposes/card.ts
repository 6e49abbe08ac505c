/**
 * The life of an identity card: application, decision, making, handing over (Law 26/2023/QH15 art. 21–26).
 */
import { correctable, seenOfPerson } from './fields.ts'
import { definePurposes } from './shape.ts'

const onCard = [
  'personalNumber',
  'fullName',
  'birthDate',
  'sex',
  'nationality',
  'residence',
  'hometown',
  'ethnicity',
  'portrait',
  'card',
] as const

export const cardPurposes = definePurposes({
  'card-opened': {
    vi: 'Mở hồ sơ làm thẻ căn cước cho bạn tại quầy',
    en: 'An identity card application was opened for you at a counter',
    family: 'office',
    fields: seenOfPerson,
  },
  'card-view': {
    vi: 'Cán bộ mở hồ sơ thẻ căn cước của bạn',
    en: 'An officer opened your identity card application',
    family: 'office',
    fields: seenOfPerson,
  },
  'card-contact': {
    vi: 'Ghi liên hệ của bạn cho hồ sơ thẻ',
    en: 'Your contact details were recorded for the card application',
    family: 'office',
    fields: ['phone', 'email'],
  },
  'card-code': {
    vi: 'Xác nhận liên hệ bằng mã cho hồ sơ thẻ',
    en: 'Contact details confirmed with a code for the card application',
    family: 'office',
    fields: ['phone'],
  },
  'card-portrait': {
    vi: 'Chụp ảnh làm thẻ và đối chiếu với cơ sở dữ liệu',
    en: 'Photo taken for the card and compared with the register',
    family: 'office',
    fields: ['portrait'],
  },
  'card-prints': {
    vi: 'Lấy vân tay làm thẻ và đối chiếu với cơ sở dữ liệu',
    en: 'Fingerprints taken for the card and compared with the register',
    family: 'office',
    fields: ['fingerprints'],
  },
  'card-exception': {
    vi: 'Ghi lý do không lấy được vân tay làm thẻ',
    en: 'Recorded why a fingerprint could not be taken for the card',
    family: 'office',
    fields: ['fingerprints'],
  },
  'card-changes': {
    vi: 'Ghi thông tin bạn muốn sửa trên thẻ mới',
    en: 'Details you want changed on the new card were recorded',
    family: 'office',
    fields: correctable,
  },
  'card-fee': {
    vi: 'Ghi lệ phí làm thẻ đã nộp',
    en: 'Card fee recorded as paid',
    family: 'office',
    fields: [],
  },
  'card-consent-asked': {
    vi: 'Hỏi bạn xác nhận hồ sơ thẻ trên màn hình tại quầy',
    en: "You were asked to confirm the card application on the counter's screen",
    family: 'office',
    fields: ['phone', 'email'],
  },
  'card-decision': {
    vi: 'Quyết định cấp thẻ căn cước',
    en: 'Decision on your identity card',
    family: 'office',
    fields: ['card', 'portrait', 'fingerprints'],
  },
  'card-second': {
    vi: 'Cán bộ thứ hai xem và quyết định về thẻ',
    en: 'A second officer reviewed and decided on your card',
    family: 'office',
    fields: ['card', 'portrait', 'fingerprints'],
  },
  'card-printed': {
    vi: 'In thẻ căn cước của bạn',
    en: 'Your identity card was printed',
    family: 'office',
    fields: onCard,
  },
  'card-chip-written': {
    vi: 'Ghi dữ liệu vào chip thẻ mới',
    en: "Data written to the new card's chip",
    family: 'office',
    fields: onCard,
  },
  'card-spoiled': {
    vi: 'Huỷ thẻ bị hỏng để in lại',
    en: 'A faulty card was destroyed so that it can be printed again',
    family: 'office',
    fields: ['card'],
  },
  'card-received': {
    vi: 'Thẻ mới đã về nơi trả thẻ',
    en: 'The new card arrived where you collect it',
    family: 'office',
    fields: ['card'],
  },
  'card-recipient': {
    vi: 'Kiểm tra người đến nhận thẻ',
    en: 'Identity of the person collecting the card checked',
    family: 'office',
    fields: ['portrait', 'fingerprints'],
  },
  'card-chip-read': {
    vi: 'Đọc thử chip thẻ mới khi trả thẻ',
    en: "New card's chip test-read at collection",
    family: 'office',
    fields: ['card'],
  },
  'card-receipt-asked': {
    vi: 'Hỏi bạn xác nhận đã nhận thẻ trên màn hình tại quầy',
    en: "You were asked to confirm on the counter's screen that you received the card",
    family: 'office',
    fields: ['card'],
  },
  'card-handed-over': {
    vi: 'Trả thẻ căn cước mới cho bạn',
    en: 'Your new identity card was handed to you',
    family: 'office',
    fields: ['card', 'account'],
  },
  'card-lapsed': {
    vi: 'Hồ sơ làm thẻ tự kết thúc, không ai làm tiếp',
    en: 'Card application ended by itself: nobody went on with it',
    family: 'office',
    fields: [],
  },
  'card-withdrawn': {
    vi: 'Rút hồ sơ làm thẻ',
    en: 'Card application withdrawn',
    family: 'office',
    fields: [],
  },
})
