/**
 * Letters: reports of crimes under one's own name. None says what it is about: whoever looks over her
 * shoulder at the phone may be the one she told of.
 */
import { defineLetters } from './letter-form.ts'

const action = { label: { vi: 'Mở ứng dụng', en: 'Open the app' }, to: '/app/crime' } as const

export const crimeReportLetters = defineLetters({
  'crime-report-moved': {
    kind: 'dossier',
    sms: {
      vi: '{reference} có tin mới. Mở ứng dụng để đọc.',
      en: 'There is news on {reference}. Open the app to read it.',
    },
    title: { vi: '{reference} có tin mới', en: 'News on {reference}' },
    text: {
      vi: 'Cơ quan có tin mới cho bạn ở {reference}. Nội dung chỉ hiện trong ứng dụng.',
      en: 'The office has news for you on {reference}. What it says shows only in the app.',
    },
    action,
  },
  'crime-report-late': {
    kind: 'dossier',
    sms: {
      vi: 'Xin lỗi, {reference} đã quá hạn. Bạn không phải làm gì.',
      en: 'We are sorry: {reference} is overdue. There is nothing you must do.',
    },
    title: { vi: 'Xin lỗi, {reference} đã quá hạn', en: 'We are sorry: {reference} is overdue' },
    text: {
      vi: 'Việc {reference} lẽ ra phải xong. Cơ quan xin lỗi bạn; việc này đứng đầu danh sách của họ. Bạn không phải làm gì.',
      en: '{reference} should have been settled by now. The office apologises; it stands on top of its list. There is nothing you must do.',
    },
    action,
  },
})
