/** Refusals of notices of stay. */
import { defineProblems } from './shape.ts'

export const stayProblems = defineProblems({
  'stays.key-unknown': {
    status: 401,
    vi: 'Khoá này không mở được quầy nào. Chưa có gì thay đổi; xem lại từng ký tự, hoặc xin khoá mới.',
    en: 'This key opens no desk. Nothing changed; check each character, or ask for a new key.',
  },
  'stays.facility-suspended': {
    status: 403,
    vi: 'Cơ sở này đang bị tạm dừng báo lưu trú. Những gì đã báo vẫn còn; hãy gọi công an xã, phường nơi nhận thông báo.',
    en: 'This place may not send notices now. What was notified stays; call the commune police who take them.',
  },
  'stays.not-yet': {
    status: 422,
    vi: 'Giờ đến còn ở phía trước. Chưa báo gì; hãy báo khi khách đã đến.',
    en: 'The arrival is still to come. Nothing was notified; send it when the guest has come.',
  },
  'stays.too-long-ago': {
    status: 422,
    vi: 'Lần lưu trú này đã quá lâu nên không còn được lưu. Chưa báo gì; hãy xem lại năm.',
    en: 'This stay was so long ago that it is no longer kept. Nothing was notified; check the year.',
  },
  'stays.tell-the-police': {
    status: 422,
    vi: 'Lần lưu trú này đã kết thúc quá {days} ngày. Chưa báo gì; xem lại ngày, hoặc đến báo với công an xã, phường.',
    en: 'This stay ended more than {days} days ago. Nothing was notified; check the days, or tell the commune police in person.',
  },
  'stays.to-before-from': {
    status: 422,
    vi: 'Giờ đi ở trước giờ đến. Chưa báo gì; hãy sửa một trong hai.',
    en: 'The departure is before the arrival. Nothing was notified; correct one of them.',
  },
  'stays.too-long': {
    status: 422,
    vi: 'Một lần báo nhiều nhất {days} ngày. Chưa báo gì; ở lâu hơn thì đăng ký tạm trú.',
    en: 'One notice covers {days} days at most. Nothing was notified; whoever stays longer registers a temporary residence.',
  },
  'stays.reason-not-here': {
    status: 422,
    vi: 'Lý do này không dùng cho loại cơ sở này. Chưa báo gì; hãy chọn lý do khác.',
    en: 'This reason does not belong to this kind of place. Nothing was notified; choose another one.',
  },
  'stays.reported-otherwise': {
    status: 409,
    vi: 'Khách này đã được báo ở đây với ngày khác. Thông báo trước vẫn còn; hãy sửa thông báo đó.',
    en: 'This guest has been notified here for other days. That notice stands; correct it instead.',
  },
  'stays.cancelled-before': {
    status: 409,
    vi: 'Thông báo này đã bị huỷ trước đó. Không có gì thay đổi; nếu khách có đến thật, hãy báo riêng khách đó.',
    en: 'This notice was taken back before. Nothing changed; if the guest did come, notify that guest alone.',
  },
  'stays.id-used': {
    status: 409,
    vi: 'Mã thông báo này đã dùng cho khách khác. Không có gì thay đổi; hãy gửi lại với mã mới.',
    en: 'This notice id belongs to another guest. Nothing changed; send it again under a new id.',
  },
  'stays.no-such-notice': {
    status: 404,
    vi: 'Không có thông báo này ở cơ sở của bạn. Không có gì thay đổi; hãy mở lại danh sách.',
    en: 'There is no such notice of your place. Nothing changed; open the list again.',
  },
  'stays.cancelled': {
    status: 409,
    vi: 'Thông báo này đã huỷ nên không sửa được nữa. Không có gì thay đổi; nếu khách có đến, hãy báo mới.',
    en: 'This notice was taken back and cannot be changed. Nothing changed; if the guest did come, send a new one.',
  },
  'stays.not-in-stay': {
    status: 422,
    vi: 'Giờ rời đi phải ở sau giờ đến và không muộn hơn bây giờ. Thông báo vẫn như trước; hãy xem lại giờ.',
    en: 'The guest left after she came, and no later than now. The notice stands as it was; check the time.',
  },
  'stays.level-2-needed': {
    status: 403,
    vi: 'Thêm nhà của bạn cần tài khoản mức 2. Chưa có gì thay đổi; đến công an xã, phường với thẻ căn cước, khoảng 10 phút.',
    en: 'Adding your home needs a level 2 account. Nothing changed; come to the commune police with your card, about 10 minutes.',
  },
  'stays.no-residence': {
    status: 409,
    vi: 'Cơ sở dữ liệu chưa có nơi cư trú của bạn. Chưa có gì thay đổi; hãy hỏi công an xã, phường.',
    en: 'The register has no residence of yours. Nothing changed; ask the commune police.',
  },
  'stays.no-such-unit': {
    status: 422,
    vi: 'Không có xã, phường này. Chưa có gì thay đổi; hãy chọn lại trong danh sách.',
    en: 'There is no such commune. Nothing changed; choose it from the list again.',
  },
  'stays.homes-full': {
    status: 409,
    vi: 'Bạn đã có đủ số nơi được thêm. Chưa có gì thay đổi; nhiều nơi hơn thì nhờ công an xã, phường đăng ký.',
    en: 'You have as many places as can be added. Nothing changed; for more, ask the commune police.',
  },
  'stays.no-such-home': {
    status: 404,
    vi: 'Bạn không có nơi này. Không có gì thay đổi; hãy mở lại danh sách.',
    en: 'There is no such place of yours. Nothing changed; open the list again.',
  },
  'stays.home-left': {
    status: 409,
    vi: 'Theo cơ sở dữ liệu, bạn không còn cư trú ở nhà này. Chưa báo gì; hãy thêm nhà đang ở rồi báo khách ở đó.',
    en: 'The register has you live elsewhere by now. Nothing was notified; add the home where you live and notify the guest there.',
  },
  'stays.code-unknown': {
    status: 404,
    vi: 'Không có nơi lưu trú nào mang mã này. Chưa báo gì; quét lại mã ở quầy, hoặc nhờ quầy báo giúp.',
    en: 'No place of stay has this code. Nothing was notified; scan the code at the desk again, or ask the desk to notify.',
  },
  'stays.no-such-place': {
    status: 404,
    vi: 'Đơn vị này không nhận thông báo của cơ sở đó. Chưa xem gì; hãy mở lại danh sách cơ sở.',
    en: 'This office takes no notices of that place. Nothing was looked at; open the list of places again.',
  },
  'stays.one-number': {
    status: 422,
    vi: 'Hãy nhập số định danh, hoặc hộ chiếu kèm mã nước. Chưa tra cứu gì.',
    en: 'Enter a personal number, or a passport with its country. Nothing was looked up.',
  },
  'stays.file-unreadable': {
    status: 422,
    vi: 'Dòng đầu của tệp không phải tên các cột của mẫu. Chưa báo khách nào; hãy dùng tệp mẫu.',
    en: "The file's first line does not name the columns of the sample. Nobody was notified; use the sample file.",
  },
  'stays.file-too-long': {
    status: 422,
    vi: 'Tệp có hơn {rows} dòng. Chưa báo khách nào; hãy chia tệp ra.',
    en: 'The file has more than {rows} lines. Nobody was notified; cut it into parts.',
  },
})
