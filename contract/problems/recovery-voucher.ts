/** Refusals of the counter's voucher for a lost phone. */
import { defineProblems } from './shape.ts'

export const recoveryVoucherProblems = defineProblems({
  'voucher.no-such-case': {
    status: 404,
    vi: 'Đơn vị của bạn không có hồ sơ cấp phiếu này. Không có gì thay đổi; hãy xem lại danh sách.',
    en: 'Your office has no such voucher case. Nothing changed; look at the list.',
  },
  'voucher.closed': {
    status: 409,
    vi: 'Hồ sơ này đã kết thúc nên không sửa được nữa. Kết quả vẫn giữ nguyên; mở hồ sơ mới nếu người dân cần.',
    en: 'This case is closed and cannot be changed. Its result stands; open a new one if the person needs it.',
  },
  'voucher.about-yourself': {
    status: 403,
    vi: 'Bạn không thể cấp hoặc duyệt phiếu cho chính mình. Không có gì thay đổi; hãy nhờ một đồng nghiệp.',
    en: 'Nobody issues or confirms a voucher for herself. Nothing changed; ask a colleague.',
  },
  'voucher.other-case-open': {
    status: 409,
    vi: 'Người này đang có một hồ sơ cấp phiếu khác chưa xong. Không có gì thay đổi; hãy làm tiếp hoặc kết thúc hồ sơ đó trước.',
    en: 'This person has another voucher case that is not finished. Nothing changed; go on with that one or end it first.',
  },
  'voucher.incomplete': {
    status: 409,
    vi: 'Chưa đủ vân tay, ảnh hoặc câu trả lời của người dân. Những gì đã lấy vẫn còn; làm nốt rồi gửi lại.',
    en: "Fingerprints, portrait or the citizen's answer are missing. What was taken stays; finish it and send again.",
  },
  'voucher.same-eyes': {
    status: 403,
    vi: 'Người duyệt thứ hai phải là người khác với người đã lấy hồ sơ. Không có gì thay đổi; hãy nhờ đồng nghiệp có thẩm quyền.',
    en: 'The second pair of eyes must be another person than the one who took the case. Nothing changed; ask a colleague who may.',
  },
  'voucher.not-waiting': {
    status: 409,
    vi: 'Hồ sơ này không chờ người duyệt thứ hai. Không có gì thay đổi; hãy tải lại danh sách.',
    en: 'This case does not wait for a second pair of eyes. Nothing changed; load the list again.',
  },
  'voucher.not-confirmed': {
    status: 409,
    vi: 'Chưa xác nhận người này, hoặc xác nhận đã quá hạn. Chưa in phiếu nào; hãy xác nhận trước hoặc mở hồ sơ mới.',
    en: 'Who this is has not been confirmed, or that was too long ago. No voucher was printed; confirm it first or open a new case.',
  },
})
