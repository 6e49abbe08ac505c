/** Refusals of whoever supervises officers. */
import { defineProblems } from './shape.ts'

export const supervisionProblems = defineProblems({
  'supervision.no-such-notice': {
    status: 404,
    vi: 'Đơn vị bạn không có ghi nhận này. Không có gì thay đổi; tải lại danh sách.',
    en: 'Your office has no such notice. Nothing changed; reload the list.',
  },
  'supervision.notice-settled': {
    status: 409,
    vi: 'Người khác đã xem xét ghi nhận này. Kết quả trước giữ nguyên; tải lại danh sách để xem.',
    en: 'Somebody else has settled this notice. What she decided stands; reload the list to see it.',
  },
  'supervision.about-yourself': {
    status: 403,
    vi: 'Ghi nhận này là về chính bạn. Nó vẫn chờ; một người phụ trách khác sẽ xem xét.',
    en: 'This notice is about yourself. It goes on waiting; another supervisor settles it.',
  },
})
