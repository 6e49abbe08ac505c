/** Refusals of documents of other registers. */
import { defineProblems } from './shape.ts'

export const documentProblems = defineProblems({
  'documents.no-such-type': {
    status: 404,
    vi: 'Chưa có loại giấy tờ này. Giấy tờ đã có của bạn không đổi; hãy tải lại danh sách rồi chọn lại.',
    en: 'There is no such kind of document. The documents you have are unchanged; load the list again and choose anew.',
  },
  'documents.key-wrong': {
    status: 422,
    vi: '“{key}” chưa đúng dạng. Chưa có gì được gửi đi; xem lại trên giấy rồi nhập lại, ví dụ {example}.',
    en: '“{key}” does not have the right form. Nothing was sent; look at the paper and type it again, for example {example}.',
  },
  'documents.there-already': {
    status: 409,
    vi: 'Giấy tờ này đã có trong ví hoặc đang được tìm. Không có gì thay đổi; mở nó trong “Tất cả giấy tờ”.',
    en: 'This document is in the wallet already, or being looked for. Nothing changed; open it under “All documents”.',
  },
  'documents.too-many': {
    status: 409,
    vi: 'Ví đã đủ {most} giấy tờ loại này. Giấy tờ đang có không đổi; gỡ một giấy không dùng nữa rồi thêm lại.',
    en: 'The wallet holds {most} documents of this kind, which is the most. They are unchanged; remove one that you no longer use, then add again.',
  },
  'documents.not-connected': {
    status: 409,
    vi: 'Cơ quan giữ loại giấy tờ này chưa kết nối với hệ thống. Giấy tờ bản giấy của bạn vẫn dùng như cũ; chúng tôi mở mục này khi nơi đó kết nối.',
    en: 'The agency that keeps this kind of document is not connected yet. Your paper one is as good as before; this opens when the agency connects.',
  },
  'documents.no-such-document': {
    status: 404,
    vi: 'Không có giấy tờ này trong ví đang mở. Không có gì thay đổi; xem lại danh sách, hoặc đổi sang đúng hồ sơ của người giữ nó.',
    en: 'The open wallet has no such document. Nothing changed; look at the list again, or open the profile of whoever holds it.',
  },
  'documents.no-difference': {
    status: 409,
    vi: 'Giấy tờ này không còn điểm khác, hoặc đã báo rồi. Không có gì cần làm; tải lại để xem tình trạng mới nhất.',
    en: 'Nothing differs on this document any more, or it was reported already. There is nothing to do; reload to see how it stands.',
  },
})
