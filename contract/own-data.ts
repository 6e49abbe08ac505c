/**
 * All that is held of a person, taken along by herself (Law 91/2025/QH15 and Decree 356/2025: whoever the
 * data is about may have it). Modules say which part tells of which of their tables
 * (`server/kernel/telling.ts`); what is held and not given says why here.
 */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { nothing, passcode } from './values.ts'

interface Words {
  readonly vi: string
  readonly en: string
}

/** In the order of the file. */
export const ownParts = {
  account: { vi: 'Tài khoản và liên hệ', en: 'Account and contacts' },
  register: {
    vi: 'Thông tin dân cư, căn cước và ảnh của bạn trong cơ sở dữ liệu quốc gia',
    en: 'What the national register says of you, with your cards and picture',
  },
  dossiers: { vi: 'Hồ sơ dịch vụ công', en: 'Dossiers of public services' },
  agreements: {
    vi: 'Hồ sơ của người khác cần bạn đồng ý',
    en: "Other people's dossiers that asked for your agreement",
  },
  documents: {
    vi: 'Giấy tờ trong ví, như cơ quan cấp đã báo',
    en: 'Documents in the wallet, as their agencies said',
  },
  credentials: {
    vi: 'Giấy tờ nào đã cấp cho máy nào, ví nào',
    en: 'Which documents were issued to which device or wallet',
  },
  devices: { vi: 'Thiết bị và phiên đăng nhập', en: 'Devices and sign-ins' },
  locks: { vi: 'Các lần khoá và mở khoá', en: 'When the account was locked and unlocked' },
  closing: {
    vi: 'Việc đóng tài khoản, việc số điện thoại sắp rời tài khoản',
    en: 'Whether the account is being closed, or the phone number is leaving it',
  },
  representation: {
    vi: 'Bạn đại diện cho ai, ai đại diện cho bạn',
    en: 'For whom you act, and who acts for you',
  },
  relatives: { vi: 'Người thân tin cậy', en: 'Trusted relatives' },
  services: { vi: 'Dịch vụ bạn đã đồng ý cho đăng nhập', en: 'Services that you agreed to sign in to' },
  shares: {
    vi: 'Biên nhận chia sẻ giấy tờ, kèm việc rút lại và yêu cầu xoá',
    en: 'Receipts of shared documents, with what you took back or asked to be erased',
  },
  drafts: {
    vi: 'Bản nháp thủ tục chưa nộp',
    en: 'Drafts of services that were not filed yet',
  },
  cases: { vi: 'Hồ sơ tại các cơ quan', en: 'Cases at offices' },
  corrections: { vi: 'Sai lệch dữ liệu', en: 'Data mismatches' },
  cards: { vi: 'Hồ sơ cấp thẻ căn cước', en: 'Applications for a card' },
  lookQuestions: {
    vi: 'Câu hỏi của bạn về những lần xem dữ liệu, và trả lời',
    en: 'Your questions about looks at your data, and the answers',
  },
  petitions: { vi: 'Phản ánh, kiến nghị và trả lời', en: 'Petitions and their answers' },
  crimeReports: { vi: 'Tin báo về tội phạm bạn gửi có tên', en: 'Reports of crimes under your name' },
  letters: { vi: 'Thư đã gửi cho bạn', en: 'Letters sent to you' },
  log: { vi: 'Nhật ký: ai đã xem, ai đã làm gì', en: 'The log: who looked, and who did what' },
} as const satisfies Record<string, Words>
export type OwnPart = keyof typeof ownParts

/** What is held and not given, each with its reason. */
export const untoldKinds = {
  passing: {
    vi: 'Mã đã dùng, thao tác dang dở, bản sao chờ gửi: tự xoá trong nhiều nhất 30 ngày',
    en: 'Used codes, steps begun, copies that wait to be sent: they lapse by themselves within 30 days',
  },
  offices: {
    vi: 'Sổ và ghi chú làm việc của cán bộ; mỗi lần họ xem dữ liệu của bạn đã có trong nhật ký',
    en: "Officers' own books and working notes; each look of theirs at your data stands in the log",
  },
  secrets: {
    vi: 'Mật khẩu, mã PIN, khoá: chúng tôi chỉ giữ dấu vết để đối chiếu, không đọc lại được',
    en: 'Passwords, passcodes and keys: only what they are checked by is kept, and cannot be read back',
  },
  biometrics: {
    vi: 'Mẫu vân tay trong cơ sở dữ liệu căn cước: không gửi ra ngoài, hỏi công an xã',
    en: 'Fingerprints of the identity database: they never leave it; ask the commune police',
  },
  history: {
    vi: 'Nội dung cũ của cơ sở dữ liệu dân cư trước mỗi lần đổi: hỏi công an xã',
    en: 'Earlier entries of the population register: ask the commune police',
  },
  evidence: {
    vi: 'Giấy tờ và ảnh nộp trong hồ sơ: xem bản gốc tại cơ quan giải quyết',
    en: 'Papers and pictures of cases: the office that has the case shows you the originals',
  },
  logged: {
    vi: 'Việc bạn đồng ý tại quầy, việc được người khác giúp, việc khôi phục: mỗi việc đã có một dòng trong nhật ký',
    en: 'What you agreed to at a counter, help and recovery: each stands in the log as a line',
  },
  inner: {
    vi: 'Dấu vết mã hoá và lịch kiểm tra nội bộ: không nói thêm gì về bạn',
    en: 'Keyed fingerprints and inner timetables: they say nothing more about you',
  },
} as const satisfies Record<string, Words>
export type UntoldKind = keyof typeof untoldKinds

const words = z.object({ vi: z.string(), en: z.string() })

export const ViewOwnDataParts = view('own-data.parts', {
  summary: 'What she is given when she takes all of hers along, what is held and not given, and how often.',
  input: nothing,
  output: z.object({
    parts: z.array(words),
    notGiven: z.array(words),
    /** Of letters, receipts and lines of the log the newest so many. */
    newest: z.number(),
    /** The same on paper. */
    printed: z.number(),
    perDay: z.number(),
  }),
})

/** The JSON file with a portrait and the newest of everything stays far below. */
const FILE_MOST_CHARACTERS = 4 * 1024 * 1024

export const PrintOwnData = deed('own-data.print', {
  summary:
    'The file that she has just taken as pages to read and print: PDF/A-2a, signed inside (PAdES). It is made of the sealed file that is sent.',
  input: z.object({ file: z.string().min(2).max(FILE_MOST_CHARACTERS) }),
  output: z.object({ name: z.string(), pdf: z.base64() }),
  problems: ['own-data.not-sealed', 'limit.reached'],
})

export const TakeOwnData = deed('own-data.take', {
  summary:
    'All that is held of her as one JSON file, sealed by the house (`formats/own-data`): the passcode is asked before.',
  input: z.object({ passcode }),
  output: z.object({
    /** What the file is called. */
    name: z.string(),
    /** JSON: `data`, and `signature` over its canonical form. */
    file: z.string(),
  }),
  problems: ['passcode.wrong', 'passcode.locked', 'account.locked', 'limit.reached'],
})
