/** Refusals of applications, one-time codes and portraits. None of them tells what the register knows. */
import { defineProblems } from './shape.ts'

export const enrolmentProblems = defineProblems({
  'enrolment.draft-gone': {
    status: 404,
    vi: 'Không tìm thấy đơn đang làm trên máy này (có thể đã quá hạn lưu). Nếu bạn đã gửi đơn, đơn vẫn được xử lý và kết quả sẽ báo cho bạn; nếu chưa gửi, hãy bắt đầu lại, khoảng 2 phút.',
    en: 'No application in progress was found on this device (it may have lapsed). If you have sent it, it is being handled and the result comes to you; if not, start again, it takes about 2 minutes.',
  },
  'enrolment.already-sent': {
    status: 409,
    vi: 'Đơn này đã gửi nên không sửa được nữa. Đơn vẫn được xử lý đúng hạn; xem tiến độ ở trang kết quả.',
    en: 'This application was already sent and cannot be changed. It is being handled in time; see the result page.',
  },
  'enrolment.incomplete': {
    status: 409,
    vi: 'Đơn còn thiếu bước. Những gì đã làm vẫn được lưu; hoàn tất bước còn thiếu rồi gửi.',
    en: 'The application lacks a step. What you did is saved; finish the missing step, then send.',
  },
  'enrolment.qr-unreadable': {
    status: 422,
    vi: 'Mã này không phải mã QR in trên thẻ căn cước. Chưa có gì được lưu; quét lại mã trên thẻ hoặc nhập tay.',
    en: 'This is not the QR code printed on an identity card. Nothing was stored; scan the card again or type it in.',
  },
  'enrolment.no-such-application': {
    status: 404,
    vi: 'Không có đơn nào mang mã này tại đơn vị của bạn. Kiểm tra lại mã hoặc quay về hàng đợi.',
    en: 'Your office has no application with this reference. Check it, or go back to the queue.',
  },
  'enrolment.already-decided': {
    status: 409,
    vi: 'Đơn này đã được quyết định trước đó. Quyết định cũ được giữ nguyên; tải lại hàng đợi.',
    en: 'This application was already decided. That decision stands; reload the queue.',
  },
  'enrolment.reason-required': {
    status: 422,
    vi: 'Từ chối cần có lý do để người dân biết phải làm gì. Chưa có gì được ghi; chọn một lý do.',
    en: 'A refusal needs a reason, so that the person knows what to do. Nothing was recorded; choose one.',
  },
  'enrolment.cannot-accept': {
    status: 409,
    vi: 'Không thể chấp nhận: người này không có trong cơ sở dữ liệu, chưa đủ tuổi, không có thẻ còn hiệu lực, đã có tài khoản, hoặc số điện thoại đã gắn với người khác. Chưa có gì thay đổi; hãy từ chối kèm lý do.',
    en: "This cannot be accepted: the person is not in the register, is too young, has no valid card, has an account already, or the phone belongs to somebody else's account. Nothing changed; refuse it with a reason.",
  },
  'enrolment.waits-for-portrait': {
    status: 409,
    vi: 'Đơn này đang chờ người nộp gửi ảnh mới đến hết ngày {by}. Chưa có gì được ghi thêm; khi có ảnh, đơn tự về lại hàng đợi.',
    en: 'This application waits for another portrait until {by}. Nothing more was recorded; once it comes, the application is back in the queue by itself.',
  },
  'enrolment.portrait-not-compared': {
    status: 409,
    vi: 'Ảnh mới của người nộp chưa được so với cơ sở dữ liệu nên chưa chấp nhận được. Chưa có gì thay đổi; mở lại đơn sau ít phút.',
    en: 'The applicant’s new portrait is not compared with the register yet, so the application cannot be accepted. Nothing changed; open it again in a few minutes.',
  },
  'enrolment.asked-enough': {
    status: 409,
    vi: 'Đơn này đã được yêu cầu ảnh khác {times} lần, không yêu cầu thêm được nữa. Chưa có gì thay đổi; hãy chấp nhận hoặc từ chối kèm lý do.',
    en: 'Another portrait was asked for {times} times; it cannot be asked for again. Nothing changed; accept the application, or refuse it with a reason.',
  },
  'enrolment.not-asked': {
    status: 409,
    vi: 'Đơn này hiện không chờ ảnh mới: ảnh đã được nhận hoặc đơn đã có quyết định. Chưa có gì thay đổi; xem tiến độ ở trang kết quả.',
    en: 'This application does not wait for a portrait: one has arrived, or it is decided. Nothing changed; see the result page.',
  },
  'enrolment.answer-too-late': {
    status: 409,
    vi: 'Đã hết hạn gửi ảnh mới ({by}). Ảnh vừa chụp không được lưu; bạn có thể đăng ký lại, khoảng 2 phút.',
    en: 'The time for another portrait ended on {by}. The picture was not stored; you can register again, it takes about 2 minutes.',
  },
  'code.wrong': {
    status: 422,
    vi: 'Mã này chưa khớp. Bạn còn {left} lần thử; có thể yêu cầu mã mới.',
    en: 'That code does not match. You have {left} tries left, or ask for a new code.',
  },
  'code.expired': {
    status: 410,
    vi: 'Mã đã hết hạn. Những gì đã nhập vẫn được lưu; hãy yêu cầu mã mới.',
    en: 'The code has expired. What you entered is saved; ask for a new code.',
  },
  'code.spent': {
    status: 410,
    vi: 'Mã này đã được dùng hoặc đã nhập quá số lần. Không có gì bị mất; hãy yêu cầu mã mới.',
    en: 'This code was used already or tried too often. Nothing is lost; ask for a new one.',
  },
  'code.crowded': {
    status: 429,
    vi: 'Vừa có quá nhiều nơi yêu cầu gửi mã tới địa chỉ này nên lúc này không gửi thêm mã. Dữ liệu của bạn không đổi. Hãy chờ {wait}, hoặc dùng cách khác: nhận mã qua e-mail thay cho tin nhắn (hoặc ngược lại), dùng thiết bị đã đăng nhập, hoặc mang giấy tờ đến quầy.',
    en: 'Codes to this address were just asked for from too many places, so none goes out now. Your data is unchanged. Wait {wait}, or use another way: a code by e-mail instead of text message (or the reverse), a device that is signed in, or a counter with your papers.',
  },
  'code.sms-closed': {
    status: 429,
    vi: 'Lúc này chúng tôi tạm không gửi mã bằng tin nhắn cho thiết bị và kết nối chưa quen. Dữ liệu của bạn không đổi. Hãy nhận mã qua e-mail, dùng thiết bị đã đăng nhập hoặc kết nối bạn vẫn dùng, hoặc mang giấy tờ đến quầy; cũng có thể thử lại sau {wait}.',
    en: 'For the moment no codes go out by text message to devices and connections that we do not know. Your data is unchanged. Take the code by e-mail, use a device that is signed in or your usual connection, or come to a counter with your papers; you can also try again in {wait}.',
  },
  'code.no-email': {
    status: 422,
    vi: 'Chưa có địa chỉ e-mail để gửi mã. Nhập e-mail hoặc nhận mã qua tin nhắn.',
    en: 'There is no e-mail address to send a code to. Enter one, or take the code by text message.',
  },
  'portrait.not-a-picture': {
    status: 422,
    vi: 'Tệp này không mở được như một bức ảnh. Ảnh cũ (nếu có) vẫn giữ nguyên; chọn ảnh JPEG, PNG hoặc WebP khác.',
    en: 'This file could not be opened as a picture. Any earlier picture is kept; choose another JPEG, PNG or WebP.',
  },
  'portrait.too-large': {
    status: 413,
    vi: 'Ảnh quá lớn (tối đa 3 MB và 2 triệu điểm ảnh). Chưa có gì được lưu; chụp lại hoặc chọn ảnh nhỏ hơn.',
    en: 'The picture is too large (3 MB and 2 megapixels at most). Nothing was stored; take it again or choose a smaller one.',
  },
})
