/** Refusals of a person's own log. */
import { defineProblems } from './shape.ts'

export const transparencyLogProblems = defineProblems({
  'audit.no-such-line': {
    status: 404,
    vi: 'Nhật ký của bạn không có dòng này. Không có gì thay đổi; hãy mở lại trang Ai đã xem.',
    en: 'Your log has no such entry. Nothing changed; open the page Who viewed my data again.',
  },
})
