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
  'counter.about-yourself': {
    status: 403,
    vi: 'Bạn không thể nhờ gửi mã cho chính mình tại quầy. Chưa gửi gì, không có gì thay đổi; hãy nhờ một đồng nghiệp.',
    en: 'Nobody asks at the counter for herself. Nothing was sent and nothing changed; ask a colleague.',
  },
  'desk.no-screen': {
    status: 409,
    vi: 'Quầy này chưa có màn hình của người dân. Hồ sơ vẫn giữ nguyên; bật màn hình đã ghi danh của quầy rồi hỏi lại.',
    en: "This desk has no citizen's screen yet. The case stands as it was; switch on the desk's registered screen and ask again.",
  },
  'desk.ticket-spent': {
    status: 410,
    vi: 'Vé này đã dùng hoặc hết hạn. Không có gì thay đổi; xin người quản trị một vé mới (sen device add).',
    en: 'This ticket was used or has lapsed. Nothing changed; ask the administrator for a new one (sen device add).',
  },
  'desk.screen-unknown': {
    status: 403,
    vi: 'Màn hình này chưa được ghi danh cho quầy nào. Không có gì thay đổi; xin người quản trị ghi danh nó.',
    en: 'This screen is not registered for a desk. Nothing changed; ask the administrator to register it.',
  },
  'desk.device-unknown': {
    status: 403,
    vi: 'Thiết bị này chưa được ghi danh cho quầy bạn chọn. Ca làm việc giữ nguyên; chọn đúng quầy, hoặc xin người quản trị ghi danh.',
    en: 'This device is not registered for the desk that you chose. Your shift stands; choose the right desk, or ask the administrator to register it.',
  },
  'desk.screen-in-officers-browser': {
    status: 403,
    vi: 'Trình duyệt này đang là của cán bộ nên không thể là màn hình của người dân. Không có gì thay đổi; mở màn hình trên máy riêng, hoặc một hồ sơ trình duyệt riêng.',
    en: "This browser is an officer's, so it cannot be the citizen's screen. Nothing changed; open the screen on a machine of its own, or in a browser profile of its own.",
  },
  'desk.nobody-there': {
    status: 409,
    vi: 'Chưa có cán bộ nào vào ca ở quầy này. Không có gì thay đổi; màn hình tự mở khi cán bộ vào ca.',
    en: 'No officer works at this desk now. Nothing changed; the screen opens by itself when one begins her shift here.',
  },
  'desk.prompt-gone': {
    status: 409,
    vi: 'Câu hỏi này không còn chờ trả lời. Không có gì được ghi; hãy xem điều đang hiện trên màn hình.',
    en: 'This question no longer waits for an answer. Nothing was recorded; look at what the screen shows now.',
  },
})
