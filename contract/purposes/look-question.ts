/** Questions about looks (Decree 356/2025/ND-CP). */
import { definePurposes } from './shape.ts'

export const lookQuestionPurposes = definePurposes({
  'look-question-asked': {
    vi: 'Hỏi về một lần xem dữ liệu',
    en: 'You asked about a look at your data',
    family: 'self',
    fields: [],
  },
  'look-question-view': {
    vi: 'Cán bộ bảo vệ dữ liệu mở câu hỏi của bạn về một lần xem',
    en: 'A data protection officer opened your question about a look',
    family: 'office',
    fields: ['fullName'],
  },
  'look-question-answered': {
    vi: 'Trả lời câu hỏi của bạn về một lần xem',
    en: 'Your question about a look was answered',
    family: 'office',
    fields: ['fullName'],
  },
})
