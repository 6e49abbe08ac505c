/** Letters: Locking and unlocking. */
import { defineLetters } from './letter-form.ts'

export const lockLetters = defineLetters({
  'code-lock': {
    kind: 'security',
    sms: {
      vi: 'Mã khoá tài khoản: {code}. Hết hạn sau {minutes} phút. Không đọc cho ai.',
      en: 'Code to lock your account: {code}. It ends in {minutes} minutes. Do not read it to anybody.',
    },
    title: { vi: 'Mã khoá tài khoản: {code}', en: 'Code to lock your account: {code}' },
    text: {
      vi: 'Mã để khoá tài khoản định danh của bạn là {code}, hết hạn sau {minutes} phút. Nhập mã này ở trang khoá công khai. Nếu không phải bạn yêu cầu, hãy bỏ qua thư: không có mã thì không ai khoá được.',
      en: 'The code to lock your identity account is {code}; it ends in {minutes} minutes. Enter it at the public lock page. If you did not ask for it, ignore this letter: without the code nobody can lock anything.',
    },
  },
  'account-locked': {
    kind: 'security',
    sms: {
      vi: 'Tài khoản định danh của bạn đã bị khoá ({how}). Mọi phiên đã tắt. Mở lại tại quầy.',
      en: 'Your identity account is locked ({how}). Every session has ended. A counter unlocks it.',
    },
    title: { vi: 'Tài khoản đã khoá', en: 'Account locked' },
    text: {
      vi: 'Tài khoản định danh của bạn đã bị khoá: {how}. Mọi phiên đăng nhập đã tắt và không ai dùng được tài khoản. Dữ liệu của bạn vẫn an toàn. {next}',
      en: 'Your identity account is locked: {how}. Every session has ended and nobody can use the account. Your data is safe. {next}',
    },
  },
  'lock-lifted': {
    kind: 'security',
    sms: {
      vi: 'Một lý do khoá tài khoản đã được gỡ, nhưng tài khoản vẫn khoá ({how}).',
      en: 'One ground of the lock is gone, but your account is still locked ({how}).',
    },
    title: { vi: 'Tài khoản vẫn khoá', en: 'Account still locked' },
    text: {
      vi: 'Một lý do khoá tài khoản định danh của bạn đã được gỡ, nhưng tài khoản vẫn khoá: {how}. {next}',
      en: 'One ground on which your identity account was locked is gone, but it is still locked: {how}. {next}',
    },
  },
  'locked-by-relative': {
    kind: 'security',
    sms: {
      vi: '{name} (người thân tin cậy) đã khoá tài khoản giúp bạn. Mọi phiên đã tắt. Mở lại tại quầy.',
      en: '{name}, your trusted relative, has locked your account. Every session has ended. A counter unlocks it.',
    },
    title: { vi: '{name} đã khoá tài khoản giúp bạn', en: '{name} has locked your account for you' },
    text: {
      vi: '{name}, người thân tin cậy của bạn, đã khoá tài khoản định danh giúp bạn. Mọi phiên đã tắt, dữ liệu vẫn an toàn. Mở lại tại quầy công an gần nhất với thẻ căn cước. Nếu bạn không nhờ, sau khi mở hãy bỏ người này khỏi danh sách người thân.',
      en: '{name}, your trusted relative, has locked your identity account for you. Every session has ended; your data is safe. Bring your identity card to the nearest police counter to unlock it. If you did not ask for this, end the tie to this relative afterwards.',
    },
  },
  'locked-for-relative': {
    kind: 'security',
    sms: {
      vi: 'Bạn đã khoá tài khoản giúp {name}. Không phải bạn? Đổi mã PIN và gọi tổng đài.',
      en: 'You have locked the account for {name}. Not you? Change your passcode and call the hotline.',
    },
    title: { vi: 'Bạn đã khoá tài khoản giúp {name}', en: 'You have locked the account for {name}' },
    text: {
      vi: 'Bạn vừa khoá tài khoản định danh giúp {name}. Người ấy mở lại tại quầy với thẻ căn cước. Nếu không phải bạn bấm, hãy đặt lại mã PIN và gọi tổng đài ngay.',
      en: 'You have locked the identity account for {name}, who has it unlocked at a counter with the identity card. If it was not you who pressed, set your passcode again and call the hotline at once.',
    },
  },
  'account-unlocked': {
    kind: 'security',
    sms: {
      vi: 'Tài khoản định danh của bạn đã được mở khoá. Không phải bạn yêu cầu? Khoá lại ngay tại {site}/app/lock',
      en: 'Your identity account is unlocked. Not you? Lock it again at {site}/app/lock',
    },
    title: { vi: 'Tài khoản đã mở khoá', en: 'Account unlocked' },
    text: {
      vi: 'Tài khoản định danh của bạn đã được mở khoá và dùng được như trước. Nếu không phải bạn yêu cầu, hãy khoá lại ngay.',
      en: 'Your identity account is unlocked and works as before. If this was not you, lock it again at once.',
    },
    action: { label: { vi: 'Khoá lại', en: 'Lock again' }, to: '/app/lock' },
  },
  'unlock-refused': {
    kind: 'security',
    sms: {
      vi: 'Yêu cầu mở khoá {reference} chưa được chấp nhận; tài khoản vẫn khoá. Lý do có trong thư.',
      en: 'Request {reference} to unlock was refused; the account stays locked. The reason is in the letter.',
    },
    title: { vi: 'Chưa mở khoá được tài khoản', en: 'Your account stays locked' },
    text: {
      vi: 'Yêu cầu mở khoá {reference} của bạn tại quầy chưa được chấp nhận. Lý do: {reason}. Dữ liệu vẫn an toàn. Hãy mang thẻ căn cước đến công an xã để làm lại. Nếu bạn không yêu cầu mở khoá, hãy báo ngay cho công an.',
      en: 'Your request {reference} at a counter to have the account unlocked was refused. Reason: {reason}. Your data is safe. Bring your identity card to the commune police to ask again. If you did not ask for it, tell the police at once.',
    },
  },
  'lock-request-answered': {
    kind: 'dossier',
    sms: {
      vi: 'Yêu cầu {reference}: {verdict}. Xem e-mail.',
      en: 'Request {reference}: {verdict}. See the e-mail.',
    },
    title: { vi: 'Trả lời phiếu TK03 số {reference}', en: 'Answer to form TK03 no. {reference}' },
    text: {
      vi: 'Yêu cầu {reference} (văn bản số {document}): {verdict}. Lý do: {reason}',
      en: 'Request {reference} (document {document}): {verdict}. Reason: {reason}',
    },
  },
  'lock-request-overdue': {
    kind: 'dossier',
    sms: {
      vi: 'Xin lỗi, yêu cầu {reference} đã quá hạn. Xem e-mail.',
      en: 'We are sorry: request {reference} is late. See the e-mail.',
    },
    title: {
      vi: 'Xin lỗi, phiếu TK03 số {reference} đã quá hạn',
      en: 'We are sorry: form TK03 no. {reference} is late',
    },
    text: {
      vi: 'Yêu cầu {reference} (văn bản số {document}) lẽ ra phải xong bước này trước ngày {due}. {office} xin lỗi quý cơ quan; yêu cầu vẫn giữ nguyên và đứng đầu danh sách. Quý cơ quan không phải gửi lại; kết quả sẽ được gửi tới địa chỉ này.',
      en: 'Request {reference} (document {document}) should have been past this step by {due}. {office} apologises; the request stands as it was, on top of the list. You need not send it again; the answer will come to this address.',
    },
  },
  'unlock-overdue': {
    kind: 'security',
    sms: {
      vi: 'Xin lỗi, yêu cầu mở khoá {reference} chậm hơn hạn; tài khoản vẫn khoá. Bạn không phải làm lại.',
      en: 'We are sorry: your request {reference} to unlock is late; the account stays locked. No need to ask again.',
    },
    title: {
      vi: 'Xin lỗi, yêu cầu mở khoá của bạn bị chậm',
      en: 'We are sorry: your request to unlock is late',
    },
    text: {
      vi: 'Yêu cầu mở khoá {reference} của bạn tại {office} lẽ ra phải được quyết định trước {due}. {office} xin lỗi bạn; yêu cầu đứng đầu danh sách và tài khoản vẫn khoá cho đến khi được quyết định. Bạn không phải làm lại. Nếu bạn không yêu cầu mở khoá, hãy báo ngay cho công an.',
      en: 'Your request {reference} at {office} to have the account unlocked should have been decided by {due}. {office} apologises; the request stands on top of the list, and the account stays locked until it is decided. You need not ask again. If you did not ask for it, tell the police at once.',
    },
  },
})

