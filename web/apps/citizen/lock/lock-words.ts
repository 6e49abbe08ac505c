// The grounds of a lock, who lifts each and what to do next, in plain words (Law 26/2023 art. 34; Decree
// 69/2024 art. 15).
import { phrases } from '../../../ui/phrases.ts'

export const groundTitle = phrases({
  'holder-request': { vi: 'Khoá theo yêu cầu của bạn', en: 'Locked at your request' },
  'agreement-breach': { vi: 'Vi phạm thoả thuận sử dụng', en: 'Breach of the terms of use' },
  'card-revoked': { vi: 'Thẻ căn cước bị thu hồi', en: 'The identity card was revoked' },
  'card-held': { vi: 'Thẻ căn cước đang bị giữ', en: 'The identity card is held' },
  'card-lost': { vi: 'Thẻ căn cước đã báo mất', en: 'The identity card was reported lost' },
  'card-expired': { vi: 'Thẻ căn cước hết hạn', en: 'The identity card has expired' },
  death: { vi: 'Cơ sở dữ liệu ghi nhận đã mất', en: 'The register records a death' },
  'body-request': { vi: 'Cơ quan có thẩm quyền yêu cầu khoá', en: 'A competent body asked for it' },
  'passport-expired': { vi: 'Hộ chiếu hết hạn', en: 'The travel document has expired' },
  'residence-expired': { vi: 'Hết thời hạn cư trú', en: 'The residence term has ended' },
})

export const groundNext = phrases({
  'holder-request': {
    vi: 'Mang thẻ căn cước đến công an xã hoặc điểm cấp căn cước gần nhất. Hai cán bộ xác minh, rồi tài khoản mở lại ngay. Máy này dùng tiếp được, mã PIN không đổi.',
    en: 'Bring your identity card to the nearest police post or card office. Two officers verify you and it is unlocked at once. This phone then works as before, with the same passcode.',
  },
  'agreement-breach': {
    vi: 'Đến công an xã để biết lý do và cách khắc phục. Tài khoản mở lại khi lý do không còn.',
    en: 'Ask at the commune police for the reason and how to put it right. It is unlocked when the reason is gone.',
  },
  'card-revoked': {
    vi: 'Làm thẻ mới tại điểm cấp căn cước. Có thẻ mới, tài khoản tự mở.',
    en: 'Apply for a new card at a card office. With the new card the account unlocks by itself.',
  },
  'card-held': {
    vi: 'Liên hệ cơ quan đang giữ thẻ. Thẻ được trả, tài khoản tự mở.',
    en: 'Turn to the body that holds the card. When it is returned, the account unlocks by itself.',
  },
  'card-lost': {
    vi: 'Xin cấp lại thẻ tại điểm cấp căn cước. Có thẻ mới, tài khoản tự mở. Tìm thấy thẻ thì báo tại quầy.',
    en: 'Apply for a new card at a card office. With the new card the account unlocks by itself. If you find the card, say so at a counter.',
  },
  'card-expired': {
    vi: 'Đổi thẻ tại điểm cấp căn cước. Có thẻ mới, tài khoản tự mở.',
    en: 'Renew the card at a card office. With the new card the account unlocks by itself.',
  },
  death: {
    vi: 'Nếu đây là nhầm lẫn, hãy đến công an xã với giấy tờ tuỳ thân để đính chính. Cơ sở dữ liệu được sửa, tài khoản tự mở.',
    en: 'If this is wrong, go to the commune police with any paper that shows who you are. When the register is corrected, the account unlocks by itself.',
  },
  'body-request': {
    vi: 'Chỉ cơ quan đã yêu cầu mới mở được. Hỏi công an xã để biết đó là cơ quan nào.',
    en: 'Only the body that asked can have it unlocked. Ask the commune police which body it is.',
  },
  'passport-expired': {
    vi: 'Gia hạn hộ chiếu rồi báo cơ quan xuất nhập cảnh. Dữ liệu được cập nhật, tài khoản tự mở.',
    en: 'Renew the travel document and tell immigration. When the register is updated, the account unlocks by itself.',
  },
  'residence-expired': {
    vi: 'Gia hạn cư trú tại cơ quan xuất nhập cảnh. Dữ liệu được cập nhật, tài khoản tự mở.',
    en: 'Extend your residence at immigration. When the register is updated, the account unlocks by itself.',
  },
})

/** Who lifts, as the end of "may be lifted by". */
export const lifterWords = phrases({
  holder: { vi: 'bạn', en: 'you' },
  'holder-code': { vi: 'bạn, bằng mã', en: 'you, by a code' },
  relative: { vi: 'người thân tin cậy', en: 'your trusted relative' },
  hotline: { vi: 'tổng đài', en: 'the hotline' },
  officer: { vi: 'cán bộ tại quầy', en: 'an officer at a counter' },
  'officer-second': {
    vi: 'quầy công an, khi bạn có mặt và hai cán bộ xác minh',
    en: 'a police counter, with you present and two officers verifying',
  },
  recovery: {
    vi: 'bạn, khi lấy lại tài khoản trên máy mới',
    en: 'you, by getting the account back on a new phone',
  },
  register: { vi: 'cơ sở dữ liệu, tự động', en: 'the register, by itself' },
  body: { vi: 'cơ quan đã yêu cầu', en: 'the body that asked for it' },
  authority: { vi: 'cơ quan quản lý định danh', en: 'the identity authority' },
})

/** Who locked, in the history. */
export const setterWords = phrases({
  holder: { vi: 'Bạn, trong ứng dụng', en: 'You, in the app' },
  'holder-code': { vi: 'Bằng mã của bạn, ở trang khoá', en: 'By your code, at the lock page' },
  relative: { vi: 'Người thân tin cậy của bạn', en: 'Your trusted relative' },
  hotline: { vi: 'Tổng đài, theo cuộc gọi của bạn', en: 'The hotline, at your call' },
  officer: { vi: 'Cán bộ, khi bạn ở quầy', en: 'An officer, with you at the counter' },
  'officer-second': { vi: 'Hai cán bộ tại quầy', en: 'Two officers at a counter' },
  recovery: { vi: 'Bạn, khi lấy lại tài khoản', en: 'You, by a recovery' },
  register: { vi: 'Cơ sở dữ liệu, tự động', en: 'The register, by itself' },
  body: { vi: 'Cơ quan có thẩm quyền, mẫu TK03', en: 'A competent body, form TK03' },
  authority: { vi: 'Cơ quan quản lý định danh', en: 'The identity authority' },
})
