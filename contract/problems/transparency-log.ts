/** Refusals of a person's own log. */
import { defineProblems } from './shape.ts'

export const transparencyLogProblems = defineProblems({
  'audit.no-such-line': {
    status: 404,
    vi: 'Nhật ký của bạn không có dòng này. Không có gì thay đổi; hãy mở lại trang Ai đã xem.',
    en: 'Your log has no such entry. Nothing changed; open the page Who viewed my data again.',
  },
  'audit.no-such-checkpoint': {
    status: 404,
    vi: 'Nhật ký không có bản ký này. Chưa có gì được tải; hãy bấm tải lại từ đầu.',
    en: 'The log has no such signed version. Nothing was downloaded; begin the download anew.',
  },
})
