/** Refusals of sharing documents with registered parties. */
import { defineProblems } from './shape.ts'

const nothingShared = { vi: 'Chưa có gì được chia sẻ', en: 'Nothing was shared' }

export const sharingProblems = defineProblems({
  'sharing.party-unknown': {
    status: 422,
    vi: `Nơi gửi yêu cầu này không có trong danh sách được phép hỏi giấy tờ. ${nothingShared.vi}; đừng gửi giấy tờ cho họ bằng cách khác, và hỏi tổng đài nếu bạn thấy lạ.`,
    en: `Whoever sent this request is not on the list of those who may ask for documents. ${nothingShared.en}; do not send them documents in another way, and ask the hotline if it seems odd.`,
  },
  'sharing.party-suspended': {
    status: 409,
    vi: `Nơi này hiện không được hỏi giấy tờ: đang bị tạm dừng, hoặc thoả thuận chưa có hiệu lực hay đã hết. ${nothingShared.vi}; bạn không cần làm gì, hãy mang giấy tờ đến quầy của họ nếu việc gấp.`,
    en: `This organisation may not ask for documents now: it is suspended, or its agreement has not begun or is over. ${nothingShared.en}; there is nothing you need to do, take your papers to their counter if it is urgent.`,
  },
  'sharing.party-silent': {
    status: 503,
    vi: `Máy chủ của nơi hỏi không trả lời. ${nothingShared.vi}; chờ một lát rồi quét lại mã hoặc mở lại trang của họ.`,
    en: `The server of whoever asks does not answer. ${nothingShared.en}; wait a moment, then scan the code again or reload their page.`,
  },
  'sharing.request-wrong': {
    status: 422,
    vi: `Yêu cầu này không đúng quy cách hoặc chữ ký không khớp. ${nothingShared.vi}; hãy quét lại mã, nếu vẫn vậy thì báo cho nơi đưa mã.`,
    en: `This request does not have the right form, or its signature does not hold. ${nothingShared.en}; scan the code again, and if it stays so tell whoever gave it to you.`,
  },
  'sharing.asks-too-much': {
    status: 422,
    vi: `Nơi này hỏi nhiều hơn mức đã đăng ký, nên yêu cầu bị chặn và người vận hành đã được báo. ${nothingShared.vi}; bạn có thể đề nghị họ hỏi lại cho đúng.`,
    en: `This organisation asks for more than it is registered for, so its request was blocked and the operator was told. ${nothingShared.en}; you can ask them to send a proper request.`,
  },
  'sharing.way-not-agreed': {
    status: 422,
    vi: `Nơi này chưa được phép hỏi theo cách đó. ${nothingShared.vi}; hãy mở trang của họ và làm theo hướng dẫn ở đó.`,
    en: `This organisation may not ask in that way. ${nothingShared.en}; open their own page and follow what it says.`,
  },
  'sharing.expired': {
    status: 410,
    vi: `Yêu cầu này đã hết hạn. ${nothingShared.vi}; hãy quét mã mới hoặc mở lại trang của nơi hỏi.`,
    en: `This request has ended. ${nothingShared.en}; scan a new code or reload the page of whoever asks.`,
  },
  'sharing.no-such-request': {
    status: 404,
    vi: `Không có yêu cầu này trong ứng dụng của bạn. ${nothingShared.vi}; hãy quét mã hoặc mở liên kết lại từ đầu.`,
    en: `There is no such request in your app. ${nothingShared.en}; scan the code or open the link again.`,
  },
  'sharing.answered': {
    status: 409,
    vi: 'Yêu cầu này đã được trả lời rồi. Câu trả lời trước không đổi; xem lại trong “Đã chia sẻ”.',
    en: 'This request has been answered already. The earlier answer stands; see it under “What I shared”.',
  },
  'sharing.not-what-was-asked': {
    status: 422,
    vi: `Phần định gửi không khớp với yêu cầu: thiếu mục bắt buộc hoặc thừa mục không được hỏi. ${nothingShared.vi}; hãy mở lại yêu cầu và chọn lại.`,
    en: `What was to be sent does not fit the request: something needed is missing, or something was not asked for. ${nothingShared.en}; open the request again and choose anew.`,
  },
  'sharing.level-too-low': {
    status: 403,
    vi: `Chia sẻ giấy tờ cần tài khoản mức 2. ${nothingShared.vi}; hãy mang thẻ căn cước đến quầy gần bạn để nâng mức.`,
    en: `Sharing documents needs an account of level 2. ${nothingShared.en}; bring your card to a counter near you to raise it.`,
  },
  'sharing.no-such-receipt': {
    status: 404,
    vi: 'Không có lần chia sẻ này trong ứng dụng của bạn. Không có gì thay đổi; xem lại danh sách “Đã chia sẻ”.',
    en: 'There is no such receipt in your app. Nothing changed; look at the list of “What I shared” again.',
  },
  'sharing.withdrawn-already': {
    status: 409,
    vi: 'Bạn đã rút lại đồng ý này rồi. Nơi nhận đã được báo hoặc đang được báo; xem hạn trả lời trong lần chia sẻ đó.',
    en: 'You have taken this agreement back already. Whoever has it was told, or is being told; the receipt says by when they answer.',
  },
  'sharing.erasure-asked-already': {
    status: 409,
    vi: 'Bạn đã yêu cầu xoá rồi. Nơi nhận đã được báo hoặc đang được báo; xem hạn trả lời trong lần chia sẻ đó.',
    en: 'You have asked for this to be erased already. Whoever has it was told, or is being told; the receipt says by when they answer.',
  },
})
