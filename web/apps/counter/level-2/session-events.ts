// What happened in this session at the desk, in order: kept as codes, so that it is told in whatever language
// the officer reads.
import { phrases } from '../../../ui/phrases.ts'
import { numberText } from '../../../ui/format.ts'
import { fingerWords } from '../devices/finger-source.ts'

const table = {
  'chip-genuine': { vi: 'Đã đọc chip, chữ ký hợp lệ', en: 'Chip read, signatures valid' },
  'chip-refused': { vi: 'Đã đọc chip, chip không được công nhận', en: 'Chip read, not accepted' },
  'chip-read': { vi: 'Đã đọc chip, chờ kiểm tra chữ ký', en: 'Chip read, signatures to be checked' },
  'code-sent': { vi: 'Đã gửi mã tới {to}', en: 'A code was sent to {to}' },
  'contact-written': {
    vi: 'Đã ghi số {to}, mã gửi khi có mạng',
    en: '{to} noted; the code is sent when the line is back',
  },
  'code-right': { vi: 'Mã đúng, liên hệ đã xác nhận', en: 'The code is right, contact proved' },
  'code-wrong': { vi: 'Mã chưa đúng', en: 'The code was not right' },
  'portrait-match': { vi: 'Ảnh chân dung đạt, khớp {score} %', en: 'Portrait good, {score} % alike' },
  'portrait-other': { vi: 'Ảnh chân dung chưa đạt, lần {tries}', en: 'Portrait not good yet, try {tries}' },
  'portrait-taken': {
    vi: 'Đã chụp ảnh, so khớp khi có mạng',
    en: 'Portrait taken, compared when the line is back',
  },
  'print-match': { vi: '{finger}: khớp, chất lượng {quality}', en: '{finger}: matches, quality {quality}' },
  'print-other': {
    vi: '{finger}: chất lượng {quality}, lần {tries}',
    en: '{finger}: quality {quality}, try {tries}',
  },
  'print-taken': {
    vi: '{finger}: đã lấy, so khớp khi có mạng',
    en: '{finger}: taken, compared when the line is back',
  },
  'finger-excepted': { vi: 'Ghi ngoại lệ {finger}', en: 'Exception noted for the {finger}' },
  documents: { vi: 'Ghi {n} giấy tờ muốn tích hợp', en: '{n} documents noted' },
  'consent-asked': { vi: 'Đã hỏi trên màn hình người dân', en: "Asked on the citizen's screen" },
  'consent-agreed': { vi: 'Người dân đã đồng ý', en: 'The citizen agreed' },
  'consent-declined': { vi: 'Người dân không đồng ý', en: 'The citizen declined' },
} as const
const t = phrases(table)

type EventKey = keyof typeof table
export type SessionEvent = { at: string; key: EventKey; params?: Record<string, string | number> }

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const eventWords = ({ key, params = {} }: SessionEvent): string => {
  const finger = typeof params['finger'] === 'string' ? fingerWords(params['finger']) : ''
  const score = typeof params['score'] === 'number' ? numberText(params['score'] * 100, 1) : ''
  const words = t(key, { to: '', tries: '', quality: '', n: '', ...params, finger, score })
  return upper(words)
}
