/** Letters: questions about looks. */
import { defineLetters } from './letter-form.ts'

const action = { label: { vi: 'Xem câu hỏi', en: 'See the question' }, to: '/app/looks' } as const

export const lookQuestionLetters = defineLetters({
  'look-question-opened': {
    kind: 'dossier',
    sms: {
      vi: 'Đã nhận câu hỏi {reference} về một lần xem dữ liệu. Trả lời trước ngày {due}.',
      en: 'We have your question {reference} about a look at your data. You hear by {due}.',
    },
    title: { vi: 'Đã nhận câu hỏi của bạn', en: 'We have your question' },
    text: {
      vi: 'Câu hỏi {reference} về một lần xem dữ liệu của bạn đã đến {office}. Một cán bộ bảo vệ dữ liệu, không phải người đã xem, sẽ trả lời trước ngày {due}. Nếu nghi có người vào tài khoản, hãy khoá tài khoản ngay, không cần chờ.',
      en: 'Your question {reference} about a look at your data has come to {office}. A data protection officer, who is not the one who looked, answers by {due}. If you think that somebody is in your account, lock it now and do not wait.',
    },
    action,
  },
  'look-question-answered': {
    kind: 'dossier',
    sms: {
      vi: 'Câu hỏi {reference} đã có trả lời. {finding}',
      en: 'Your question {reference} is answered. {finding}',
    },
    title: { vi: 'Câu hỏi của bạn đã có trả lời', en: 'Your question is answered' },
    text: {
      vi: 'Câu hỏi {reference} về một lần xem dữ liệu của bạn đã được trả lời. {finding} Lời giải thích ở dưới dòng đó, trong mục Ai đã xem.',
      en: 'Your question {reference} about a look at your data is answered. {finding} The explanation stands below that entry, under Who viewed my data.',
    },
    action,
  },
  'look-question-overdue': {
    kind: 'dossier',
    sms: {
      vi: 'Xin lỗi, câu hỏi {reference} đã quá hạn trả lời; đã báo lãnh đạo đơn vị.',
      en: 'We are sorry: question {reference} is overdue. The head of the office was told.',
    },
    title: { vi: 'Xin lỗi, câu hỏi của bạn đã quá hạn', en: 'We are sorry: your question is overdue' },
    text: {
      vi: 'Câu hỏi {reference} lẽ ra phải được trả lời trước ngày {due}. {office} xin lỗi bạn; việc này đứng đầu danh sách của đơn vị. Bạn không phải làm gì.',
      en: 'Question {reference} should have been answered by {due}. {office} apologises; it stands on top of the office’s list. There is nothing you must do.',
    },
    action,
  },
})

export const findingWords = {
  'in-order': { vi: 'Lần xem đúng quy định.', en: 'The look was in order.' },
  'not-in-order': {
    vi: 'Lần xem không đúng quy định; đơn vị đã xử lý.',
    en: 'The look was not in order; the office acts on it.',
  },
  unclear: { vi: 'Chưa đủ cơ sở để kết luận.', en: 'It could not be established.' },
} as const
