/** Refusals of petitions. */
import { defineProblems } from './shape.ts'

export const petitionProblems = defineProblems({
  'petition.no-such-case': {
    status: 404,
    vi: 'Không có phản ánh này ở đây. Không có gì thay đổi; hãy tải lại danh sách.',
    en: 'There is no such petition here. Nothing changed; load the list again.',
  },
  'petition.closed': {
    status: 409,
    vi: 'Phản ánh này đã được trả lời. Câu trả lời vẫn giữ nguyên; hãy tải lại danh sách.',
    en: 'This petition has been answered. The answer stands; load the list again.',
  },
  'petition.about-yourself': {
    status: 403,
    vi: 'Bạn không giải quyết phản ánh của chính mình. Phản ánh vẫn chờ; hãy nhờ một đồng nghiệp.',
    en: 'Nobody answers a petition of her own. It still waits; ask a colleague.',
  },
  'petition.no-such-unit': {
    status: 422,
    vi: 'Không tìm thấy nơi này trong danh mục hành chính hiện nay. Nội dung bạn viết vẫn còn; hãy chọn lại tỉnh, thành phố và xã, phường.',
    en: 'This place is not in today’s list of units. What you wrote is still here; choose the province and the commune again.',
  },
  'petition.forwarded-before': {
    status: 409,
    vi: 'Phản ánh này đã được chuyển một lần. Theo quy định, đơn vị bạn phải trả lời; phản ánh vẫn ở đây.',
    en: 'This petition was forwarded once already. By the rule your office answers it; it is still here.',
  },
  'petition.same-office': {
    status: 422,
    vi: 'Nơi bạn chọn vẫn do đơn vị này phụ trách. Phản ánh chưa chuyển; hãy chọn nơi khác hoặc trả lời tại đây.',
    en: 'This office is the one that answers for the place you chose. Nothing was forwarded; choose another place, or answer here.',
  },
  'petition.not-answered': {
    status: 409,
    vi: 'Phản ánh này chưa được trả lời. Bạn không phải làm gì; cơ quan trả lời trước hạn ghi trong phản ánh.',
    en: 'This petition has no answer yet. There is nothing you must do; the office answers by the day that stands in it.',
  },
  'petition.rated-before': {
    status: 409,
    vi: 'Bạn đã đánh giá câu trả lời này. Đánh giá trước vẫn được tính; bạn không phải làm gì thêm.',
    en: 'You have rated this answer. What you said counts; there is nothing more to do.',
  },
})
