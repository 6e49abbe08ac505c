/** Refusals of locking and unlocking. */
import { defineProblems } from './shape.ts'

export const lockProblems = defineProblems({
  'lock.not-yours-to-set': {
    status: 403,
    vi: 'Lý do khoá này thuộc quyền của cơ quan khác. Chưa có gì thay đổi; chọn lý do khác hoặc chuyển yêu cầu theo mẫu TK03.',
    en: 'That ground belongs to another authority. Nothing changed; choose another ground, or forward a request on form TK03.',
  },
  'lock.not-yours-to-lift': {
    status: 403,
    vi: 'Tài khoản đang khoá theo căn cứ mà nơi này không được mở. Dữ liệu vẫn an toàn; hãy liên hệ nơi đã khoá, ghi ở mục căn cứ.',
    en: 'The account is locked on grounds that cannot be lifted here. The data is safe; turn to whoever locked it, named with the ground.',
  },
  'lock.not-locked': {
    status: 409,
    vi: 'Tài khoản này đang không khoá. Không có gì cần mở; tải lại trang để xem trạng thái mới nhất.',
    en: 'This account is not locked. There is nothing to lift; reload the page to see how it stands.',
  },
  'lock.not-accepted': {
    status: 422,
    vi: 'Số định danh và mã khoá này không đi cùng nhau. Không có gì thay đổi; kiểm tra lại tờ giấy ghi mã, dùng e-mail, hoặc gọi tổng đài.',
    en: 'This number and this lock code do not belong together. Nothing changed; look at the paper again, use your e-mail, or call the hotline.',
  },
  'lock.passcode-needed': {
    status: 403,
    vi: 'Cần mã PIN để tạo mã khoá mới. Mã khoá cũ vẫn dùng được; nhập mã PIN rồi tạo lại.',
    en: 'A new lock code needs your passcode. The old one still works; enter the passcode and make it again.',
  },
  'lock.script-too-short': {
    status: 422,
    vi: 'Chưa đủ câu hỏi xác minh người đang đứng trước quầy. Không có gì thay đổi; hỏi thêm rồi đánh dấu những câu trả lời đúng.',
    en: 'Too few questions of the identity script were answered. Nothing changed; ask more and mark those that were answered rightly.',
  },
  'lock.locked-already': {
    status: 409,
    vi: 'Tài khoản đã khoá theo yêu cầu của chính người này. Nó vẫn khoá, và việc lấy lại tài khoản đã bắt đầu từ lúc đó, nếu có, bị dừng.',
    en: "The account is locked at its holder's own request already. It stays so, and if anybody began to get it back since then, that ends.",
  },
  'lock.nothing-to-lock': {
    status: 409,
    vi: 'Không có tài khoản nào để khoá theo lý do này, hoặc đã khoá vì chính lý do này. Không có gì thay đổi; xem trạng thái trước khi làm tiếp.',
    en: 'There is no account to lock on this ground, or it is locked on this very ground already. Nothing changed; look at its state first.',
  },
  'lock.ground-of-others': {
    status: 409,
    vi: 'Khoá này do cơ quan có thẩm quyền hoặc do cơ sở dữ liệu đặt, quầy không mở được. Dữ liệu an toàn; người dân liên hệ cơ quan đã yêu cầu hoặc đi đổi thẻ.',
    en: 'This lock was set by a competent body or by the register, and a counter cannot end it. The data is safe; the holder turns to that body or has the card renewed.',
  },
  'lock.about-yourself': {
    status: 403,
    vi: 'Bạn không thể khoá, mở khoá hay duyệt việc của chính mình tại quầy. Không có gì thay đổi; hãy nhờ một đồng nghiệp.',
    en: 'Nobody locks, unlocks or decides about herself at the counter. Nothing changed; ask a colleague.',
  },
  'lock.same-eyes': {
    status: 403,
    vi: 'Người quyết định phải là một người khác với người đã tiếp nhận hoặc chuyển yêu cầu. Không có gì thay đổi; hãy nhờ đồng nghiệp có thẩm quyền.',
    en: 'Who decides must be another person than who received or forwarded it. Nothing changed; ask a colleague who may.',
  },
  'lock.no-such-request': {
    status: 404,
    vi: 'Đơn vị của bạn không có yêu cầu này. Không có gì thay đổi; hãy xem lại danh sách.',
    en: 'Your office has no such request. Nothing changed; look at the list again.',
  },
  'lock.request-closed': {
    status: 409,
    vi: 'Yêu cầu này đã qua bước đó. Kết quả vẫn giữ nguyên; tải lại danh sách để xem bước hiện tại.',
    en: 'This request is past that step. Its result stands; load the list again to see where it is.',
  },
  'lock.not-forwarded': {
    status: 409,
    vi: 'Phiếu TK03 này chưa được chuyển lên người có thẩm quyền. Không có gì thay đổi; nơi tiếp nhận cần chuyển trước.',
    en: 'This TK03 has not been forwarded to the head yet. Nothing changed; the receiving office forwards it first.',
  },
  'lock.locked-since': {
    status: 409,
    vi: 'Sau khi yêu cầu này được nhận, chủ tài khoản đã khoá lại. Tài khoản vẫn khoá, an toàn; hãy từ chối yêu cầu này và hỏi lại người dân tại quầy.',
    en: 'The holder has locked the account again since this request was taken. It stays locked and safe; refuse this request and ask her anew at the counter.',
  },
  'lock.request-open': {
    status: 409,
    vi: 'Đã có một yêu cầu cùng loại đang chờ cho người này. Không tạo thêm; hãy xử lý yêu cầu đang chờ.',
    en: 'A request of this kind already waits for this person. None was added; settle that one.',
  },
})
