// Help by a helper in words: what for, how the citizen gives her word, what may be done, and how it came out.
import type { z } from 'zod'
import type {
  assistedActKind,
  assistedResult,
  assistedSession,
  assistPurpose,
  assistWay,
  dossierFace,
} from '../../../../contract/assistance.ts'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { fieldWords, type Field } from '../../../kit/mismatch-words.ts'
import { phrases } from '../../../ui/phrases.ts'

export type Purpose = z.infer<typeof assistPurpose>
export type Way = z.infer<typeof assistWay>
export type ActKind = z.infer<typeof assistedActKind>
export type Session = z.infer<typeof assistedSession>
export type Act = Session['acts'][number]
export type Dossier = z.infer<typeof dossierFace>
type Result = z.infer<typeof assistedResult>

export const purposes = [
  'register',
  'activate',
  'dossier',
  'correct-data',
  'settings',
] as const satisfies readonly Purpose[]
export const purposeWords = phrases({
  register: { vi: 'Đăng ký tài khoản', en: 'Registering an account' },
  activate: { vi: 'Kích hoạt tài khoản', en: 'Activating an account' },
  dossier: { vi: 'Theo dõi hồ sơ', en: 'Following a dossier' },
  'correct-data': { vi: 'Báo thông tin sai', en: 'Reporting wrong data' },
  settings: { vi: 'Cài đặt, ngôn ngữ', en: 'Settings, language' },
})
export const actKinds = [
  'begin-level-1',
  'activation-guide',
  'dossier-state',
  'set-language',
  'report-mismatch',
] as const satisfies readonly ActKind[]
export const actWords = phrases({
  'begin-level-1': { vi: 'Bắt đầu đăng ký mức 1', en: 'Begin a level-1 registration' },
  'activation-guide': { vi: 'Xem tài khoản đang ở bước nào', en: 'See how the account stands' },
  'dossier-state': { vi: 'Xem tình trạng một hồ sơ', en: 'See how a dossier stands' },
  'set-language': { vi: 'Đổi ngôn ngữ thư và tin nhắn', en: 'Change the language of letters' },
  'report-mismatch': { vi: 'Báo một thông tin bị ghi sai', en: 'Report wrong data' },
})
export const actDetails = phrases({
  'begin-level-1': {
    vi: 'Đưa máy cho bác. Bác tự đọc, tự nhập, tự gửi.',
    en: 'Hand the machine over. The citizen reads, types and sends.',
  },
  'activation-guide': {
    vi: 'Biết tài khoản đã cấp chưa, hạn kích hoạt, bước tiếp theo.',
    en: 'Whether it is issued, until when to activate it, what comes next.',
  },
  'dossier-state': { vi: 'Chỉ hồ sơ của chính bác, theo mã hồ sơ.', en: 'Only her own, by its reference.' },
  'set-language': { vi: 'Tiếng Việt hoặc tiếng Anh.', en: 'Vietnamese or English.' },
  'report-mismatch': {
    vi: 'Thành hồ sơ sai lệch; bác nhập mã để đồng ý.',
    en: 'Becomes a mismatch case; she types a code to agree.',
  },
})
export const stateWords = phrases({
  asked: { vi: 'Chờ người dân trả lời', en: 'Waits for the citizen' },
  open: { vi: 'Đang hỗ trợ', en: 'Open' },
  declined: { vi: 'Người dân không đồng ý', en: 'The citizen declined' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  confirmed: { vi: 'Đã đồng ý', en: 'Agreed' },
  lapsed: { vi: 'Quá lâu, hỏi lại', en: 'Too late, ask again' },
  done: { vi: 'Đã làm', en: 'Done' },
})
const t = phrases({
  open: { vi: 'mở phiên hỗ trợ ({purpose})', en: 'begin a session of help ({purpose})' },
  vi: { vi: 'tiếng Việt', en: 'Vietnamese' },
  en: { vi: 'tiếng Anh', en: 'English' },
  handOver: { vi: 'Đưa máy cho bác để bác tự đăng ký.', en: 'Hand the machine over for the registration.' },
  noAccount: {
    vi: 'Chưa có tài khoản. Có thể bắt đầu đăng ký mức 1.',
    en: 'There is no account. A level-1 registration can begin.',
  },
  issued: {
    vi: 'Đã cấp, chưa kích hoạt. Kích hoạt trước {by}: trên điện thoại của bác, mở Sen, chọn “Đã có tài khoản / kích hoạt”.',
    en: 'Issued, not activated. To be done by {by}: on her own phone open Sen and choose “I have an account / activate”.',
  },
  active: {
    vi: 'Đang dùng được. Máy mới: mở Sen, chọn “Đã có tài khoản / kích hoạt”.',
    en: 'In use. On a new phone open Sen and choose “I have an account / activate”.',
  },
  locked: {
    vi: 'Đang khoá. Mở khoá tại quầy, mang thẻ căn cước.',
    en: 'Locked. A counter unlocks it; bring the card.',
  },
  noDossier: { vi: 'Bác không có hồ sơ nào mang mã này.', en: 'She has no dossier with this reference.' },
  language: { vi: 'Thư và tin nhắn từ nay bằng {language}.', en: 'Letters are in {language} from now on.' },
  reported: {
    vi: 'Đã mở hồ sơ {reference}, trả lời trước {due}.',
    en: 'Case {reference} is open; an answer comes by {due}.',
  },
  dossier: {
    vi: '{kind} {reference}: {state}. Hạn trả {due}.',
    en: '{kind} {reference}: {state}. Due {due}.',
  },
  late: {
    vi: 'Quá hạn; đơn vị xin lỗi, không cần nộp lại.',
    en: 'Overdue; the office apologises, nothing need be sent again.',
  },
})
const kinds = phrases({
  'level-1': { vi: 'Đăng ký mức 1', en: 'Level-1 application' },
  'level-2': { vi: 'Đăng ký mức 2', en: 'Level-2 case' },
  discrepancy: { vi: 'Hồ sơ sai lệch', en: 'Mismatch case' },
})
const dossierStates = {
  submitted: { vi: 'đã nhận', en: 'received' },
  'in-review': { vi: 'cán bộ đang xem', en: 'an officer looks at it' },
  'waiting-citizen': { vi: 'chờ người nộp gửi ảnh khác', en: 'waits for another portrait of the applicant' },
  accepted: { vi: 'đã được chấp nhận', en: 'accepted' },
  refused: { vi: 'không được chấp nhận', en: 'refused' },
  open: { vi: 'đang xử lý', en: 'being worked on' },
  'waiting-second': { vi: 'chờ người thứ hai', en: 'waits for a second officer' },
  discarded: { vi: 'đã kết thúc, chưa có quyết định', en: 'ended without a decision' },
  waiting: { vi: 'đang hỏi nơi giữ nguồn', en: 'a source was asked' },
  proposed: { vi: 'chờ xác nhận', en: 'waits to be confirmed' },
  settled: { vi: 'đã giải quyết', en: 'settled' },
  withdrawn: { vi: 'đã rút', en: 'taken back' },
} as const
const dossierStateWords = phrases(dossierStates)
const isDossierState = (state: string): state is keyof typeof dossierStates =>
  Object.hasOwn(dossierStates, state)

const isOf = <V extends string>(list: readonly V[], text: string): text is V =>
  (list as readonly string[]).includes(text)
/** `ethnicity: Thổ` → `Dân tộc: Thổ`; a language and a reference as they are. */
const aboutWords = (about: string): string => {
  if (about === 'vi' || about === 'en') {
    return t(about)
  }
  const [field = '', ...rest] = about.split(': ')
  return rest.length > 0 ? `${fieldWords(field as Field)}: ${rest.join(': ')}` : about
}
/** What stands at the citizen's screen, where acts come as codes; anything else is shown as it came. */
export const actSentence = (act: string, about: string): string => {
  const purpose = act.startsWith('open-') ? act.slice('open-'.length) : null
  if (purpose !== null && isOf(purposes, purpose)) {
    return t('open', { purpose: purposeWords(purpose) })
  }
  const words = isOf(actKinds, act) ? actWords(act) : act
  return about ? `${words} (${aboutWords(about)})` : words
}

export const dossierSentence = ({ kind, reference, state, dueAt, isOverdue }: Dossier): string =>
  `${t('dossier', { kind: kinds(kind), reference, state: isDossierState(state) ? dossierStateWords(state) : state, due: dateTimeVN(dueAt) })}${isOverdue ? ` ${t('late')}` : ''}`

export const resultSentence = (result: Result): string => {
  switch (result.kind) {
    case 'begin-level-1':
      return t('handOver')
    case 'activation-guide':
      return result.state === 'issued'
        ? t('issued', { by: result.activateBy ? dateVN(result.activateBy) : '' })
        : result.state === 'none'
          ? t('noAccount')
          : t(result.state)
    case 'dossier-state':
      return result.dossier ? dossierSentence(result.dossier) : t('noDossier')
    case 'set-language':
      return t('language', { language: t(result.language) })
    case 'report-mismatch':
      return t('reported', { reference: result.reference, due: dateTimeVN(result.dueAt) })
  }
}
