/** Refusals of public services: looking for one, filing, and what happens to a dossier. */
import { defineProblems } from './shape.ts'

const notFiled = { vi: 'Hồ sơ chưa được nộp', en: 'Nothing was filed' }
const saved = { vi: 'những gì bạn đã điền vẫn được giữ', en: 'what you filled in is kept' }
const asItWas = { vi: 'Hồ sơ vẫn như trước', en: 'The dossier is as it was' }

const filing = defineProblems({
  'services.no-such-procedure': {
    status: 404,
    vi: 'Không có thủ tục này, hoặc thủ tục chưa bắt đầu áp dụng. Chưa có gì được gửi đi; hãy tìm lại trong danh sách dịch vụ.',
    en: 'There is no such service, or it has not begun yet. Nothing was sent; look for it in the list of services.',
  },
  'services.no-such-draft': {
    status: 404,
    vi: 'Không còn bản nháp này: có thể nó đã được nộp, đã xoá, hoặc để quá lâu. Xem mục Hồ sơ, hoặc bắt đầu lại.',
    en: 'This draft is not there any more: it was filed, thrown away, or left too long. Look under Dossiers, or begin again.',
  },
  'services.draft-of-another': {
    status: 409,
    vi: `Mã bản nháp này đã dùng cho việc khác. ${notFiled.vi}, và ${saved.vi}; hãy mở lại dịch vụ từ danh sách.`,
    en: `This draft's code is used for something else. ${notFiled.en}, and ${saved.en}; open the service again from the list.`,
  },
  'services.not-for-profile': {
    status: 403,
    vi: `Thủ tục này không nộp được cho hồ sơ đang mở. ${notFiled.vi}; hãy đổi hồ sơ, hoặc đọc phần điều kiện của thủ tục.`,
    en: `This service cannot be filed for the profile that is open. ${notFiled.en}; change the profile, or read what the service asks for.`,
  },
  'services.changed-meanwhile': {
    status: 409,
    vi: `Thủ tục vừa có bản mới trong lúc bạn điền. ${notFiled.vi}, và ${saved.vi}; hãy xem lại rồi nộp.`,
    en: `The service was changed while you filled it in. ${notFiled.en}, and ${saved.en}; look through it again, then file.`,
  },
  'services.condition-unmet': {
    status: 422,
    vi: `Còn một điều kiện chưa đạt. ${notFiled.vi}, và ${saved.vi}; xem điều kiện ở đầu thủ tục để biết phải làm gì.`,
    en: `One condition is not met. ${notFiled.en}, and ${saved.en}; the beginning of the service says what to do.`,
  },
  'services.answers-incomplete': {
    status: 422,
    vi: `Còn câu chưa trả lời, hoặc trả lời chưa đúng cách. ${notFiled.vi}, và ${saved.vi}; câu đó được đánh dấu.`,
    en: `One question is not answered, or not in the form it needs. ${notFiled.en}, and ${saved.en}; the question is marked.`,
  },
  'services.paper-missing': {
    status: 422,
    vi: `Còn thiếu một giấy tờ mà Nhà nước chưa có. ${notFiled.vi}, và ${saved.vi}; hãy chụp giấy đó rồi nộp.`,
    en: `A paper is missing that the State does not have. ${notFiled.en}, and ${saved.en}; take a picture of it, then file.`,
  },
  'services.paper-not-asked': {
    status: 422,
    vi: 'Thủ tục này không cần giấy tờ đó. Ảnh không được giữ; bạn không phải làm gì thêm.',
    en: 'This service does not ask for that paper. The picture was not kept; there is nothing more to do.',
  },
  'services.consent-unknown-person': {
    status: 422,
    vi: `Không hỏi ý kiến được người có số định danh này. ${notFiled.vi}, và ${saved.vi}; hãy xem lại con số, hoặc đến quầy với giấy đồng ý.`,
    en: `Whoever has this personal number cannot be asked to agree. ${notFiled.en}, and ${saved.en}; look at the number again, or come to the counter with their written agreement.`,
  },
})

