/** Refusals that any request can meet, whatever it asks. */
import { defineProblems } from './shape.ts'

export const requestProblems = defineProblems({
  'request.invalid': {
    status: 422,
    vi: 'Có mục chưa đúng dạng. Chưa có gì được gửi đi; sửa các mục được đánh dấu rồi gửi lại.',
    en: 'Some entries are not in the right form. Nothing was sent; mend the marked ones and send again.',
  },
  'request.malformed': {
    status: 400,
    vi: 'Máy chủ không đọc được yêu cầu này. Dữ liệu của bạn không đổi; tải lại trang rồi thử lại.',
    en: 'The server could not read this request. Your data is unchanged; reload the page and try again.',
  },
  'request.too-large': {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn (tối đa {max}). Chưa có gì được lưu; chọn tệp nhỏ hơn.',
    en: 'What was sent is too large (at most {max}). Nothing was stored; choose a smaller file.',
  },
  'request.wrong-type': {
    status: 415,
    vi: 'Loại nội dung này không được nhận ở đây. Chưa có gì được lưu.',
    en: 'This kind of content is not accepted here. Nothing was stored.',
  },
  'request.wrong-origin': {
    status: 403,
    vi: 'Yêu cầu đến từ một trang khác nên không được thực hiện. Mở ứng dụng từ địa chỉ chính thức rồi làm lại.',
    en: 'The request came from another site and was not carried out. Open the app at its own address and do it again.',
  },
  'request.key-reused': {
    status: 409,
    vi: 'Mã chống gửi trùng này đã dùng cho một yêu cầu khác. Không có gì được làm hai lần; tải lại trang rồi gửi lại.',
    en: 'This idempotency key was used for another request. Nothing was done twice; reload and send again.',
  },
  'request.not-found': {
    status: 404,
    vi: 'Không có gì ở địa chỉ này. Kiểm tra lại đường dẫn hoặc về trang đầu.',
    en: 'There is nothing at this address. Check it or go back to the first page.',
  },
  'request.wrong-method': {
    status: 405,
    vi: 'Địa chỉ này không nhận kiểu yêu cầu đó. Không có gì thay đổi.',
    en: 'This address does not take that kind of request. Nothing changed.',
  },
  'session.required': {
    status: 401,
    vi: 'Bạn cần đăng nhập để tiếp tục. Những gì đã lưu vẫn còn nguyên.',
    en: 'Please sign in to go on. Everything saved is still there.',
  },
  'permit.refused': {
    status: 403,
    vi: 'Bạn không có quyền làm việc này. Không có gì thay đổi; nếu cần, hãy hỏi người phụ trách cấp quyền.',
    en: 'You may not do this. Nothing changed; if you need to, ask whoever grants the right.',
  },
  'limit.reached': {
    status: 429,
    vi: 'Bạn thử hơi nhiều lần. Để giữ an toàn, hãy chờ {wait} rồi thử lại. Dữ liệu của bạn không đổi.',
    en: 'Too many tries. To keep things safe, wait {wait} and try again. Your data is unchanged.',
  },
  'server.busy': {
    status: 503,
    vi: 'Đang rất đông người dùng. Chờ {wait} rồi thử lại; giấy tờ trong máy vẫn xem được.',
    en: 'Very many people are here right now. Wait {wait} and try again; documents on the phone can still be shown.',
  },
  'server.failed': {
    status: 500,
    vi: 'Lỗi ở phía chúng tôi, không phải do bạn. Những gì đã báo là xong vẫn an toàn; thử lại sau ít phút. Mã hỗ trợ: {reference}.',
    en: 'This is our fault, not yours. Whatever was confirmed is safe; try again in a few minutes. Support reference: {reference}.',
  },
})
