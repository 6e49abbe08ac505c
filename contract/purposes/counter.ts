/** Looking somebody up at a counter, the citizen's screen, and what officers do about nobody. */
import { seenOfPerson } from './fields.ts'
import { definePurposes } from './shape.ts'

const office = { family: 'office', fields: seenOfPerson } as const
const staff = { family: 'staff', fields: [] } as const

export const counterPurposes = definePurposes({
  'search-counter-service': {
    vi: 'Tra cứu để phục vụ bạn tại quầy',
    en: 'Looked up to serve you at a counter',
    ...office,
  },
  'search-card-application': {
    vi: 'Tra cứu để làm thẻ căn cước',
    en: 'Looked up for an identity card application',
    ...office,
  },
  'search-level-2': {
    vi: 'Tra cứu để làm tài khoản mức 2',
    en: 'Looked up for a level 2 account',
    ...office,
  },
  'search-lock-request': {
    vi: 'Tra cứu theo yêu cầu khoá hoặc mở khoá',
    en: 'Looked up for a request to lock or unlock',
    ...office,
  },
  'search-data-correction': {
    vi: 'Tra cứu để sửa dữ liệu',
    en: 'Looked up to correct data',
    ...office,
  },
  'search-missing-person': {
    vi: 'Tra cứu người mất tích',
    en: 'Looked up as a missing person',
    ...office,
  },
  'search-identity-check': {
    vi: 'Tra cứu để kiểm tra danh tính',
    en: 'Looked up to check an identity',
    ...office,
  },
  'search-court-or-investigation': {
    vi: 'Tra cứu theo yêu cầu của toà án hoặc cơ quan điều tra',
    en: 'Looked up for a court or an investigation',
    ...office,
  },
  'counter-phone': {
    vi: 'Quầy xem một số điện thoại bạn hỏi đã có chủ chưa',
    en: 'A counter checked for you whether a phone number is taken',
    family: 'office',
    fields: ['phone'],
  },
  'counter-phone-code': {
    vi: 'Quầy gửi mã tới số điện thoại bạn nói là đang giữ',
    en: 'A counter had a code sent to a phone number that you say you have',
    family: 'office',
    fields: ['phone'],
  },
  'phone-asked-about': {
    vi: 'Có người hỏi số điện thoại của bạn đã có chủ chưa; không ai được biết đó là bạn',
    en: 'Somebody asked whether your phone number is taken; nobody was told that it is yours',
    family: 'office',
    fields: ['phone'],
  },
  'desk-answer': {
    vi: 'Bạn trả lời trên màn hình tại quầy',
    en: "You answered on the counter's screen",
    family: 'office',
    fields: [],
  },
  'officer-refusal': {
    vi: 'Yêu cầu của cán bộ về bạn không được thực hiện',
    en: "An officer's request about you was not carried out",
    family: 'office',
    fields: [],
  },
  'search-volume-unusual': {
    vi: 'Ghi nhận cán bộ tra cứu nhiều bất thường',
    en: 'Unusually many look-ups by an officer recorded',
    ...staff,
  },
  'officer-sign-in': { vi: 'Cán bộ đăng nhập', en: 'Officer signed in', ...staff },
  'officer-sign-out': { vi: 'Cán bộ đăng xuất', en: 'Officer signed out', ...staff },
  'officer-passkey-added': { vi: 'Cán bộ thêm khoá đăng nhập', en: 'Officer added a passkey', ...staff },
  'officer-passkey-replaced': {
    vi: 'Cán bộ mất khoá đăng nhập, vào bằng vé mới',
    en: 'Officer lost her passkey and came in by a new ticket',
    ...staff,
  },
  'officer-shift': { vi: 'Cán bộ vào ca tại quầy', en: 'Officer began a shift at a desk', ...staff },
  // No deed writes it: an older Sen did, and its lines are read with these words.
  'desk-screen-paired': { vi: 'Ghép màn hình phụ', en: 'Second screen paired', ...staff },
  'desk-device-enrolled': { vi: 'Ghi danh thiết bị của quầy', en: 'Device of a desk registered', ...staff },
  'desk-seat': {
    vi: 'Thiết bị của quầy xác nhận cán bộ ngồi tại quầy',
    en: 'A device of the desk confirmed the officer there',
    ...staff,
  },
  'desk-screen-opened': { vi: 'Mở màn hình phụ', en: 'Second screen opened', ...staff },
  'desk-screen-ended': { vi: 'Tắt màn hình phụ', en: 'Second screen closed', ...staff },
})
