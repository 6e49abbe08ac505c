/** Refusals of a lost or new phone and of trusted relatives. */
import { defineProblems } from './shape.ts'

export const recoveryProblems = defineProblems({
  'relative.too-many': {
    status: 409,
    vi: 'Bạn đã chọn đủ {most} người thân. Danh sách không đổi; hãy bỏ một người rồi thêm người mới.',
    en: 'You have named {most} relatives already. The list is unchanged; end one and then add another.',
  },
  'relative.yourself': {
    status: 422,
    vi: 'Đây là số định danh của chính bạn. Chưa có gì thay đổi; hãy nhập số của người bạn tin cậy.',
    en: 'That is your own personal number. Nothing changed; type the number of somebody whom you trust.',
  },
  'relative.named-already': {
    status: 409,
    vi: 'Bạn đã chọn người này rồi. Danh sách không đổi; xem tình trạng trong danh sách người thân.',
    en: 'You have named this person already. The list is unchanged; see how it stands there.',
  },
  'relative.not-trusted': {
    status: 409,
    vi: 'Bạn chưa khoá giúp người này được: thời gian chờ chưa hết hoặc liên kết đã kết thúc. Không có gì thay đổi; bảo người ấy gọi tổng đài hoặc dùng trang khoá công khai.',
    en: 'You cannot lock for this person: the waiting time is not over, or the tie has ended. Nothing changed; let them call the hotline or use the public lock page.',
  },
  'relative.gone': {
    status: 404,
    vi: 'Lời mời này không còn hiệu lực. Không có gì thay đổi; tải lại danh sách người thân.',
    en: 'This request does not stand any more. Nothing changed; reload the list of relatives.',
  },
  'recovery.gone': {
    status: 404,
    vi: 'Lần lấy lại tài khoản này đã kết thúc. Tài khoản không đổi; bạn có thể bắt đầu lại.',
    en: 'This recovery has ended. The account is unchanged; you can start again.',
  },
  'recovery.order': {
    status: 409,
    vi: 'Còn bước trước chưa xong. Không có gì thay đổi; quay lại bước đang dở.',
    en: 'An earlier step is not done. Nothing changed; go back to the open step.',
  },
  'recovery.waiting': {
    status: 409,
    vi: 'Chưa hết thời gian chờ. Tài khoản vẫn an toàn; máy này gắn được khi đồng hồ về 0.',
    en: 'The waiting is not over. The account is safe; this phone can be bound when the clock is at zero.',
  },
  'recovery.barred': {
    status: 403,
    vi: 'Tài khoản đang bị khoá theo cách không mở được từ xa. Dữ liệu an toàn; hãy đến công an xã với thẻ căn cước.',
    en: 'The account is locked in a way that cannot be opened from afar. The data is safe; come to the commune police with your card.',
  },
  'recovery.chip-refused': {
    status: 422,
    vi: 'Chưa đọc được chip hợp lệ của thẻ này. Tài khoản không đổi; đặt thẻ lại và đọc lần nữa, hoặc chọn cách khác.',
    en: 'No valid chip could be read. The account is unchanged; place the card again and read it once more, or choose another way.',
  },
  'recovery.chip-copied': {
    status: 422,
    vi: 'Chip không trả lời được câu hỏi của hệ thống, nên chưa chắc đây là thẻ gốc. Tài khoản không đổi; đọc lại thẻ hoặc đến quầy.',
    en: 'The chip could not answer our question, so it may not be the card itself. The account is unchanged; read it again or come to a counter.',
  },
  'recovery.chip-other-person': {
    status: 422,
    vi: 'Thẻ này không mang số định danh bạn đã nhập. Tài khoản không đổi; kiểm tra lại thẻ và số.',
    en: 'This card does not hold the number that you typed. The account is unchanged; look at card and number again.',
  },
  'recovery.portrait-poor': {
    status: 422,
    vi: 'Ảnh chưa đủ rõ để so sánh nên chưa tính lượt. Quay mặt về phía có ánh sáng rồi chụp lại.',
    en: 'The picture is not clear enough to compare, and no try was counted. Face the light and take it again.',
  },
  'recovery.portrait-differs': {
    status: 422,
    vi: 'Ảnh chưa khớp với ảnh đang lưu. Bạn còn {left} lần; tài khoản an toàn. Bạn cũng có thể đến quầy.',
    en: 'The picture does not match the one that is kept. You have {left} tries left; the account is safe. You can also come to a counter.',
  },
  'recovery.voucher-wrong': {
    status: 422,
    vi: 'Phiếu này không dùng được: đã hết hạn, đã dùng, hoặc không đúng số định danh. Tài khoản không đổi; quầy có thể cấp phiếu mới.',
    en: 'This voucher cannot be used: it has ended, was used, or belongs to another number. The account is unchanged; a counter can print a new one.',
  },
  'recovery.dispute-wrong': {
    status: 422,
    vi: 'Số định danh và mã trong tin báo chưa khớp, hoặc việc đó đã kết thúc. Chưa có gì thay đổi; xem lại tin báo mới nhất hoặc gọi tổng đài.',
    en: 'Number and the code of the notice do not match, or what it stops has ended. Nothing changed; look at the newest notice or call the hotline.',
  },
  'recovery.held-still': {
    status: 403,
    vi: 'Đang có yêu cầu lấy lại tài khoản này trên máy khác, nên máy này tạm thời chỉ xem được. Giấy tờ an toàn; nếu không phải bạn, hãy bấm "Không phải tôi".',
    en: 'Somebody is getting this account back on another phone, so this one can only read for now. Documents are safe; if it is not you, press "This was not me".',
  },
  'recovery.ask-gone': {
    status: 404,
    vi: 'Lời nhờ này không còn hiệu lực. Không có gì thay đổi; người thân của bạn có thể bắt đầu lại.',
    en: 'This request does not stand any more. Nothing changed; your relative can start again.',
  },
  'recovery.match-wrong': {
    status: 422,
    vi: 'Số đối chiếu chưa khớp. Còn {left} lần; hãy gọi điện cho người thân và nghe số trực tiếp, đừng nhận qua tin nhắn.',
    en: 'The number does not match. {left} tries left; call your relative and hear it by voice, never by message.',
  },
})
