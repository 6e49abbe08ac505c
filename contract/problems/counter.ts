/** Refusals of the counter: search, shifts, the second screen, the outbox. */
import { defineProblems } from './shape.ts'

export const counterProblems = defineProblems({
  'counter.no-mandate': {
    status: 403,
    vi: 'Bạn không có nhiệm vụ tại đơn vị đó vào lúc này. Ca làm việc vẫn như trước; chọn đơn vị khác hoặc báo người quản trị.',
    en: 'You have no mandate at that office now. Your shift stays as it was; choose another office or tell the administrator.',
  },
  'counter.reference-required': {
    status: 422,
    vi: 'Mục đích này cần số văn bản hoặc mã vụ việc. Chưa tra cứu gì; hãy ghi số đó rồi tìm lại.',
    en: 'This purpose needs a document or case number. Nothing was looked up; enter it and search again.',
  },
  'desk.no-screen': {
    status: 409,
    vi: 'Quầy này chưa mở màn hình cho người dân. Hồ sơ vẫn giữ nguyên; hãy mở màn hình phụ rồi hỏi lại.',
    en: 'This desk has no screen for the citizen yet. The case stands as it was; open the second screen and ask again.',
  },
  'desk.ticket-spent': {
    status: 410,
    vi: 'Vé mở màn hình này đã dùng hoặc hết hạn. Không có gì thay đổi; cán bộ mở lại từ bàn làm việc.',
    en: 'This ticket was used or has lapsed. Nothing changed; the officer opens the screen again from her desk.',
  },
  'desk.prompt-gone': {
    status: 409,
    vi: 'Câu hỏi này không còn chờ trả lời. Không có gì được ghi; hãy xem điều đang hiện trên màn hình.',
    en: 'This question no longer waits for an answer. Nothing was recorded; look at what the screen shows now.',
  },
})
