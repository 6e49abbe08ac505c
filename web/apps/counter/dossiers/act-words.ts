// What an officer can do with a dossier, what each does to its person and to the clock, and why not yet.
import { phrases } from '../../../ui/phrases.ts'
import type { Act } from './acts.ts'
import type { Dossier } from './dossier.ts'

export const actLetters: Readonly<Record<Act, string>> = {
  receive: 'T',
  'not-receive': 'X',
  ask: 'B',
  grant: 'D',
  refuse: 'X',
  pause: 'H',
  resume: 'H',
  'fee-ask': 'P',
  'fee-paid': 'F',
  apologise: 'L',
  move: 'M',
  confirm: 'D',
  'send-back': 'G',
}

const acts = phrases({
  receive: { vi: 'Tiếp nhận', en: 'Receive' },
  'not-receive': { vi: 'Không tiếp nhận, nêu lý do', en: 'Do not receive' },
  ask: { vi: 'Yêu cầu bổ sung', en: 'Ask for what is missing' },
  grant: { vi: 'Trình duyệt', en: 'Put forward: grant' },
  refuse: { vi: 'Trình từ chối, kèm luật', en: 'Put forward: refuse' },
  pause: { vi: 'Hỏi nơi khác, dừng giờ', en: 'Ask elsewhere, stop the clock' },
  resume: { vi: 'Làm tiếp, chạy lại giờ', en: 'Go on, the clock runs' },
  'fee-ask': { vi: 'Yêu cầu nộp phí', en: 'Ask for the fee' },
  'fee-paid': { vi: 'Ghi biên lai phí', en: 'Note the receipt' },
  apologise: { vi: 'Xin lỗi, hẹn ngày mới', en: 'Apologise, new day' },
  move: { vi: 'Chuyển đúng đơn vị', en: 'Move to its office' },
  confirm: { vi: 'Duyệt: cấp kết quả', en: 'Confirm: granted' },
  'send-back': { vi: 'Gửi trả để xem lại', en: 'Send back' },
})
const others = phrases({
  grant: { vi: 'Cấp kết quả', en: 'Grant the result' },
  confirm: { vi: 'Duyệt: từ chối', en: 'Confirm: refused' },
})

/**
 * Where no second pair of eyes is asked for, a grant stands at once; a refusal is never one person's word.
 * Whoever confirms reads what it is that she confirms.
 */
export const actWords = (act: Act, { fourEyes, proposal }: Pick<Dossier, 'fourEyes' | 'proposal'>): string =>
  (act === 'grant' && !fourEyes) || (act === 'confirm' && proposal?.verdict === 'refuse')
    ? others(act)
    : acts(act)

export const effectWords = phrases({
  'not-receive': {
    vi: 'Hồ sơ kết thúc ở đây. Người nộp nhận lý do, điều luật và lời ghi của bạn; nộp lại được bất cứ lúc nào.',
    en: 'It ends here. The person gets the reason, the article and your note, and can file again at any time.',
  },
  refuse: {
    vi: 'Chưa có gì thay đổi cho đến khi một cán bộ khác duyệt. Sau đó người nộp nhận lý do, điều luật, lời ghi của bạn và cách khiếu nại.',
    en: 'Nothing changes until another officer confirms. Then the person gets the reason, the article, your note and how to object.',
  },
  grant: {
    vi: 'Bạn đã xem đủ các mục. Lời ghi giúp người duyệt; không bắt buộc.',
    en: 'You have looked at every item. A note helps whoever decides; it is not required.',
  },
  pause: {
    vi: 'Đồng hồ dừng từ bây giờ; người nộp thấy hồ sơ đang chờ và vì sao.',
    en: 'The clock stops now; the person sees that the dossier waits, and why.',
  },
  resume: {
    vi: 'Đồng hồ chạy tiếp từ chỗ đã dừng.',
    en: 'The clock goes on from where it stopped.',
  },
  'fee-ask': {
    vi: 'Người nộp được báo số tiền; đồng hồ dừng cho đến khi ghi nhận biên lai.',
    en: 'The person is told the amount; the clock stands still until the receipt is noted.',
  },
  'fee-paid': {
    vi: 'Ghi số biên lai bạn đã thấy. Đồng hồ chạy tiếp.',
    en: 'Note the number of the receipt that you saw. The clock goes on.',
  },
  apologise: {
    vi: 'Người nộp nhận lời xin lỗi đứng tên đơn vị, lý do và ngày mới. Chỉ hẹn lại được một lần.',
    en: "The person gets the office's apology, the reason and the new day. It can be done only once.",
  },
  move: {
    vi: 'Hồ sơ rời danh sách của đơn vị bạn; người nộp được báo đơn vị mới. Hạn trả không đổi.',
    en: "It leaves your office's lists; the person is told who has it now. The due day stays.",
  },
  confirm: {
    vi: 'Quyết định đứng tên bạn và có hiệu lực ngay; người nộp được báo.',
    en: 'The decision carries your name and takes effect at once; the person is told.',
  },
  'send-back': {
    vi: 'Đề xuất bị bỏ, hồ sơ quay lại người giải quyết. Hạn trả không đổi.',
    en: 'The proposal is dropped and the dossier goes back. The due day stays.',
  },
})

