/** Refusals of level 2 at the counter. */
import { defineProblems } from './shape.ts'

export const level2Problems = defineProblems({
  'level-2.no-such-case': {
    status: 404,
    vi: 'Đơn vị của bạn không có hồ sơ này. Không có gì thay đổi; hãy xem lại danh sách hồ sơ đang làm.',
    en: 'Your office has no such case. Nothing changed; look at the list of open cases.',
  },
  'level-2.closed': {
    status: 409,
    vi: 'Hồ sơ này đã kết thúc nên không sửa được nữa. Kết quả vẫn giữ nguyên; mở hồ sơ mới nếu người dân cần.',
    en: 'This case is closed and cannot be changed. Its result stands; open a new case if the person needs one.',
  },
  'level-2.about-yourself': {
    status: 403,
    vi: 'Bạn không thể làm hoặc duyệt hồ sơ của chính mình. Không có gì thay đổi; hãy nhờ một đồng nghiệp.',
    en: 'Nobody takes or decides a case about herself. Nothing changed; ask a colleague.',
  },
  'level-2.other-case-open': {
    status: 409,
    vi: 'Người này đang có một hồ sơ mức 2 khác chưa xong. Không có gì thay đổi; hãy làm tiếp hoặc kết thúc hồ sơ đó trước.',
    en: 'This person has another level-2 case that is not finished. Nothing changed; go on with that one or end it first.',
  },
  'level-2.opened-in-future': {
    status: 422,
    vi: 'Giờ mở hồ sơ nằm ở tương lai hoặc quá xa. Không có gì được lưu; hãy chỉnh đồng hồ của máy quầy rồi gửi lại.',
    en: 'The case says it was opened in the future or too long ago. Nothing was kept; set the clock of this counter and send again.',
  },
  'level-2.not-in-register': {
    status: 422,
    vi: 'Cơ sở dữ liệu dân cư không có số định danh này nên chưa mở hồ sơ mức 2 được. Chưa lấy gì của người dân; hãy kiểm tra lại số trên thẻ và hướng dẫn họ đến công an nơi thường trú.',
    en: 'The population register has nobody of this number, so no level-2 case is opened. Nothing was taken; check the number on the card and send her to the police of her place of residence.',
  },
  'level-2.deceased': {
    status: 422,
    vi: 'Cơ sở dữ liệu dân cư ghi người có số này đã mất nên không mở hồ sơ mức 2. Chưa lấy gì; nếu người trước bạn đúng là chủ số này, hãy mở hồ sơ dữ liệu sai khác để sửa.',
    en: 'The population register records the holder of this number as deceased, so no level-2 case is opened. Nothing was taken; if she does stand before you, open a case of differing data to have it corrected.',
  },
  'level-2.under-age': {
    status: 422,
    vi: 'Người này chưa đủ 14 tuổi nên chưa có tài khoản riêng. Chưa lấy gì; cha mẹ hoặc người giám hộ có thể dùng tài khoản của mình để làm thay.',
    en: 'This person is not 14 years old yet and has no account of her own. Nothing was taken; a parent or guardian can act for her from their own account.',
  },
  'level-2.no-valid-card': {
    status: 422,
    vi: 'Người này không có thẻ căn cước còn hiệu lực trong cơ sở dữ liệu nên chưa mở hồ sơ mức 2 được. Chưa lấy gì; hãy nhận hồ sơ cấp thẻ trước, có thể làm mức 2 cùng lúc đó.',
    en: 'The register has no valid identity card of this person, so no level-2 case is opened. Nothing was taken; take an application for a card first, level 2 can come with it.',
  },
  'level-2.account-locked': {
    status: 409,
    vi: 'Tài khoản của người này đang bị khóa nên chưa mở hồ sơ mức 2 được. Chưa lấy gì; xem lý do khóa ở mục khóa tài khoản và mở khóa trước nếu được phép.',
    en: 'The account of this person is locked, so no level-2 case is opened. Nothing was taken; look up why it is locked and have the lock lifted first where that may be.',
  },
  'level-2.other-person': {
    status: 422,
    vi: 'Thẻ này là của người khác, không phải của số định danh trong hồ sơ. Chưa đọc gì vào hồ sơ; kiểm tra lại thẻ hoặc mở hồ sơ đúng người.',
    en: 'This card belongs to somebody else than the number of this case. Nothing was taken into the case; check the card or open a case for the right person.',
  },
  'level-2.not-offline': {
    status: 409,
    vi: 'Hồ sơ này được mở khi có mạng nên cần người dân đồng ý trên màn hình phụ. Hồ sơ vẫn giữ nguyên; hãy hỏi lại trên màn hình đó.',
    en: 'This case was opened with the line up, so the citizen agrees at her own screen. The case stands as it was; ask her there.',
  },
  'level-2.incomplete': {
    status: 409,
    vi: 'Hồ sơ còn thiếu bước nên chưa gửi được. Những gì đã lấy vẫn còn; xem mục “Việc còn lại”.',
    en: 'Steps are missing, so the case cannot be sent yet. What was taken stays; see what is left to do.',
  },
  'level-2.same-eyes': {
    status: 403,
    vi: 'Người duyệt thứ hai phải là một người khác với người đã lấy hồ sơ. Không có gì thay đổi; hãy nhờ đồng nghiệp có thẩm quyền.',
    en: 'The second pair of eyes must be another person than the one who took the case. Nothing changed; ask a colleague who may.',
  },
  'level-2.not-waiting': {
    status: 409,
    vi: 'Hồ sơ này không chờ người duyệt thứ hai. Không có gì thay đổi; hãy tải lại danh sách.',
    en: 'This case does not wait for a second pair of eyes. Nothing changed; load the list again.',
  },
})
