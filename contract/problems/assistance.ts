/** Refusals of help by a helper and by the hotline. */
import { defineProblems } from './shape.ts'

export const assistanceProblems = defineProblems({
  'assist.no-such-session': {
    status: 404,
    vi: 'Không có phiên hỗ trợ này của bạn. Không có gì thay đổi; hãy mở phiên mới với người dân.',
    en: 'You have no such session of help. Nothing changed; begin a new one with the citizen.',
  },
  'assist.ended': {
    status: 409,
    vi: 'Phiên hỗ trợ đã kết thúc. Những việc đã làm vẫn giữ nguyên; hãy mở phiên mới nếu người dân còn cần.',
    en: 'The session of help has ended. What was done stands; begin a new one if she still needs help.',
  },
  'assist.not-confirmed': {
    status: 409,
    vi: 'Người dân chưa xác nhận phiên hỗ trợ. Chưa có gì được làm; hãy chờ câu trả lời trên màn hình của người dân.',
    en: 'The citizen has not confirmed the session. Nothing was done; wait for her answer at her own screen.',
  },
  'assist.not-in-this-session': {
    status: 403,
    vi: 'Việc này cần phiên được xác nhận bằng mã gửi tới điện thoại của người dân. Chưa có gì được làm; hãy mở phiên mới bằng mã.',
    en: 'This act needs a session confirmed by a code to her phone. Nothing was done; begin a new one by code.',
  },
  'assist.act-not-confirmed': {
    status: 409,
    vi: 'Người dân chưa đồng ý việc này. Chưa có gì được làm; không ai được trả lời thay.',
    en: 'The citizen has not agreed to this act. Nothing was done; nobody may answer for her.',
  },
  'assist.act-lapsed': {
    status: 409,
    vi: 'Lời đồng ý này đã quá lâu hoặc đã dùng rồi. Không có gì được làm thêm; hãy hỏi lại.',
    en: 'That agreement is too old or was used already. Nothing more was done; ask again.',
  },
  'assist.not-now': {
    status: 409,
    vi: 'Tài khoản này đang khoá hoặc đang được lấy lại trên máy khác. Chưa có gì thay đổi; mời người dân đến quầy với thẻ căn cước.',
    en: 'This account is locked, or is being got back on another phone. Nothing changed; the citizen should come to a counter with her card.',
  },
  'assist.about-yourself': {
    status: 403,
    vi: 'Bạn không thể tự hỗ trợ chính mình ở đây. Không có gì thay đổi; hãy dùng ứng dụng hoặc nhờ đồng nghiệp.',
    en: 'You cannot be your own helper here. Nothing changed; use the app or ask a colleague.',
  },
  'hotline.no-such-call': {
    status: 404,
    vi: 'Không có cuộc gọi này, hoặc đã kết thúc. Những gì đã ghi vẫn giữ nguyên; hãy bắt đầu cuộc gọi mới.',
    en: 'There is no such call, or it has ended. What is on record stays; begin a new call.',
  },
  'hotline.not-known': {
    status: 403,
    vi: 'Người gọi chưa trả lời đủ câu hỏi. Chưa có gì được làm; hỏi tiếp, hoặc hướng dẫn trang khoá công khai và quầy.',
    en: 'The caller has not answered enough. Nothing was done; ask on, or explain the public lock page and the counter.',
  },
  'hotline.known-already': {
    status: 409,
    vi: 'Cuộc gọi này đã nhận diện một người. Không có gì thay đổi; người khác cần một cuộc gọi khác.',
    en: 'This call is about one person already. Nothing changed; somebody else needs a call of her own.',
  },
  'hotline.tries-spent': {
    status: 409,
    vi: 'Cuộc gọi này đã hết lượt thử. Tài khoản không đổi; hướng dẫn người gọi đến quầy hoặc dùng trang khoá công khai.',
    en: 'This call has no tries left. No account changed; send the caller to a counter or to the public lock page.',
  },
  'hotline.about-yourself': {
    status: 403,
    vi: 'Bạn không thể xử lý tài khoản của chính mình. Không có gì thay đổi; hãy gọi tổng đài như mọi người.',
    en: 'Nobody handles her own account. Nothing changed; call the hotline like everybody else.',
  },
})