const afterwards = defineProblems({
  'services.no-such-dossier': {
    status: 404,
    vi: 'Không tìm thấy hồ sơ này ở đây. Không có gì thay đổi; hãy xem lại mã hồ sơ.',
    en: 'There is no such dossier here. Nothing was changed; look at its code again.',
  },
  'services.not-asked': {
    status: 409,
    vi: `Hồ sơ này hiện không chờ bạn bổ sung. ${asItWas.vi}; mở hồ sơ để xem bước tiếp theo.`,
    en: `This dossier is not waiting for anything from you. ${asItWas.en}; open it to see what comes next.`,
  },
  'services.supplement-incomplete': {
    status: 422,
    vi: `Cần gửi đủ mọi thứ được hỏi trong một lần. Chưa có gì được gửi; hãy thêm phần còn thiếu.`,
    en: `Everything that was asked for is sent at once. Nothing was sent yet; add what is missing.`,
  },
  'services.not-to-withdraw': {
    status: 409,
    vi: `Hồ sơ này không rút được nữa vì đã nộp phí hoặc đã có kết quả. ${asItWas.vi}; bạn có thể hỏi nơi đang giữ hồ sơ.`,
    en: `This dossier cannot be taken back any more: its fee is paid or it was decided. ${asItWas.en}; ask the office that has it.`,
  },
  'services.not-to-rate': {
    status: 409,
    vi: 'Hồ sơ này chưa xong, hoặc bạn đã đánh giá rồi. Không có gì thay đổi.',
    en: 'This dossier is not finished, or you have said already how it went. Nothing was changed.',
  },
  'services.not-to-object': {
    status: 409,
    vi: `Không khiếu nại được hồ sơ này: chưa bị từ chối, đã khiếu nại rồi, hoặc đã hết thời hạn. ${asItWas.vi}; tổng đài có thể chỉ đường khác.`,
    en: `This dossier cannot be objected to: it was not refused, you have objected already, or the time is over. ${asItWas.en}; the hotline can tell you other ways.`,
  },
  'services.paper-unknown': {
    status: 404,
    vi: 'Không có giấy nào được cấp với mã hoặc tệp này. Không có gì thay đổi; xem lại mã trên giấy, hoặc hỏi nơi cấp ghi trên giấy.',
    en: 'No paper was issued with this code or file. Nothing was changed; look at the code on the paper again, or ask the office that the paper names.',
  },
  'services.no-such-paper': {
    status: 404,
    vi: 'Hồ sơ không có giấy này. Không có gì thay đổi; mở lại hồ sơ để xem các giấy hiện có.',
    en: 'The dossier has no such paper. Nothing was changed; open it again to see which it has.',
  },
  'services.no-such-consent': {
    status: 404,
    vi: 'Không có lời xin ý kiến này, hoặc nó không gửi cho bạn. Không có gì thay đổi.',
    en: 'Nobody asks for this agreement, or it is not yours to give. Nothing was changed.',
  },
  'services.consent-for-oneself': {
    status: 403,
    vi: 'Hồ sơ này do chính bạn nộp, nên bạn không đồng ý thay người bạn đại diện được. Chưa có gì thay đổi; người đại diện khác của người ấy trả lời, hoặc mang văn bản đồng ý đến quầy.',
    en: 'You filed this dossier yourself, so you cannot agree to it for the person you act for. Nothing changed; another representative of theirs answers, or bring a written agreement to the counter.',
  },
  'services.consent-answered': {
    status: 409,
    vi: 'Lời xin ý kiến này đã được trả lời hoặc đã hết hạn. Câu trả lời trước vẫn giữ nguyên.',
    en: 'This was answered already, or its time is over. The answer of before stands.',
  },
})