export const doneWords = phrases({
  receive: {
    vi: 'Đã tiếp nhận. Đồng hồ bắt đầu chạy; người nộp được báo hạn trả.',
    en: 'Received. The clock runs; the person is told the due day.',
  },
  'not-receive': {
    vi: 'Không tiếp nhận. Người nộp được báo lý do.',
    en: 'Not received. The person is told why.',
  },
  ask: {
    vi: 'Đã gửi yêu cầu bổ sung. Đồng hồ dừng cho đến khi người nộp gửi.',
    en: 'Asked. The clock stands still until the answer comes.',
  },
  grant: { vi: 'Đã trình cấp kết quả.', en: 'Put forward: to be granted.' },
  refuse: { vi: 'Đã trình từ chối.', en: 'Put forward: to be refused.' },
  pause: { vi: 'Đồng hồ đã dừng.', en: 'The clock stands still.' },
  resume: { vi: 'Đồng hồ chạy tiếp.', en: 'The clock goes on.' },
  'fee-ask': { vi: 'Đã yêu cầu nộp phí.', en: 'The fee was asked for.' },
  'fee-paid': { vi: 'Đã ghi biên lai.', en: 'The receipt is noted.' },
  apologise: { vi: 'Đã xin lỗi và hẹn ngày mới.', en: 'Apologised; the new day is given.' },
  move: { vi: 'Đã chuyển sang {office}.', en: 'Moved to {office}.' },
  confirm: { vi: 'Đã duyệt. Người nộp được báo.', en: 'Confirmed. The person is told.' },
  'send-back': { vi: 'Đã gửi trả.', en: 'Sent back.' },
  consent: { vi: 'Đã ghi giấy đồng ý.', en: 'The paper is noted.' },
})

export const whyNotWords = phrases({
  'no-task': {
    vi: 'Nhiệm vụ của bạn không gồm việc này; đồng nghiệp làm được.',
    en: 'Not among your tasks; a colleague can.',
  },
  'consents-open': { vi: 'Còn người chưa đồng ý.', en: 'Somebody has not agreed yet.' },
  'not-all-ticked': {
    vi: 'Còn mục chưa xem nên chưa trình được.',
    en: 'Not everything was looked at yet.',
  },
  'asked-before': {
    vi: 'Đã yêu cầu một lần; luật chỉ cho hỏi một lần.',
    en: 'Asked once already; the law allows one time.',
  },
  'register-waits': { vi: 'Sổ án tích chưa trả lời.', en: 'The register of judgments has not answered.' },
  'record-not-seen': {
    vi: 'Mở câu trả lời của sổ án tích trước.',
    en: 'Open what the register of judgments says first.',
  },
  'entries-open': {
    vi: 'Còn án chưa rõ có phải của người này không.',
    en: 'Whose a judgment is has not been settled.',
  },
  'fee-unpaid': { vi: 'Chưa ghi nhận phí.', en: 'The fee is not noted as paid.' },
  'not-late': { vi: 'Chưa quá hạn và chưa sắp quá hạn.', en: 'Neither late nor about to be.' },
  apologised: { vi: 'Đã hẹn lại một lần.', en: 'A new day was given once.' },
  'own-proposal': {
    vi: 'Bạn đã trình hồ sơ này; cần một cán bộ khác duyệt.',
    en: 'You put this forward; another officer decides.',
  },
})