/** How the account came to be locked, by its ground. */
export const lockWords = {
  'holder-request': { vi: 'theo yêu cầu của bạn', en: 'at your request' },
  'agreement-breach': { vi: 'do vi phạm thoả thuận sử dụng', en: 'for a breach of the terms of use' },
  'card-revoked': { vi: 'do thẻ căn cước bị thu hồi', en: 'because the identity card was revoked' },
  'card-held': { vi: 'do thẻ căn cước đang bị giữ', en: 'because the identity card is held' },
  'card-lost': { vi: 'do thẻ căn cước đã báo mất', en: 'because the identity card was reported lost' },
  'card-expired': { vi: 'do thẻ căn cước hết hạn', en: 'because the identity card has expired' },
  death: { vi: 'do cơ sở dữ liệu ghi nhận đã mất', en: 'because the register records a death' },
  'body-request': { vi: 'theo yêu cầu của cơ quan có thẩm quyền', en: 'at the request of a competent body' },
  'passport-expired': { vi: 'do hộ chiếu hết hạn', en: 'because the travel document has expired' },
  'residence-expired': { vi: 'do hết thời hạn cư trú', en: 'because the residence term has ended' },
} as const
/** What ends it, by who may. */
export const unlockWords = {
  'officer-second': {
    vi: 'Muốn mở lại, hãy đến công an xã hoặc điểm cấp căn cước gần nhất với thẻ căn cước; được mở ngay sau khi xác minh.',
    en: 'To have it unlocked, bring your card to the nearest police post or card office; it is done at once after verification.',
  },
  authority: {
    vi: 'Người có thẩm quyền mở lại khi lý do không còn; hãy đến công an xã để được hướng dẫn.',
    en: 'The head unlocks it when the reason is gone; ask at the commune police.',
  },
  register: {
    vi: 'Tài khoản tự mở lại khi cơ sở dữ liệu ghi nhận thẻ mới hoặc thông tin đúng.',
    en: 'It unlocks by itself when the register has the new card or the right entry.',
  },
  body: {
    vi: 'Chỉ cơ quan đã yêu cầu mới mở lại được.',
    en: 'Only the body that asked for it can have it unlocked.',
  },
} as const

/** What became of a competent body's request. */
export const verdictWords = {
  granted: { vi: 'đã được thực hiện', en: 'carried out' },
  refused: { vi: 'không được thực hiện', en: 'refused' },
} as const
