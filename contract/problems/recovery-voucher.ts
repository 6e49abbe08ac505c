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
  'voucher.not-in-register': {
    status: 422,
    vi: 'Cơ sở dữ liệu dân cư không có số định danh này nên chưa mở hồ sơ cấp phiếu được. Chưa lấy gì của người dân; hãy xem lại số trên thẻ.',
    en: 'The population register has nobody of this number, so no voucher case is opened. Nothing was taken; check the number on the card.',
  },
  'voucher.deceased': {
    status: 422,
    vi: 'Cơ sở dữ liệu dân cư ghi người có số này đã mất nên không cấp phiếu. Chưa lấy gì; nếu người trước bạn đúng là chủ số này, hãy mở hồ sơ dữ liệu sai khác để sửa.',
    en: 'The population register records the holder of this number as deceased, so there is no voucher. Nothing was taken; if she does stand before you, open a case of differing data to have it corrected.',
  },
  'voucher.no-account': {
    status: 422,
    vi: 'Người này chưa có tài khoản nên không có gì để lấy lại. Chưa lấy gì; hãy đăng ký mức 2 cho họ tại quầy.',
    en: 'This person has no account, so there is nothing to get back. Nothing was taken; register her at level 2 at the counter instead.',
  },
  'voucher.account-barred': {
    status: 422,
    vi: 'Tài khoản này hiện không lấy lại bằng phiếu được: đang bị khoá, đã đóng, hoặc do người đại diện dùng. Chưa lấy gì; hãy xem mục Khoá và mở khoá, hoặc Trẻ em, giám hộ.',
    en: 'No voucher gets this account back now: it is locked, closed, or used by a representative. Nothing was taken; look under Locking, or under Children, wards.',
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
