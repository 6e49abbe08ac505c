/** Refusals of children, wards and those who act for them. */
import { defineProblems } from './shape.ts'

export const representationProblems = defineProblems({
  'representation.level-2-needed': {
    status: 403,
    vi: 'Chỉ tài khoản mức 2 mới đăng ký cho con hoặc người được giám hộ. Không có gì thay đổi; nâng lên mức 2 tại công an xã rồi làm lại.',
    en: 'Only a level-2 account can register a child or ward. Nothing changed; raise yours at a commune police counter, then come back.',
  },
  'representation.unknown': {
    status: 403,
    vi: 'Cơ sở dữ liệu dân cư không ghi người này là con hoặc người được bạn giám hộ. Chưa có gì được đăng ký; hãy báo thiếu quan hệ ở trang Gia đình, hoặc mang giấy tờ đến quầy.',
    en: 'The population register does not name this person as your child or ward. Nothing was registered; report the missing relation on the family page, or bring papers to a counter.',
  },
  'representation.not-eligible': {
    status: 409,
    vi: 'Người này chưa đăng ký được ở đây. Không có gì thay đổi; xem lý do bên cạnh tên ở trang Gia đình.',
    en: 'This person cannot be registered here. Nothing changed; the reason stands beside the name on the family page.',
  },
  'representation.already': {
    status: 409,
    vi: 'Người này đã có tài khoản. Không có gì thay đổi; mở hồ sơ của người ấy ở trang Gia đình, hoặc hỏi tại quầy.',
    en: 'This person has an account already. Nothing changed; open the profile on the family page, or ask at a counter.',
  },
  'representation.portrait-poor': {
    status: 422,
    vi: 'Ảnh chưa đủ rõ để so. Lần này không bị tính là sai; chụp lại ở nơi sáng, nhìn thẳng, không đội mũ.',
    en: 'The picture is not clear enough to compare. It does not count against you; take it again in good light, facing the camera, without a hat.',
  },
  'representation.portrait-differs': {
    status: 409,
    vi: 'Khuôn mặt không khớp ảnh trong cơ sở dữ liệu. Chưa có gì được đăng ký; chụp lại, hoặc đưa bé đến quầy cùng giấy tờ.',
    en: "The face does not match the register's portrait. Nothing was registered; take it again, or come to a counter together with papers.",
  },
  'representation.counter-needed': {
    status: 409,
    vi: 'Cơ sở dữ liệu chưa có ảnh đủ tin cậy để so tại nhà. Chưa có gì được đăng ký; hãy cùng đến một điểm đăng ký, mang theo giấy tờ.',
    en: 'The register has no portrait that can be compared at home. Nothing was registered; come to a counter together, with papers.',
  },
  'representation.ended': {
    status: 409,
    vi: 'Bạn không còn là người đại diện của người này. Việc vừa rồi chưa được làm; hồ sơ của chính bạn đang mở lại.',
    en: 'You no longer act for this person. What you asked was not done; go back to your own profile.',
  },
  'representation.other-profile-open': {
    status: 409,
    vi: 'Hồ sơ đang mở đã đổi ở một cửa sổ khác. Việc vừa rồi chưa được làm; xem tên trên đầu trang rồi làm lại.',
    en: 'Another profile was opened in another window. What you asked was not done; look at the name on top and try again.',
  },
  'representation.not-for-ward': {
    status: 403,
    vi: 'Việc này chỉ làm được cho chính bạn. Không có gì thay đổi; chuyển về hồ sơ của bạn rồi làm lại.',
    en: 'This can be done only for yourself. Nothing changed; switch back to your own profile and try again.',
  },
  'representation.no-profile-open': {
    status: 409,
    vi: 'Đang mở hồ sơ của chính bạn. Không có gì thay đổi; mở hồ sơ của người được đại diện trước.',
    en: 'Your own profile is open. Nothing changed; open the profile of the person whom you act for first.',
  },
  'representation.consent-needed': {
    status: 403,
    vi: 'Mỗi lần dùng giấy tờ của người được đại diện cần bạn đồng ý bằng mã PIN. Chưa có gì được đưa ra; xác nhận rồi làm tiếp.',
    en: "Each use of a represented person's documents needs your consent by passcode. Nothing was shown; confirm, then go on.",
  },
  'representation.no-hand-over': {
    status: 409,
    vi: 'Tài khoản này không còn chờ bàn giao. Không có gì thay đổi; người đủ 14 tuổi có thể đến quầy để nhận tài khoản của mình.',
    en: 'This account does not wait to be handed over. Nothing changed; whoever is 14 can come to a counter for her own account.',
  },
  'representation.phone-not-own': {
    status: 409,
    vi: 'Số này đang gắn với một tài khoản khác. Tài khoản chưa được bàn giao; dùng số đứng tên chính con.',
    en: "This phone belongs to another account. Nothing was handed over; use a number in the child's own name.",
  },
  'representation.card-first': {
    status: 409,
    vi: 'Thẻ căn cước của con đã hết hạn hoặc chưa có. Tài khoản vẫn được giữ an toàn; đổi thẻ tại quầy, tài khoản được cấp cùng thẻ.',
    en: "The child's card has expired or is missing. The account is kept safe; renew the card at a counter, and the account comes with it.",
  },
  'representation.end-waits': {
    status: 409,
    vi: 'Đã có đề nghị chấm dứt giám hộ của hai người này, đang chờ người duyệt thứ hai ở đơn vị đã đề nghị. Không có gì thay đổi; mời đồng nghiệp ở đó mở đề nghị ấy, hoặc người đề nghị rút lại. Không ai duyệt trong hạn thì đề nghị tự hết hiệu lực.',
    en: 'The end of this guardianship has been proposed already and waits for a second officer at the office that proposed it. Nothing changed; ask a colleague there to open it, or whoever proposed it to take it back. It lapses when nobody decides in time.',
  },
  'representation.no-such-request': {
    status: 404,
    vi: 'Đơn vị của bạn không có hồ sơ này. Không có gì thay đổi; hãy xem lại danh sách.',
    en: 'Your office has no such request. Nothing changed; look at the list again.',
  },
  'representation.not-in-register': {
    status: 422,
    vi: 'Cơ sở dữ liệu dân cư không có người mang số này. Chưa mở yêu cầu và chưa lấy gì; hãy xem lại số trên giấy tờ, hoặc hướng dẫn gia đình đăng ký cư trú cho người ấy trước.',
    en: 'The population register has nobody of this number. No request was opened and nothing was taken; check the number on the papers, or send the family to register her residence first.',
  },
  'representation.deceased': {
    status: 422,
    vi: 'Cơ sở dữ liệu dân cư ghi người này đã mất. Chưa mở yêu cầu và chưa lấy gì; nếu người ấy đang ở đây, hãy báo dữ liệu sai khác để sửa trước.',
    en: 'The register says that this person has died. No request was opened and nothing was taken; if she stands here, report the differing data so that it is corrected first.',
  },
  'representation.of-age': {
    status: 422,
    vi: 'Người này đã đủ tuổi có tài khoản riêng nên cha mẹ không đăng ký thay được. Chưa mở yêu cầu; người ấy tự đăng ký, hoặc chọn “người giám hộ” nếu có quyết định giám hộ.',
    en: 'This person is old enough for an account of her own, so a parent cannot register her. No request was opened; she registers herself, or choose “guardian” where a decision of guardianship is shown.',
  },
  'representation.no-valid-card': {
    status: 422,
    vi: 'Người này chưa có thẻ căn cước còn hiệu lực. Chưa mở yêu cầu và chưa lấy gì; hãy làm thẻ cho người ấy trước.',
    en: 'This person has no valid identity card. No request was opened and nothing was taken; apply for her card first.',
  },
  'representation.representative-level': {
    status: 422,
    vi: 'Người đại diện chưa có tài khoản mức 2 đang dùng được. Chưa mở yêu cầu và chưa lấy gì; hãy làm mức 2 cho người đại diện trước, ngay tại quầy này.',
    en: 'The representative has no level-2 account in use. No request was opened and nothing was taken; take level 2 of the representative first, at this very counter.',
  },
  'representation.already-stands': {
    status: 409,
    vi: 'Hai người này đã được ghi nhận đại diện cho nhau. Không có gì thay đổi; người đại diện mở hồ sơ của người kia ngay trong ứng dụng.',
    en: 'It is already on record that the one acts for the other. Nothing changed; the representative opens the profile in her own app.',
  },
  'representation.closed': {
    status: 409,
    vi: 'Hồ sơ này đã kết thúc nên không sửa được nữa. Kết quả vẫn giữ nguyên; mở hồ sơ mới nếu cần.',
    en: 'This request is closed and cannot be changed. Its result stands; open a new one if it is needed.',
  },
  'representation.about-yourself': {
    status: 403,
    vi: 'Bạn không thể làm hồ sơ mà chính mình là một bên. Không có gì thay đổi; hãy nhờ một đồng nghiệp.',
    en: 'Nobody works on a request in which she is a party. Nothing changed; ask a colleague.',
  },
  'representation.same-person': {
    status: 422,
    vi: 'Người đại diện và người được đại diện phải là hai người khác nhau. Không có gì được lưu; kiểm tra lại hai số.',
    en: 'The two must be different persons. Nothing was kept; check both numbers.',
  },
  'representation.request-open': {
    status: 409,
    vi: 'Hai người này đang có một hồ sơ chưa xong. Không tạo thêm; hãy làm tiếp hồ sơ đó.',
    en: 'A request of these two is not finished. None was added; go on with that one.',
  },
  'representation.incomplete': {
    status: 409,
    vi: 'Hồ sơ còn thiếu bước nên chưa gửi được. Những gì đã làm vẫn còn; xem mục “Việc còn lại”.',
    en: 'Steps are missing, so the request cannot be sent yet. What was done stays; see what is left to do.',
  },
  'representation.not-waiting': {
    status: 409,
    vi: 'Hồ sơ này không chờ người duyệt thứ hai. Không có gì thay đổi; tải lại danh sách.',
    en: 'This request does not wait for a second pair of eyes. Nothing changed; load the list again.',
  },
  'representation.same-eyes': {
    status: 403,
    vi: 'Người duyệt thứ hai phải là một người khác với người đã tiếp nhận. Không có gì thay đổi; hãy nhờ đồng nghiệp.',
    en: 'The second pair of eyes must be another person than who took it. Nothing changed; ask a colleague.',
  },
  'representation.no-tie': {
    status: 404,
    vi: 'Hai người này không có quan hệ đại diện đang có hiệu lực. Không có gì thay đổi; kiểm tra lại hai số.',
    en: 'No representation stands between these two. Nothing changed; check both numbers.',
  },
})
