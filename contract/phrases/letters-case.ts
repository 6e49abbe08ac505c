/** Letters: what holds for a case of whatever kind. */
import { defineLetters, type Pair } from './letter-form.ts'

/** Kinds of cases whose day somebody was told. */
export const movedCaseKinds = [
  'dossier',
  'petition',
  'look-question',
  'discrepancy',
  'level-1',
  'level-2',
  'card',
] as const
export type MovedCaseKind = (typeof movedCaseKinds)[number]

export const movedCaseWords: Readonly<Record<MovedCaseKind, Pair>> = {
  dossier: { vi: 'hồ sơ', en: 'dossier' },
  petition: { vi: 'phản ánh', en: 'petition' },
  'look-question': { vi: 'câu hỏi', en: 'question' },
  discrepancy: { vi: 'đề nghị sửa dữ liệu', en: 'request to correct data' },
  'level-1': { vi: 'đơn đăng ký mức 1', en: 'application for level 1' },
  'level-2': { vi: 'hồ sơ mức 2', en: 'application for level 2' },
  card: { vi: 'hồ sơ làm thẻ', en: 'application for a card' },
}

export const caseLetters = defineLetters({
  'case-due-moved': {
    kind: 'dossier',
    sms: {
      vi: 'Ngày trả kết quả {reference} đổi sang {due} do lịch nghỉ mới.',
      en: 'Because of newly announced holidays {reference} is now due on {due}.',
    },
    title: { vi: 'Ngày trả kết quả đổi sang {due}', en: 'The day for your result is now {due}' },
    text: {
      vi: 'Lịch nghỉ vừa công bố: {days}. Vì vậy {what} {reference} tại {office} được trả vào {due}, không phải {was}. Thứ tự và hồ sơ của bạn giữ nguyên; bạn không phải làm gì.',
      en: 'Newly announced: {days}. So {what} {reference} at {office} is settled by {due}, not by {was}. Your place in the list and what you sent stay as they were; there is nothing you must do.',
    },
  },
})
