/** Refusals of applications for a card. */
import { defineProblems } from './shape.ts'

export const cardProblems = defineProblems({
  'card.no-such-application': {
    status: 404,
    vi: 'Đơn vị của bạn không có hồ sơ thẻ này. Không có gì thay đổi; hãy xem lại danh sách hồ sơ thẻ.',
    en: 'Your office has no such card application. Nothing changed; look at the list of applications.',
  },
  'card.no-such-reference': {
    status: 404,
    vi: 'Không có hồ sơ thẻ nào mang mã này. Không có gì thay đổi; hãy xem lại mã trên giấy hẹn hoặc tin nhắn.',
    en: 'No card application has this reference. Nothing changed; look at the slip or the message once more.',
  },
  'card.closed': {
    status: 409,
    vi: 'Hồ sơ thẻ này không còn sửa được ở bước này. Những gì đã có vẫn giữ nguyên; xem trạng thái hồ sơ.',
    en: 'This application cannot be changed any more at this point. What it holds stands; look at its state.',
  },
  'card.about-yourself': {
    status: 403,
    vi: 'Bạn không thể làm, duyệt, in hay trả thẻ của chính mình. Không có gì thay đổi; hãy nhờ một đồng nghiệp.',
    en: 'Nobody takes, decides, prints or hands over her own card. Nothing changed; ask a colleague.',
  },
  'card.same-eyes': {
    status: 403,
    vi: 'Việc này phải do một người khác với người đã làm bước trước. Không có gì thay đổi; hãy nhờ đồng nghiệp có nhiệm vụ này.',
    en: 'This must be done by another person than the one who did the step before. Nothing changed; ask a colleague who may.',
  },
  'card.not-in-register': {
    status: 409,
    vi: 'Cơ sở dữ liệu quốc gia về dân cư không có người mang số này. Chưa tạo hồ sơ và chưa thu gì; hãy xem lại số trên giấy tờ, rồi hướng dẫn người dân đăng ký cư trú tại công an xã trước.',
    en: 'The population register has nobody of this number. No application was opened and nothing was taken; check the number on the papers, then send the citizen to register at the commune police first.',
  },
  'card.deceased': {
    status: 409,
    vi: 'Dữ liệu dân cư ghi người này đã mất. Chưa tạo hồ sơ và chưa thu gì; nếu người ấy đang ở đây, hãy báo sai lệch dữ liệu để sửa trước.',
    en: 'The register says that this person has died. No application was opened and nothing was taken; if she stands here, report the differing data, so that it is corrected first.',
  },
  'card.under-age': {
    status: 409,
    vi: 'Người này chưa đủ 14 tuổi nên không tự làm thẻ được. Chưa tạo hồ sơ và chưa thu gì; cha, mẹ hoặc người giám hộ làm thủ tục thay tại cơ quan quản lý căn cước.',
    en: 'This person is not yet 14 and cannot apply herself. No application was opened and nothing was taken; a parent or guardian applies for her at the identity authority.',
  },
  'card.held': {
    status: 409,
    vi: 'Thẻ của người này đang bị giữ nên chưa cấp thẻ mới được. Chưa tạo hồ sơ và chưa thu gì; hãy hướng dẫn người dân tới cơ quan đang giữ thẻ.',
    en: 'The card of this person is being held, so no new one can be issued. No application was opened and nothing was taken; send the citizen to the authority that holds it.',
  },
  'card.revoked': {
    status: 409,
    vi: 'Thẻ của người này đã bị thu hồi; chỉ cấp lại khi đã trở lại quốc tịch Việt Nam. Chưa tạo hồ sơ và chưa thu gì; nếu đúng vậy, hãy chọn lý do ấy.',
    en: 'The card of this person was revoked; a new one is issued only to who has regained the nationality. No application was opened and nothing was taken; if so, choose that reason.',
  },
  'card.account-locked': {
    status: 409,
    vi: 'Tài khoản của người này đang khóa vì lý do mà thẻ mới không mở được. Chưa tạo hồ sơ và chưa thu gì; hãy làm thẻ không kèm tài khoản, hoặc giải quyết việc khóa trước.',
    en: 'The account of this person is locked for a reason that a new card does not lift. No application was opened and nothing was taken; apply for the card without the account, or settle the lock first.',
  },
  'card.other-application-open': {
    status: 409,
    vi: 'Người này đang có một hồ sơ thẻ khác chưa xong. Không có gì thay đổi; hãy làm tiếp hoặc kết thúc hồ sơ đó trước.',
    en: 'This person has another card application that is not finished. Nothing changed; go on with that one or end it first.',
  },
  'card.wrong-kind': {
    status: 422,
    vi: 'Loại hồ sơ không hợp với cơ sở dữ liệu: cấp lần đầu chỉ dành cho người chưa từng có thẻ. Chưa có gì được lưu; hãy chọn lại cấp, đổi hay cấp lại.',
    en: 'This kind does not fit the register: first issue is for whoever never had a card. Nothing was kept; choose issue, exchange or re-issue anew.',
  },
  'card.wrong-reason': {
    status: 422,
    vi: 'Lý do này không thuộc loại hồ sơ đã chọn (Luật Căn cước, Điều 24). Chưa có gì được lưu; hãy chọn lý do khác.',
    en: 'This reason does not belong to the kind that was chosen (Law on Identification, art. 24). Nothing was kept; choose another one.',
  },
  'card.loss-not-told': {
    status: 422,
    vi: 'Cấp lại do mất thẻ cần ngày và nơi mất. Chưa có gì được lưu; hãy hỏi người dân rồi nhập vào.',
    en: 'Re-issue for loss needs the day and the place. Nothing was kept; ask the person and enter them.',
  },
  'card.no-fee': {
    status: 409,
    vi: 'Hồ sơ này không phải nộp lệ phí. Không có gì thay đổi; hãy sang bước tiếp theo.',
    en: 'There is no fee for this application. Nothing changed; go on to the next step.',
  },
  'card.incomplete': {
    status: 409,
    vi: 'Hồ sơ thẻ còn thiếu bước. Những gì đã có vẫn giữ nguyên; xem mục “Việc còn lại”.',
    en: 'Steps are missing in this application. What it holds stands; see what is left to do.',
  },
  'card.not-waiting': {
    status: 409,
    vi: 'Hồ sơ thẻ này không chờ người duyệt thứ hai. Không có gì thay đổi; hãy tải lại danh sách.',
    en: 'This application does not wait for a second pair of eyes. Nothing changed; load the list again.',
  },
  'card.not-to-print': {
    status: 409,
    vi: 'Hồ sơ này chưa được chấp nhận hoặc thẻ đã in rồi. Không in thêm thẻ nào; hãy tải lại danh sách in.',
    en: 'This application is not accepted, or its card has been printed already. No other card was made; load the list again.',
  },
  'card.register-forbids': {
    status: 409,
    vi: 'Cơ sở dữ liệu không còn cho in hoặc trao thẻ này: người dân đã mất, hoặc thẻ đang bị giữ hay đã thu hồi. Thẻ chưa được trao; hãy giữ thẻ lại và báo trưởng ca.',
    en: 'By the register this card may not be printed or handed over any more: the person has died, or the card is held or revoked. It was not handed over; keep it and tell the shift lead.',
  },
  'card.changes-open': {
    status: 409,
    vi: 'Thông tin người dân khai khác với cơ sở dữ liệu và đang được xử lý. Thẻ chưa được in; in lại sau khi hồ sơ sai lệch kết thúc.',
    en: 'What the person declared differs from the register and is being settled. The card is not printed yet; print it when that case has ended.',
  },
  'card.one-a-day': {
    status: 409,
    vi: 'Người này đã có một thẻ mang ngày cấp hôm nay. Không có gì thay đổi; thẻ mới in được từ ngày mai.',
    en: 'This person has a card issued today already. Nothing changed; another one can be made from tomorrow on.',
  },
  'card.no-signer': {
    status: 503,
    vi: 'Hệ thống chưa có khoá ký chip còn hiệu lực. Hồ sơ vẫn an toàn; hãy báo người vận hành nạp khoá ký.',
    en: 'There is no valid key for signing chips here. The application is safe; ask the operator to add the signer.',
  },
  'card.bad-chip-key': {
    status: 422,
    vi: 'Khoá mà phôi chip gửi không đọc được. Chưa in gì; hãy thay phôi thẻ rồi in lại.',
    en: 'The key that the blank chip sent cannot be read. Nothing was printed; take another blank and print again.',
  },
  'card.not-printed': {
    status: 409,
    vi: 'Thẻ của hồ sơ này không ở trạng thái vừa in. Không có gì thay đổi; hãy tải lại danh sách.',
    en: 'The card of this application is not just printed. Nothing changed; load the list again.',
  },
  'card.not-ready': {
    status: 409,
    vi: 'Thẻ của hồ sơ này chưa sẵn để trả hoặc đã trả rồi. Không có gì thay đổi; hãy tải lại danh sách.',
    en: 'The card of this application is not ready, or has been handed over. Nothing changed; load the list again.',
  },
  'card.chip-differs': {
    status: 422,
    vi: 'Chip vừa đọc không phải của thẻ này hoặc không xác thực được. Thẻ chưa được trả; kiểm tra đúng thẻ, nếu vẫn vậy thì báo thẻ hỏng để in lại.',
    en: "The chip just read is not this card's, or is not genuine. The card was not handed over; check that it is the right one, else report it as spoiled.",
  },
  'card.chip-unproven': {
    status: 422,
    vi: 'Chip của thẻ này có khoá nhưng chưa ký chuỗi của hệ thống, nên chưa chắc thẻ đang ở đây. Chưa có gì thay đổi; đặt thẻ lên máy đọc và đọc lại.',
    en: "This card's chip has a key and has not signed our challenge, so nothing shows that the card is here. Nothing changed; lay it on the reader and read it again.",
  },
  'card.portrait-shown': {
    status: 409,
    vi: 'Bạn vừa xem ảnh của người này trong cơ sở dữ liệu nên ảnh bạn chụp chưa đủ để giao thẻ. Chưa ghi gì và không mất lượt; hãy lấy một dấu vân tay, hoặc mời đồng nghiệp chụp và so khuôn mặt.',
    en: "You have just seen this person's picture in the register, so a portrait that you take is not enough to hand the card over. Nothing was noted and no try is used; take one fingerprint, or ask a colleague to take and compare the portrait.",
  },
  'card.recipient-spent': {
    status: 429,
    vi: 'Đã hết lượt kiểm tra người nhận hôm nay. Thẻ vẫn được giữ an toàn tại quầy; mời người dân quay lại ngày mai với giấy tờ khác.',
    en: "Today's tries to prove the recipient are used. The card stays safe at the counter; ask the person to come again tomorrow with other papers.",
  },
})
