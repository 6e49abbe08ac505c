/** Refusals of what is taken at a counter, whatever case it is taken for. */
import { defineProblems } from './shape.ts'

export const evidenceProblems = defineProblems({
  'evidence.no-contact': {
    status: 409,
    vi: 'Chưa có số điện thoại để nhận mã. Hồ sơ vẫn giữ nguyên; hãy nhập số máy trước.',
    en: 'There is no phone yet to which a code was sent. The case stands as it was; enter the phone first.',
  },
  'evidence.not-a-print': {
    status: 422,
    vi: 'Máy quét gửi dữ liệu không phải vân tay. Lần này không bị tính; kiểm tra máy quét rồi lấy lại.',
    en: 'What the scanner sent is no fingerprint. This try does not count; check the scanner and take it again.',
  },
  'evidence.no-tries-left': {
    status: 409,
    vi: 'Đã đủ ba lần lấy. Những lần trước vẫn được giữ; hãy chuyển sang ngón tiếp theo hoặc ghi ngoại lệ.',
    en: 'All three tries are used. What was taken stays; go on to the next finger or note an exception.',
  },
  'evidence.tries-left': {
    status: 409,
    vi: 'Ngón này còn lượt lấy nên chưa ghi ngoại lệ “mòn” được. Hồ sơ vẫn giữ nguyên; hãy lấy thêm.',
    en: 'This finger still has tries, so it cannot be excepted as worn yet. The case stands as it was; take it again.',
  },
  'evidence.register-picture': {
    status: 422,
    vi: 'Ảnh này chính là ảnh trong cơ sở dữ liệu, không phải ảnh vừa chụp. Lần này không bị tính và đã được ghi vào nhật ký của người dân; hãy chụp người đang đứng trước quầy.',
    en: "This is the register's own picture, not one just taken. It does not count as a try and stands in the person's log; take the person who stands at the counter.",
  },
  'evidence.more-to-see': {
    status: 409,
    vi: 'Từ lúc bạn mở hồ sơ đã có thêm điều cần bạn xem. Chưa quyết định gì; hãy xem hồ sơ đang hiện rồi quyết định lại.',
    en: 'Since you opened it something more has come that is yours to look at. Nothing is decided; look at the case as it stands now and decide again.',
  },
  'evidence.body-unlisted': {
    status: 422,
    vi: 'Cơ quan này không có trong danh sách. Chưa ghi gì; hãy chọn tên trong danh sách hiện ra khi gõ, hoặc báo người quản trị thêm cơ quan.',
    en: 'This body is not on the list. Nothing was noted; choose a name from the list that appears as you type, or tell the administrator to add the body.',
  },
  'evidence.paper-not-pictured': {
    status: 409,
    vi: 'Việc này dựa trên giấy tờ, nên cần ảnh của giấy tờ. Chưa gửi gì và những gì đã làm vẫn còn; hãy chụp từng trang rồi gửi lại.',
    en: 'This rests on a paper, so a picture of it is needed. Nothing was sent and what was done stays; take a picture of each page, then send it again.',
  },
  'evidence.page-unreadable': {
    status: 422,
    vi: 'Ảnh giấy tờ không dùng được: cần ảnh JPEG hoặc PNG nguyên vẹn, cạnh dài từ 800 điểm, không quá 2 triệu điểm ảnh. Chưa ghi gì; hãy chụp lại trang này.',
    en: 'The picture of the paper cannot be used: it has to be a whole JPEG or PNG, 800 pixels or more on its longer side, 2 megapixels at most. Nothing was noted; take this page again.',
  },
  'evidence.pages-full': {
    status: 409,
    vi: 'Giấy tờ này đã đủ số trang. Những trang đã chụp vẫn còn; hãy bỏ một trang nếu cần trang khác, và chỉ giữ trang có tên, nội dung quyết định, chữ ký và dấu.',
    en: 'This paper has as many pages as can be kept. What was taken stays; remove a page to take another, and keep those with names, what is decided, signature and seal.',
  },
  'evidence.no-such-page': {
    status: 404,
    vi: 'Hồ sơ không có giấy tờ hoặc trang này. Không có gì thay đổi; hãy tải lại trang và xem lại giấy tờ đã ghi.',
    en: 'The case has no such paper or page. Nothing changed; load the page again and look at the papers that are noted.',
  },
  'evidence.paper-of-future': {
    status: 422,
    vi: 'Ngày cấp của giấy tờ nằm ở tương lai. Chưa ghi gì; hãy xem lại ngày trên giấy rồi nhập lại.',
    en: 'The paper says that it was issued in the future. Nothing was noted; read the date on the paper again and enter it.',
  },
})
