/** Refusals of locking and unlocking. */
import { defineProblems } from './shape.ts'

export const lockProblems = defineProblems({
  'lock.not-yours-to-set': {
    status: 403,
    vi: 'Lý do khoá này thuộc quyền của cơ quan khác. Chưa có gì thay đổi; chọn lý do khác hoặc chuyển yêu cầu theo mẫu TK03.',
    en: 'That ground belongs to another authority. Nothing changed; choose another ground, or forward a request on form TK03.',
  },
  'lock.not-yours-to-lift': {
    status: 403,
    vi: 'Tài khoản đang khoá theo căn cứ mà nơi này không được mở. Dữ liệu vẫn an toàn; hãy liên hệ nơi đã khoá, ghi ở mục căn cứ.',
    en: 'The account is locked on grounds that cannot be lifted here. The data is safe; turn to whoever locked it, named with the ground.',
  },
  'lock.not-locked': {
    status: 409,
    vi: 'Tài khoản này đang không khoá. Không có gì cần mở; tải lại trang để xem trạng thái mới nhất.',
    en: 'This account is not locked. There is nothing to lift; reload the page to see how it stands.',
  },
})
