/** Refusals of cases of differing data. */
import { defineProblems } from './shape.ts'

export const discrepancyProblems = defineProblems({
  'discrepancy.no-such-case': {
    status: 404,
    vi: 'Không có hồ sơ sai lệch này ở đây. Không có gì thay đổi; hãy tải lại danh sách.',
    en: 'There is no such case here. Nothing changed; load the list again.',
  },
  'discrepancy.closed': {
    status: 409,
    vi: 'Hồ sơ sai lệch này đã kết thúc. Kết quả vẫn giữ nguyên; mở hồ sơ mới nếu còn sai lệch.',
    en: 'This case has ended. Its outcome stands; a new one can be opened if something still differs.',
  },
  'discrepancy.bad-value': {
    status: 422,
    vi: 'Giá trị đúng của mục này chưa hợp lệ. Chưa có gì được ghi; hãy viết lại như trên giấy tờ gốc.',
    en: 'This is no valid value for the field. Nothing was recorded; write it as the original paper has it.',
  },
  'discrepancy.not-correctable': {
    status: 422,
    vi: 'Mục này không sửa trực tiếp trong cơ sở dữ liệu được. Hồ sơ vẫn giữ nguyên; hãy chọn cách kết thúc khác hoặc hỏi cơ quan giữ nguồn.',
    en: 'This field cannot be corrected in the register directly. The case stands as it was; choose another outcome or ask who keeps the source.',
  },
  'discrepancy.not-proposed': {
    status: 409,
    vi: 'Hồ sơ này chưa có đề xuất nào chờ xác nhận. Không có gì thay đổi; hãy tải lại hồ sơ.',
    en: 'No proposal waits here. Nothing changed; load the case again.',
  },
  'discrepancy.same-eyes': {
    status: 403,
    vi: 'Người xác nhận phải là một người khác với người đề xuất. Đề xuất vẫn chờ; hãy nhờ một đồng nghiệp.',
    en: 'Whoever confirms must be another person than the one who proposed. The proposal still waits; ask a colleague.',
  },
  'discrepancy.about-yourself': {
    status: 403,
    vi: 'Bạn không thể xử lý dữ liệu của chính mình. Không có gì thay đổi; hãy nhờ một đồng nghiệp.',
    en: 'Nobody works on a case about herself. Nothing changed; ask a colleague.',
  },
  'discrepancy.register-moved': {
    status: 409,
    vi: 'Cơ sở dữ liệu đã thay đổi từ khi có đề xuất. Chưa sửa gì; hãy gửi trả đề xuất và xem lại.',
    en: 'The register has changed since this was proposed. Nothing was corrected; send the proposal back and look again.',
  },
  'discrepancy.not-yours-to-withdraw': {
    status: 409,
    vi: 'Chỉ rút được báo sai lệch do chính bạn gửi và khi chưa ai đề xuất cách sửa. Hồ sơ vẫn giữ nguyên; bạn có thể hỏi đơn vị phụ trách.',
    en: 'Only what you reported yourself, and before a correction is proposed, can be taken back. The case stands; you may ask the office in charge.',
  },
})
