/** Refusals of activation, sign-in, devices and account changes. */
import { defineProblems } from './shape.ts'

export const authenticationProblems = defineProblems({
  'journey.gone': {
    status: 404,
    vi: 'Phiên làm việc này đã hết hạn. Tài khoản của bạn không đổi; hãy bắt đầu lại.',
    en: 'This journey has lapsed. Your account is unchanged; start again.',
  },
  'journey.order': {
    status: 409,
    vi: 'Còn bước trước chưa xong. Không có gì thay đổi; quay lại bước đang dở.',
    en: 'An earlier step is not done. Nothing changed; go back to the open step.',
  },
  'activation.too-late': {
    status: 410,
    vi: 'Đã quá thời hạn tự kích hoạt. Tài khoản vẫn được giữ cho bạn; gọi tổng đài hoặc đến quầy để kích hoạt.',
    en: 'The time to activate it yourself has passed. The account is kept for you; call the hotline or come to a counter.',
  },
  'password.weak': {
    status: 422,
    vi: 'Mật khẩu này chưa đủ điều kiện. Chưa có gì được lưu; xem các điều kiện bên dưới ô nhập.',
    en: 'This password does not meet the conditions. Nothing was stored; see the conditions below the field.',
  },
  'password.own-data': {
    status: 422,
    vi: 'Mật khẩu này có số định danh, số điện thoại hoặc ngày sinh của bạn, người quen đoán được. Chưa có gì được lưu; hãy bỏ những chữ số đó, ví dụ dùng vài từ không liên quan và một con số khác.',
    en: 'This password holds your personal number, phone number or birth date, which people who know you can guess. Nothing was stored; leave those digits out, for instance with some unrelated words and another number.',
  },
  'password.breached': {
    status: 422,
    vi: 'Mật khẩu này nằm trong danh sách đã bị lộ nên dễ bị đoán. Chưa có gì được lưu; hãy ghép vài từ không liên quan rồi thêm số và dấu, đừng chỉ thêm số vào một từ quen thuộc.',
    en: 'This password is on a list of leaked ones and easy to guess. Nothing was stored; join some unrelated words and add digits and a sign, not only digits behind a common word.',
  },
  'passcode.weak': {
    status: 422,
    vi: 'Mã PIN này dễ đoán (dãy số liền, số lặp, ngày hoặc năm sinh, chữ số trong số định danh hoặc số điện thoại của bạn). Chưa có gì được lưu; chọn mã khác.',
    en: 'This passcode is easy to guess (a run, a repeat, your birth date or year, digits of your personal number or phone). Nothing was stored; choose another.',
  },
  'passcode.wrong': {
    status: 422,
    vi: 'Mã PIN chưa đúng. Bạn còn {left} lần; giấy tờ và dữ liệu vẫn an toàn.',
    en: 'That passcode is not right. You have {left} tries left; documents and data are safe.',
  },
  'passcode.locked': {
    status: 429,
    vi: 'Mã PIN tạm khoá đến ngày mai vì nhập sai nhiều lần. Giấy tờ và dữ liệu an toàn; nếu quên, đặt lại bằng mật khẩu và mã gửi về máy.',
    en: 'The passcode is locked until tomorrow after too many wrong tries. Documents and data are safe; if you forgot it, set it again with password and code.',
  },
  'device.unknown': {
    status: 401,
    vi: 'Thiết bị này không còn gắn với tài khoản. Dữ liệu của bạn an toàn; gắn lại bằng số định danh, mật khẩu và mã gửi về máy.',
    en: 'This device is no longer bound to the account. Your data is safe; bind it again with number, password and a code.',
  },
  'device.passcode-needed': {
    status: 403,
    vi: 'Cần mã PIN của máy này để gỡ một máy khác. Chưa có gì bị gỡ; nhập mã PIN rồi làm lại.',
    en: 'Removing another device needs the passcode of this one. Nothing was removed; enter the passcode and do it again.',
  },
  'device.proof-spent': {
    status: 409,
    vi: 'Lần xác nhận này của máy đã được dùng hoặc đã hết hạn. Không có gì thay đổi; hãy làm lại.',
    en: 'This proof of the device was used already or has ended. Nothing changed; do it once more.',
  },
  'device.proof': {
    status: 422,
    vi: 'Khoá của thiết bị không tự chứng minh được. Chưa có gì thay đổi; tải lại trang rồi làm lại.',
    en: "The device's key could not prove itself. Nothing changed; reload the page and do it again.",
  },
  'sign-in.no-match': {
    status: 422,
    vi: 'Số định danh hoặc mật khẩu chưa khớp, hoặc cách đăng nhập này đang tạm dừng. Tài khoản vẫn an toàn; thử lại, dùng thiết bị đã gắn, hoặc đặt lại mật khẩu.',
    en: 'Number and password do not match, or this way in is paused. The account is safe; try again, use your bound device, or reset the password.',
  },
  'sign-in.gone': {
    status: 410,
    vi: 'Lần đăng nhập này đã hết hạn. Không có gì được chia sẻ; quay lại trang dịch vụ và bấm đăng nhập lần nữa.',
    en: 'This sign-in has lapsed. Nothing was shared; go back to the service and sign in again.',
  },
  'account.locked': {
    status: 403,
    vi: 'Tài khoản đang khoá. Dữ liệu an toàn; mở khoá tại quầy gần nhất.',
    en: 'The account is locked. The data is safe; unlock it at the nearest counter.',
  },
  'session.gone': {
    status: 404,
    vi: 'Phiên hoặc thiết bị này không còn. Có thể đã được đăng xuất trước đó; tải lại danh sách.',
    en: 'That session or device is gone. It may have been signed out before; reload the list.',
  },
  'consent.gone': {
    status: 404,
    vi: 'Bạn đã rút lại đồng ý với dịch vụ này rồi, hoặc chưa từng đồng ý. Dịch vụ không nhận thêm được gì; tải lại danh sách.',
    en: 'You took this back already, or never agreed to it. The service gets nothing more; reload the list.',
  },
  'closing.goes-on': {
    status: 409,
    vi: 'Tài khoản đang chờ đóng rồi, không cần yêu cầu lại. Bạn vẫn dùng được đến ngày đóng; mở lại trang để xem ngày hoặc giữ tài khoản.',
    en: 'The account is being closed already; there is no need to ask again. You can use it until that day; reload the page to see the day or to keep it.',
  },
  'closing.case-open': {
    status: 409,
    vi: 'Bạn còn hồ sơ đang được giải quyết nên chưa đóng được tài khoản. Mọi thứ vẫn như trước; đợi kết quả hoặc rút hồ sơ rồi thử lại.',
    en: 'A case of yours is still being decided, so the account cannot be closed yet. Everything is as it was; wait for its end or take it back, then try again.',
  },
  'closing.acts-for-others': {
    status: 409,
    vi: 'Bạn đang thay mặt con hoặc người được giám hộ nên chưa đóng được tài khoản. Mọi thứ vẫn như trước; đến công an xã để kết thúc việc đại diện trước.',
    en: 'You act for a child or a ward, so the account cannot be closed yet. Everything is as it was; have that ended at the commune police first.',
  },
  'closing.no-phone': {
    status: 409,
    vi: 'Tài khoản chưa có số điện thoại để nhận mã. Mọi thứ vẫn như trước; thêm số của bạn ở mục Liên hệ rồi thử lại.',
    en: 'The account has no phone to send a code to. Everything is as it was; add your number under Contact, then try again.',
  },
  'closing.gone': {
    status: 404,
    vi: 'Tài khoản này không còn chờ đóng. Bạn dùng tiếp như thường; tải lại trang.',
    en: 'This account is not being closed any more. Use it as before; reload the page.',
  },
  'phone.no-such-claim': {
    status: 404,
    vi: 'Không có mã phiếu này. Chưa có gì thay đổi; xem lại mã cán bộ đọc, hoặc nhờ gửi mã mới.',
    en: 'There is no such reference. Nothing changed; look again at what the officer read out, or have a new code sent.',
  },
  'phone.not-leaving': {
    status: 404,
    vi: 'Số điện thoại không còn chờ rời tài khoản này. Không có gì phải làm; tải lại trang.',
    en: 'No phone number is about to leave this account any more. There is nothing to do; reload the page.',
  },
  'phone.keep-wrong': {
    status: 403,
    vi: 'Số định danh và mã không đi cùng nhau, hoặc không còn gì để giữ. Không có gì thay đổi; dùng mã trong tin báo mới nhất.',
    en: 'Number and code do not go together, or there is nothing left to keep. Nothing changed; use the code of the newest notice.',
  },
  'phone.not-usable': {
    status: 409,
    vi: 'Không dùng được số điện thoại này cho tài khoản. Số cũ vẫn giữ nguyên; thử số khác đứng tên bạn.',
    en: 'This phone cannot be used for the account. The old one stays; try another number in your own name.',
  },
})
