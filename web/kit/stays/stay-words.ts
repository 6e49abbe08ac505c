// Notices of stay in words: reasons, ways, kinds of places, states, and what is wrong with a line of a file.
import type { ListStays, ReportStayFile } from '../../../contract/stays.ts'
import type { OutputOf } from '../../../contract/operation.ts'
import { dateVN, timeVN } from '../../ui/format.ts'
import { phrases } from '../../ui/phrases.ts'

export type Notice = OutputOf<typeof ListStays>['items'][number]
type RowFault = OutputOf<typeof ReportStayFile>['rejected'][number]['fault']

export const reasonWords = phrases({
  tourism: { vi: 'Du lịch', en: 'Tourism' },
  work: { vi: 'Công tác, làm việc', en: 'Work' },
  visit: { vi: 'Thăm thân', en: 'Visiting family or friends' },
  study: { vi: 'Học tập', en: 'Study' },
  treatment: { vi: 'Chữa bệnh', en: 'Medical treatment' },
  care: { vi: 'Chăm người bệnh', en: 'Caring for a patient' },
  rent: { vi: 'Thuê trọ', en: 'Renting a room' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
})
export const wayWords = phrases({
  typed: { vi: 'gõ tại quầy', en: 'typed at the desk' },
  card: { vi: 'quét thẻ', en: 'card scanned' },
  file: { vi: 'theo tệp', en: 'by file' },
  program: { vi: 'phần mềm gửi', en: "by the place's program" },
  host: { vi: 'chủ nhà báo', en: 'by the host' },
  self: { vi: 'khách tự báo', en: 'by the guest' },
})
export const kindWords = phrases({
  lodging: { vi: 'Cơ sở lưu trú du lịch', en: 'Hotel or guest house' },
  medical: { vi: 'Cơ sở khám chữa bệnh', en: 'Hospital or clinic' },
  'rented-rooms': { vi: 'Nhà cho thuê, phòng trọ', en: 'Rented rooms' },
  dormitory: { vi: 'Ký túc xá', en: 'Dormitory' },
  household: { vi: 'Nhà ở', en: 'Home' },
  other: { vi: 'Nơi khác', en: 'Another place' },
})
export const cancelWords = phrases({
  'wrong-person': { vi: 'Nhầm người', en: 'Wrong person' },
  'did-not-come': { vi: 'Khách không đến', en: 'The guest did not come' },
  twice: { vi: 'Đã báo ở nơi khác', en: 'Notified elsewhere already' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
})

const faults = phrases({
  columns: { vi: 'thiếu hoặc thừa cột', en: 'columns are missing, or too many' },
  quotes: { vi: 'dấu ngoặc kép đặt sai chỗ', en: 'a quotation mark stands where none can' },
  name: { vi: 'họ tên chưa đúng như trên giấy tờ', en: 'the name cannot be read' },
  'birth-date': { vi: 'ngày sinh chưa đúng', en: 'the date of birth cannot be right' },
  'number-length': {
    vi: 'số định danh không đủ 12 số; bảng tính hay làm mất số khi chép',
    en: 'the personal number has not 12 digits; spreadsheets lose some when copied',
  },
  number: { vi: 'số định danh chưa đúng', en: 'the personal number cannot be right' },
  passport: { vi: 'số hộ chiếu chưa đúng', en: 'the passport number cannot be right' },
  nationality: {
    vi: 'cần mã nước ba chữ, như FRA',
    en: 'the country as three letters is needed, such as FRA',
  },
  'one-document': {
    vi: 'cần đúng một giấy tờ: số định danh hoặc hộ chiếu',
    en: 'exactly one paper is needed: personal number or passport',
  },
  room: { vi: 'số phòng dài quá', en: 'the room is too long' },
  from: { vi: 'ngày đến chưa đúng', en: 'the arrival cannot be read' },
  to: { vi: 'ngày đi chưa đúng', en: 'the departure cannot be read' },
  reason: { vi: 'lý do không có trong danh sách', en: 'the reason is none of the list' },
  id: { vi: 'mã thông báo chưa đúng', en: 'the id of the notice is not right' },
  'stays.not-yet': { vi: 'khách chưa đến', en: 'the arrival is still to come' },
  'stays.too-long-ago': { vi: 'đã quá lâu; xem lại năm', en: 'too long ago; check the year' },
  'stays.tell-the-police': {
    vi: 'đã quá lâu; báo với công an xã',
    en: 'too long ago; tell the commune police',
  },
  'stays.to-before-from': { vi: 'ngày đi ở trước ngày đến', en: 'the departure is before the arrival' },
  'stays.too-long': { vi: 'ở quá số ngày của một lần báo', en: 'longer than one notice can say' },
  'stays.reason-not-here': {
    vi: 'lý do không dùng cho cơ sở này',
    en: 'the reason does not belong to this kind of place',
  },
  'stays.reported-otherwise': {
    vi: 'đã báo với ngày khác; hãy sửa thông báo đó',
    en: 'notified for other days already; correct that notice',
  },
  'stays.cancelled-before': {
    vi: 'thông báo này đã huỷ; báo riêng khách nếu có đến',
    en: 'taken back before; notify this guest alone if she did come',
  },
  'stays.id-used': { vi: 'mã thông báo đã dùng', en: 'the id was used already' },
})
export const rowFaultWords = (fault: RowFault): string => faults(fault)

/** `2026-11-26` or `2026-11-26T20:55`, as Vietnam's clocks show it. */
export const stayTimeWords = (text: string): string => {
  const [day = '', time] = text.split('T')
  const date = dateVN(`${day}T12:00:00+07:00`)
  return time ? `${time} ${date}` : date
}

const dueWords = phrases({
  left: { vi: '{hours} giờ {minutes} phút', en: '{hours} h {minutes} min' },
  minutes: { vi: '{minutes} phút', en: '{minutes} min' },
})
/** Begun minutes are whole ones. */
export const leftWords = (left_ms: number): string => {
  const all = Math.max(0, Math.ceil(left_ms / 60_000))
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  return hours > 0
    ? dueWords('left', { hours, minutes: String(minutes).padStart(2, '0') })
    : dueWords('minutes', { minutes })
}
const lateWords = phrases({ late: { vi: 'Muộn {left}', en: '{left} late' } })
export const lateText = (late_min: number): string =>
  lateWords('late', { left: leftWords(late_min * 60_000) })

/** Which of the law's hours it is now: before 23:00, after it, or the morning after. */
export const hourOf = (now: number): 'day' | 'night' | 'morning' => {
  const time = timeVN(now)
  return time >= '23:00' ? 'night' : time < '08:00' ? 'morning' : 'day'
}
