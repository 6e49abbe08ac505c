/** Refusals of questions about looks. */
import { defineProblems } from './shape.ts'

export const lookQuestionProblems = defineProblems({
  'look-question.no-such-case': {
    status: 404,
    vi: 'Không có câu hỏi này ở đây. Không có gì thay đổi; hãy tải lại danh sách.',
    en: 'There is no such question here. Nothing changed; load the list again.',
  },
  'look-question.closed': {
    status: 409,
    vi: 'Câu hỏi này đã được trả lời. Câu trả lời vẫn giữ nguyên; hãy tải lại danh sách.',
    en: 'This question has been answered. The answer stands; load the list again.',
  },
  'look-question.about-yourself': {
    status: 403,
    vi: 'Bạn không trả lời câu hỏi về dữ liệu của mình hay về lần xem của chính mình. Câu hỏi vẫn chờ; hãy nhờ một đồng nghiệp.',
    en: 'Nobody answers about her own data or about a look of her own. The question still waits; ask a colleague.',
  },
})
