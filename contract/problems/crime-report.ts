/** Refusals of reports of crimes. */
import { defineProblems } from './shape.ts'

export const crimeReportProblems = defineProblems({
  'crime-report.no-such-report': {
    status: 404,
    vi: 'Không có tin báo này ở đây. Không có gì thay đổi; hãy tải lại danh sách.',
    en: 'There is no such report here. Nothing changed; load the list again.',
  },
  'crime-report.no-such-receipt': {
    status: 404,
    vi: 'Không mở được bằng mã này. Không có gì thay đổi; hãy so lại từng nhóm chữ với mã bạn đã ghi. Tin vừa gửi có thể cần vài phút.',
    en: 'This code opens nothing. Nothing changed; compare each group with what you wrote down. What was just sent may take some minutes.',
  },
  'crime-report.too-many-codes': {
    status: 429,
    vi: 'Đã thử quá nhiều mã không đúng từ mạng này. Tin báo của bạn vẫn còn; hãy thử lại sau {wait} hoặc từ mạng khác.',
    en: 'Too many codes that open nothing were tried from this network. Your report is safe; try again in {wait}, or from another network.',
  },
  'crime-report.closed': {
    status: 409,
    vi: 'Tin báo này đã được giải quyết. Kết quả vẫn giữ nguyên; có việc mới thì gửi tin báo mới.',
    en: 'This report has been settled. The result stands; send a new report when something new has happened.',
  },
  'crime-report.enough-said': {
    status: 409,
    vi: 'Tin báo này đã có đủ số lần nhắn. Những gì đã viết vẫn còn; việc gấp thì gọi 113.',
    en: 'This report has all the messages it can take. What was written stays; call 113 when it is urgent.',
  },
  'crime-report.about-yourself': {
    status: 403,
    vi: 'Bạn không giải quyết tin báo của chính mình. Tin báo vẫn chờ; hãy nhờ một đồng nghiệp.',
    en: 'Nobody works on a report of her own. It still waits; ask a colleague.',
  },
  'crime-report.no-such-place': {
    status: 422,
    vi: 'Không tìm thấy nơi này trong danh mục hành chính hiện nay. Nội dung bạn viết vẫn còn; hãy chọn lại tỉnh, thành phố và xã, phường.',
    en: 'This place is not in today’s list of units. What you wrote is still here; choose the province and the commune again.',
  },
  'crime-report.key-over': {
    status: 409,
    vi: 'Phiếu ẩn danh của kỳ này đã hết hạn phát. Không có gì bị mất; ứng dụng tự lấy phiếu của kỳ mới.',
    en: 'No more tickets of this time are given out. Nothing is lost; the app draws those of the new time by itself.',
  },
  'crime-report.ticket-refused': {
    status: 403,
    vi: 'Phiếu ẩn danh này không dùng được hoặc đã hết hạn. Tin báo chưa gửi và vẫn ở trên máy này; hãy gửi bằng phiếu khác, gửi có tên, hoặc gọi 113.',
    en: 'This ticket is not good, or not any more. The report was not sent and is still on this phone; send it by another ticket, under your name, or call 113.',
  },
  'crime-report.ticket-used': {
    status: 409,
    vi: 'Phiếu ẩn danh này đã dùng cho một tin báo khác. Tin báo này chưa gửi và vẫn ở trên máy này; hãy gửi bằng phiếu khác.',
    en: 'This ticket was used for another report. This one was not sent and is still on this phone; send it by another ticket.',
  },
  'crime-report.forwarded-before': {
    status: 409,
    vi: 'Tin báo này đã được chuyển một lần. Đơn vị bạn phải giải quyết; tin báo vẫn ở đây.',
    en: 'This report was forwarded once already. Your office settles it; it is still here.',
  },
  'crime-report.extended-before': {
    status: 409,
    vi: 'Tin báo này đã được kéo dài thời hạn một lần. Hạn hiện tại vẫn giữ nguyên; hãy giải quyết trong hạn.',
    en: 'This report was given longer once already. Its day stands; settle it by then.',
  },
  'crime-report.same-office': {
    status: 422,
    vi: 'Nơi bạn chọn vẫn do đơn vị này phụ trách. Tin báo chưa chuyển; hãy chọn nơi khác hoặc giải quyết tại đây.',
    en: 'This office is the one for the place you chose. Nothing was forwarded; choose another place, or settle it here.',
  },
  'crime-report.is-anonymous': {
    status: 409,
    vi: 'Tin báo này ẩn danh: hệ thống không biết ai đã gửi. Không có gì thay đổi; bạn hỏi người gửi ngay trong tin báo.',
    en: 'This report is anonymous: the system does not know who sent it. Nothing changed; ask whoever sent it in the report itself.',
  },
})
