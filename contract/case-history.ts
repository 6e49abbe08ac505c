/** What happened to a case, in the order in which it happened, as every officer of its task reads it. */
import { z } from 'zod'
import { moment } from './values.ts'

/** Steps that are no state of their own. A state is told in the words of the log: purposes/outcomes.ts. */
export const caseStepWords = {
  opened: { vi: 'Mở hồ sơ', en: 'Opened' },
  received: { vi: 'Tiếp nhận', en: 'Received' },
  forwarded: { vi: 'Chuyển người có thẩm quyền', en: 'Forwarded to whoever decides' },
  overdue: { vi: 'Quá hạn, đã báo bên chờ kết quả', en: 'Past its due time; whoever waits for it was told' },
  recounted: {
    vi: 'Tính lại hạn theo lịch nghỉ mới công bố',
    en: 'Counted anew by the holidays as announced',
  },
  moved: { vi: 'Chuyển sang đơn vị khác', en: 'Moved to another office' },
  noted: { vi: 'Ghi chú', en: 'Noted' },
  answered: { vi: 'Người dân đã gửi bổ sung', en: 'The person sent what was asked for' },
  unanswered: { vi: 'Hết hạn bổ sung, không nhận được gì', en: 'Nothing came in the time for an answer' },
  asked: { vi: 'Hỏi nguồn dữ liệu', en: 'A source was asked' },
  reported: { vi: 'Người dân báo', en: 'Reported by the person' },
  apologised: { vi: 'Xin lỗi, hẹn lại ngày trả', en: 'Apologised, with a new day' },
  'sent-back': { vi: 'Trả lại để xem thêm', en: 'Sent back' },
  'register-asked': { vi: 'Đang hỏi sổ án tích', en: 'The register of judgments is being asked' },
  'register-silent': {
    vi: 'Sổ án tích chưa trả lời, hệ thống tự hỏi lại',
    en: 'The register of judgments does not answer; it is asked again',
  },
  'register-answered': { vi: 'Sổ án tích đã trả lời', en: 'The register of judgments answered' },
  'entry-settled': { vi: 'Xác định án có phải của người này không', en: 'Settled whose a judgment is' },
  lapsed: { vi: 'Tự kết thúc vì không ai làm tiếp', en: 'Ended by itself: nobody went on with it' },
  spoiled: { vi: 'Thẻ in hỏng, in lại', en: 'Printed badly; to be printed again' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>
export type CaseStep = keyof typeof caseStepWords

export const caseHistory = z.array(
  z.object({
    at: moment,
    what: z.object({ vi: z.string(), en: z.string() }),
    by: z.enum(['officer', 'citizen', 'automatic']),
    /** An officer's number; nobody else is named. */
    officer: z.string().nullable(),
    note: z.string().nullable(),
  }),
)