const atTheOffice = defineProblems({
  'services.dossier-closed': {
    status: 409,
    vi: `Ở bước này không làm được việc đó. ${asItWas.vi}; mở lại hồ sơ để xem bước hiện tại.`,
    en: `That cannot be done at this step. ${asItWas.en}; open it again to see where it stands.`,
  },
  'services.about-yourself': {
    status: 403,
    vi: `Hồ sơ này là của chính bạn hoặc có bạn trong đó. ${asItWas.vi}; đồng nghiệp khác sẽ xử lý.`,
    en: `This dossier is your own, or you are in it. ${asItWas.en}; a colleague deals with it.`,
  },
  'services.same-eyes': {
    status: 403,
    vi: `Người đã xử lý hồ sơ không tự duyệt được. ${asItWas.vi}; cần một cán bộ khác.`,
    en: `Whoever worked on a dossier does not decide it. ${asItWas.en}; another officer has to.`,
  },
  'services.no-such-reason': {
    status: 422,
    vi: `Thủ tục không có lý do từ chối này. ${asItWas.vi}; chọn một lý do trong danh sách.`,
    en: `The service has no such reason for a refusal. ${asItWas.en}; choose one of its list.`,
  },
  'services.no-such-item': {
    status: 422,
    vi: `Thủ tục không có mục kiểm tra này. ${asItWas.vi}; mở lại hồ sơ.`,
    en: `The service's checklist has no such item. ${asItWas.en}; open the dossier again.`,
  },
  'services.no-such-office': {
    status: 422,
    vi: `Không có đơn vị nào mang mã này nhận được hồ sơ. ${asItWas.vi}; xem lại mã đơn vị.`,
    en: `No office of this code can take the dossier. ${asItWas.en}; look at the code again.`,
  },
  'services.asked-before': {
    status: 409,
    vi: `Hồ sơ chỉ được yêu cầu bổ sung một lần, và đã yêu cầu rồi. ${asItWas.vi}; hãy quyết định trên những gì đã có.`,
    en: `A dossier may be asked for more only once, and was. ${asItWas.en}; decide on what is there.`,
  },
  'services.not-late': {
    status: 409,
    vi: `Hồ sơ chưa quá hạn và chưa sắp quá hạn. ${asItWas.vi}; chưa cần hẹn lại ngày trả.`,
    en: `The dossier is not late and not about to be. ${asItWas.en}; it needs no new day yet.`,
  },
  'services.apologised-before': {
    status: 409,
    vi: `Hồ sơ chỉ được hẹn lại ngày trả một lần. ${asItWas.vi}; hãy báo lãnh đạo đơn vị.`,
    en: `A new day is given only once. ${asItWas.en}; tell the head of the office.`,
  },
  'services.no-fee': {
    status: 409,
    vi: `Hồ sơ này không phải nộp phí, hoặc đã nộp. ${asItWas.vi}; tiếp tục xử lý.`,
    en: `This dossier costs nothing, or is paid. ${asItWas.en}; go on with it.`,
  },
  'services.fee-unpaid': {
    status: 409,
    vi: `Phí của hồ sơ chưa được ghi nhận. ${asItWas.vi}; yêu cầu nộp phí trước.`,
    en: `The fee of this dossier is not noted as paid. ${asItWas.en}; ask for it first.`,
  },
  'services.register-waits': {
    status: 409,
    vi: `Sổ án tích chưa trả lời. ${asItWas.vi}; hệ thống tự hỏi lại, bạn không phải làm gì.`,
    en: `The register of judgments has not answered yet. ${asItWas.en}; it is asked again by itself, there is nothing you must do.`,
  },
  'services.record-not-seen': {
    status: 409,
    vi: `Bạn chưa mở câu trả lời của sổ án tích, hoặc nó vừa đổi. ${asItWas.vi}; mở xem rồi quyết định.`,
    en: `You have not opened what the register of judgments says, or it has just changed. ${asItWas.en}; read it, then decide.`,
  },
  'services.entries-open': {
    status: 409,
    vi: `Còn án chưa rõ có phải của người này không. ${asItWas.vi}; xác định từng án trước.`,
    en: `It is not settled yet whether each judgment is this person's. ${asItWas.en}; settle each of them first.`,
  },
  'services.no-such-entry': {
    status: 404,
    vi: `Câu trả lời của sổ không có mục này, hoặc mục này không cần xác định. ${asItWas.vi}; mở lại câu trả lời.`,
    en: `There is no such entry, or nothing to settle about it. ${asItWas.en}; open the answer again.`,
  },
  'services.not-all-ticked': {
    status: 409,
    vi: `Còn mục kiểm tra chưa xem. ${asItWas.vi}; xem đủ rồi mới trình duyệt.`,
    en: `The checklist is not done. ${asItWas.en}; look at every item before you put it forward.`,
  },
  'services.consents-open': {
    status: 409,
    vi: `Còn người chưa đồng ý. ${asItWas.vi}; chờ họ trả lời, hoặc ghi nhận giấy đồng ý họ đã ký.`,
    en: `Somebody has not agreed yet. ${asItWas.en}; wait for the answer, or note the paper that they signed.`,
  },
  'services.not-put-forward': {
    status: 409,
    vi: `Chưa có đề xuất nào để duyệt. ${asItWas.vi}; mở lại hồ sơ.`,
    en: `Nothing was put forward to be decided. ${asItWas.en}; open the dossier again.`,
  },
  'services.agreement-needed': {
    status: 409,
    vi: `Từ ngày nộp, dữ liệu dân cư đã đổi: nay có thêm người phải đồng ý mà chưa được hỏi (chủ hộ mới, người vừa đủ 18 tuổi, cha mẹ mới ghi). ${asItWas.vi}; đề nghị người nộp nộp lại để người đó được hỏi, hoặc từ chối có nêu lý do.`,
    en: `The register has changed since it was filed: somebody must agree who was not asked (a new head of household, a person who has come of age, a parent who was entered). ${asItWas.en}; have it filed again so that she is asked, or refuse with the reason.`,
  },
  'services.result-impossible': {
    status: 409,
    vi: `Dữ liệu dân cư hiện không cho phép ghi kết quả này. ${asItWas.vi}; xem chỗ khác nhau, hoặc từ chối có nêu lý do.`,
    en: `The register does not allow this result as it stands. ${asItWas.en}; look at what differs, or refuse with the reason.`,
  },
})

export const servicesProblems = { ...filing, ...afterwards, ...atTheOffice }
