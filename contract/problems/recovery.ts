/** Refusals of a lost or new phone and of trusted relatives. */
import { defineProblems } from './shape.ts'

export const recoveryProblems = defineProblems({
  'relative.too-many': {
    status: 409,
    vi: 'Bạn đã chọn đủ {most} người thân. Danh sách không đổi; hãy bỏ một người rồi thêm người mới.',
    en: 'You have named {most} relatives already. The list is unchanged; end one and then add another.',
  },
  'relative.yourself': {
    status: 422,
    vi: 'Đây là số định danh của chính bạn. Chưa có gì thay đổi; hãy nhập số của người bạn tin cậy.',
    en: 'That is your own personal number. Nothing changed; type the number of somebody whom you trust.',
  },
  'relative.named-already': {
    status: 409,
    vi: 'Bạn đã chọn người này rồi. Danh sách không đổi; xem tình trạng trong danh sách người thân.',
    en: 'You have named this person already. The list is unchanged; see how it stands there.',
  },
  'relative.gone': {
    status: 404,
    vi: 'Lời mời này không còn hiệu lực. Không có gì thay đổi; tải lại danh sách người thân.',
    en: 'This request does not stand any more. Nothing changed; reload the list of relatives.',
  },
})
