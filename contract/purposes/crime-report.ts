/**
 * Reports of crimes (Criminal Procedure Code 101/2015/QH13 art. 144 to 147). None of these is an anonymous
 * sender's.
 */
import { definePurposes } from './shape.ts'

const seen = { family: 'office', fields: [] } as const
const named = { family: 'office', fields: ['fullName', 'personalNumber', 'phone'] } as const
const nobodys = { family: 'staff', fields: [] } as const

export const crimeReportPurposes = definePurposes({
  'crime-report-sent': {
    vi: 'Gửi tin báo về tội phạm, có tên',
    en: 'You reported a crime under your name',
    family: 'self',
    fields: [],
  },
  'crime-report-said': {
    vi: 'Nhắn thêm cho cơ quan về tin báo của bạn',
    en: 'You wrote to the office about your report',
    family: 'self',
    fields: [],
  },
  'crime-report-view': {
    vi: 'Cán bộ mở tin báo của bạn',
    en: 'An officer opened your report',
    family: 'office',
    fields: ['fullName'],
  },
  'crime-report-picture': {
    vi: 'Cán bộ mở ảnh trong tin báo của bạn',
    en: 'An officer opened a picture of your report',
    ...seen,
  },
  'crime-report-asked': {
    vi: 'Cán bộ hỏi thêm về tin báo của bạn',
    en: 'An officer asked you something about your report',
    ...seen,
  },
  'crime-report-extended': {
    vi: 'Kéo dài thời hạn giải quyết tin báo của bạn',
    en: 'The time for your report was extended',
    ...seen,
  },
  'crime-report-forwarded': {
    vi: 'Chuyển tin báo của bạn đến cơ quan có thẩm quyền',
    en: 'Your report was handed to the competent office',
    ...seen,
  },
  'crime-report-settled': { vi: 'Giải quyết tin báo của bạn', en: 'Your report was settled', ...seen },
  'crime-report-name-contact': {
    vi: 'Cán bộ xem tên bạn trong tin báo, để mời bạn làm việc',
    en: 'An officer was told your name in a report, to invite you',
    ...named,
  },
  'crime-report-name-protect': {
    vi: 'Cán bộ xem tên bạn trong tin báo, để bảo vệ bạn',
    en: 'An officer was told your name in a report, to protect you',
    ...named,
  },
  'crime-report-name-procuracy': {
    vi: 'Cán bộ xem tên bạn trong tin báo, theo yêu cầu của Viện kiểm sát',
    en: 'An officer was told your name in a report, for the procuracy',
    ...named,
  },
  'anonymous-report-worked': {
    vi: 'Cán bộ làm việc trên một tin báo ẩn danh',
    en: 'An officer worked on an anonymous report',
    ...nobodys,
  },
})
