// What an officer can do with a case of differing data, and what each does to the person.
import type { Outcome } from '../../../kit/mismatch-words.ts'
import { phrases } from '../../../ui/phrases.ts'

export const actWords = phrases({
  note: { vi: 'Ghi chú', en: 'Make a note' },
  ask: { vi: 'Hỏi nơi giữ nguồn', en: 'Ask the keeper of a source' },
  propose: { vi: 'Đề xuất cách giải quyết', en: 'Propose an outcome' },
  refuse: { vi: 'Không chấp nhận', en: 'Refuse' },
  confirm: { vi: 'Xác nhận đề xuất', en: 'Confirm the proposal' },
  'send-back': { vi: 'Gửi trả để xem lại', en: 'Send back' },
})
export const effectWords = phrases({
  note: {
    vi: 'Chỉ đồng nghiệp đọc được ghi chú. Hạn trả không đổi.',
    en: 'Only colleagues read it. The due date stays.',
  },
  ask: {
    vi: 'Hồ sơ chuyển sang chờ; hạn trả vẫn chạy. Người dân thấy rằng nguồn đang được hỏi.',
    en: 'The case waits; its due date runs on. The person sees that a source was asked.',
  },
  propose: {
    vi: 'Chưa có gì thay đổi cho đến khi một cán bộ khác xác nhận.',
    en: 'Nothing changes until another officer confirms.',
  },
  refuse: {
    vi: 'Hồ sơ kết thúc, dữ liệu giữ nguyên. Người dân được báo lý do này.',
    en: 'The case ends and the data stays. The person is told this reason.',
  },
  confirm: {
    vi: 'Quyết định đứng tên bạn và có hiệu lực ngay. Giá trị cũ được giữ trong lịch sử; người dân được báo kết quả.',
    en: 'The decision carries your name and takes effect at once. The old value stays in the history; the person is told.',
  },
  'send-back': {
    vi: 'Đề xuất bị bỏ, hồ sơ mở lại cho đồng nghiệp. Hạn trả không đổi.',
    en: 'The proposal is dropped and the case is open again. The due date stays.',
  },
})
const outcomes = phrases({
  'register-corrected': { vi: 'Sửa cơ sở dữ liệu', en: 'Correct the register' },
  'card-to-exchange': { vi: 'Đổi thẻ', en: 'Exchange the card' },
  'agrees-now': { vi: 'Nay đã khớp', en: 'They agree now' },
})

/** An outcome while it is only proposed. */
export const proposedWords = (outcome: Outcome): string => outcomes(outcome)
