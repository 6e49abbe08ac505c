// Grounds, kinds and stages of locking as officers read them, with who lifts each ground and by which
// article.
import { dateVN } from '../../../ui/format.ts'
import type { PaperInWords } from '../evidence/paper-words.ts'
import type { z } from 'zod'
import type {
  DecideLockRequest,
  ListLockRequests,
  lockAuthority,
  scriptQuestion,
} from '../../../../contract/lock.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { phrases } from '../../../ui/phrases.ts'

export type ScriptQuestion = z.infer<typeof scriptQuestion>
export type ListedRequest = OutputOf<typeof ListLockRequests>['items'][number]
export type Decided = OutputOf<typeof DecideLockRequest>
export type Authority = z.infer<typeof lockAuthority>

export const groundWords = phrases({
  'holder-request': { vi: 'Theo yêu cầu của chủ tài khoản', en: "At the holder's request" },
  'agreement-breach': { vi: 'Vi phạm thoả thuận sử dụng', en: 'Breach of the terms of use' },
  'card-revoked': { vi: 'Thẻ căn cước bị thu hồi', en: 'Identity card revoked' },
  'card-held': { vi: 'Thẻ căn cước bị giữ', en: 'Identity card held' },
  'card-lost': { vi: 'Thẻ căn cước báo mất', en: 'Identity card reported lost' },
  'card-expired': { vi: 'Thẻ căn cước hết hạn', en: 'Identity card expired' },
  death: { vi: 'Cơ sở dữ liệu ghi nhận đã mất', en: 'Death in the register' },
  'body-request': { vi: 'Cơ quan có thẩm quyền yêu cầu (TK03)', en: 'Request of a competent body (TK03)' },
  'passport-expired': { vi: 'Hộ chiếu hết hạn', en: 'Travel document expired' },
  'residence-expired': { vi: 'Hết thời hạn cư trú', en: 'Residence term ended' },
})

export const authorityWords = phrases({
  holder: { vi: 'chủ tài khoản', en: 'the holder' },
  'holder-code': { vi: 'chủ tài khoản, bằng mã', en: 'the holder, by a code' },
  relative: { vi: 'người thân tin cậy', en: 'a trusted relative' },
  hotline: { vi: 'tổng đài', en: 'the hotline' },
  officer: { vi: 'cán bộ tại quầy', en: 'an officer at a counter' },
  'officer-second': { vi: 'quầy, hai người xác minh', en: 'a counter, by two pairs of eyes' },
  recovery: { vi: 'lấy lại tài khoản trên máy mới', en: 'a recovery on a new phone' },
  register: { vi: 'cơ sở dữ liệu, tự động', en: 'the register, by itself' },
  body: { vi: 'chính cơ quan đã yêu cầu', en: 'the body that asked' },
  authority: { vi: 'thủ trưởng cơ quan quản lý định danh', en: 'the head of the identity authority' },
})

export const kindWords = phrases({
  'body-lock': { vi: 'TK03: khoá', en: 'TK03: lock' },
  'body-unlock': { vi: 'TK03: mở khoá', en: 'TK03: unlock' },
  'holder-unlock': { vi: 'Người dân xin mở khoá', en: 'Holder asks to unlock' },
})
export const stateWords = phrases({
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  forwarded: { vi: 'Chờ quyết định', en: 'Waits for a decision' },
  granted: { vi: 'Đã thực hiện', en: 'Carried out' },
  refused: { vi: 'Đã từ chối', en: 'Refused' },
})

export const questionWords = phrases({
  'card-shown': { vi: 'Thẻ căn cước xuất trình đúng người', en: "The identity card shown is this person's" },
  'face-seen': {
    vi: 'Khuôn mặt khớp với ảnh trong cơ sở dữ liệu',
    en: "The face agrees with the register's portrait",
  },
  'birth-date': { vi: 'Nói đúng ngày sinh', en: 'Told the birth date rightly' },
  residence: { vi: 'Nói đúng nơi thường trú', en: 'Told the residence rightly' },
  'parent-name': { vi: 'Nói đúng họ tên cha hoặc mẹ', en: "Told a parent's name rightly" },
  'last-document': { vi: 'Nói đúng giấy tờ làm gần nhất', en: 'Told the last document applied for rightly' },
  'household-member': { vi: 'Nói đúng tên một người cùng hộ', en: 'Told a member of the household rightly' },
})
export const questionGuide = phrases({
  'card-shown': { vi: 'Cầm thẻ, so ảnh và số.', en: 'Take the card; compare picture and number.' },
  'face-seen': {
    vi: 'So mắt, mũi, tai; bỏ qua tóc và kính.',
    en: 'Compare eyes, nose and ears; pass over hair and glasses.',
  },
  'birth-date': {
    vi: '“Xin cho biết ngày, tháng, năm sinh?” Không đọc sẵn cho người dân.',
    en: '“Your day, month and year of birth?” Never read it out first.',
  },
  residence: {
    vi: '“Bác đang thường trú ở đâu?” Tên cũ của xã vẫn được tính.',
    en: "“Where is your permanent residence?” The commune's old name counts.",
  },
  'parent-name': {
    vi: '“Họ tên cha hoặc mẹ?” Một người là đủ.',
    en: "“Your father's or mother's full name?” One is enough.",
  },
  'last-document': {
    vi: '“Lần gần nhất bác làm giấy tờ gì, ở đâu?”',
    en: '“What was the last document you applied for, and where?”',
  },
  'household-member': {
    vi: '“Ai đang cùng hộ với bác?” Một tên là đủ.',
    en: '“Who is in your household?” One name is enough.',
  },
})
export const questions: readonly ScriptQuestion[] = [
  'card-shown',
  'face-seen',
  'birth-date',
  'residence',
  'parent-name',
  'last-document',
  'household-member',
]

const isQuestion = (code: string): code is ScriptQuestion => (questions as readonly string[]).includes(code)
export const answeredWords = (code: string): string => (isQuestion(code) ? questionWords(code) : code)

const paper = phrases({ tk03: { vi: 'Phiếu TK03 và văn bản', en: 'Form TK03 and its document' } })
/** A body's form and document, as their pictures are named. */
export const bodyPaper = (of: {
  readonly authority: string
  readonly documentNumber: string
  readonly documentDate: string
}): PaperInWords => ({
  kind: paper('tk03'),
  number: of.documentNumber.trim(),
  authority: of.authority.trim(),
  date: of.documentDate && dateVN(of.documentDate),
})
