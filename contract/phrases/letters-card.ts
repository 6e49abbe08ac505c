/** Letters: Applications for an identity card. */
import { defineLetters, type Pair } from './letter-form.ts'

const see = { label: { vi: 'Xem hồ sơ', en: 'See the dossier' }, to: '/app/dossiers' } as const

export const cardLetters = defineLetters({
  'code-card': {
    kind: 'security',
    sms: {
      vi: 'Mã làm thẻ: {code}. Hết hạn sau {minutes} phút. Chỉ đọc tại quầy.',
      en: 'Your card application code: {code}. It ends in {minutes} minutes. Give it only at the counter where you sit.',
    },
    title: {
      vi: 'Mã làm thẻ căn cước tại quầy: {code}',
      en: 'Your card application code at the counter: {code}',
    },
    text: {
      vi: 'Mã xác nhận liên hệ cho hồ sơ thẻ căn cước là {code}, hết hạn sau {minutes} phút. Chỉ dùng mã này khi chính bạn đang ngồi tại quầy. Nếu không phải bạn, hãy bỏ qua thư này.',
      en: 'The code that proves your contact for the card application is {code}. It ends in {minutes} minutes. Use it only when you yourself sit at the counter. If this was not you, ignore this letter.',
    },
  },
  'card-accepted': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ thẻ căn cước {reference} đã được chấp nhận. Trả thẻ trước ngày {due}.',
      en: 'Card application {reference} was accepted. The card is due by {due}.',
    },
    title: { vi: 'Hồ sơ thẻ căn cước đã được chấp nhận', en: 'Card application accepted' },
    text: {
      vi: 'Hồ sơ {reference} đã được chấp nhận, thẻ đang được in. Chúng tôi báo khi thẻ về quầy, chậm nhất ngày {due}; bạn không cần làm gì thêm.',
      en: 'Application {reference} was accepted and the card is being printed. You will hear when it is at the counter, by {due}; there is nothing more to do.',
    },
    action: see,
  },
  'card-waiting': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ thẻ {reference} cần thêm một cán bộ xác nhận. Kết quả trước ngày {due}.',
      en: 'Card application {reference} needs a second officer. You will hear by {due}.',
    },
    title: {
      vi: 'Hồ sơ thẻ cần thêm một cán bộ xác nhận',
      en: 'A second officer looks at your card application',
    },
    text: {
      vi: 'Hồ sơ {reference} đã đủ, còn chờ một cán bộ thứ hai xác nhận. Kết quả có trước ngày {due}; bạn không cần làm gì thêm.',
      en: 'Application {reference} is complete and waits for a second officer. You will hear by {due}; there is nothing more to do.',
    },
    action: see,
  },
  'card-refused': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ thẻ {reference} chưa được chấp nhận. {reason}',
      en: 'Card application {reference} was not accepted. {reason}',
    },
    title: { vi: 'Hồ sơ thẻ chưa được chấp nhận', en: 'Card application not accepted' },
    text: {
      vi: 'Hồ sơ {reference} chưa được chấp nhận. {reason} Thẻ và dữ liệu của bạn không thay đổi.',
      en: 'Application {reference} was not accepted. {reason} Your card and your data are unchanged.',
    },
    action: see,
  },
  'card-lapsed': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ thẻ {reference} đã tự kết thúc vì không ai làm tiếp. Mang biên lai đến quầy để được hướng dẫn.',
      en: 'Card application {reference} ended by itself: nobody went on with it. Bring your receipt to the counter.',
    },
    title: { vi: 'Hồ sơ thẻ đã tự kết thúc', en: 'The card application ended by itself' },
    text: {
      vi: 'Hồ sơ thẻ {reference} mở tại quầy đã tự kết thúc vì lâu không ai làm tiếp. Thẻ và dữ liệu của bạn không thay đổi; ảnh và vân tay đã lấy được xoá. Bạn đã nộp lệ phí: mang biên lai đến nơi đã mở hồ sơ để được hướng dẫn. Nếu vẫn cần thẻ, bạn làm hồ sơ mới.',
      en: 'Card application {reference}, opened at a counter, ended by itself because nobody went on with it. Your card and your data are unchanged, and the picture and fingerprints that were taken are deleted. You have paid the fee: bring the receipt to the office where the application was opened, and it will tell you what to do. If you still need the card, apply anew.',
    },
    action: see,
  },
  'card-loss-noted': {
    kind: 'security',
    sms: {
      vi: 'Thẻ căn cước của bạn đã báo mất tại quầy và không còn giá trị. Không phải bạn? Báo ngay công an xã.',
      en: 'Your identity card was reported lost at a counter and is void. Not you? Tell the commune police at once.',
    },
    title: { vi: 'Thẻ căn cước đã báo mất', en: 'Your card was reported lost' },
    text: {
      vi: 'Thẻ căn cước của bạn đã được báo mất tại quầy (hồ sơ {reference}) và không còn giá trị. Tài khoản tạm khoá cho đến khi bạn nhận thẻ mới. Nếu không phải bạn, hãy báo ngay công an xã.',
      en: 'Your identity card was reported lost at a counter (application {reference}) and is void. The account is locked until you receive the new card. If this was not you, tell the commune police at once.',
    },
    action: see,
  },
  'card-ready': {
    kind: 'todo',
    sms: {
      vi: 'Thẻ căn cước đã về {office}. Mời bạn tự đến nhận, mang theo mã {reference}.',
      en: 'Your identity card is at {office}. Come for it yourself, with reference {reference}.',
    },
    title: { vi: 'Thẻ căn cước đã về quầy', en: 'Your identity card is ready' },
    text: {
      vi: 'Thẻ của hồ sơ {reference} đã về {office}. Mời bạn tự đến nhận: chúng tôi đối chiếu khuôn mặt hoặc vân tay rồi mới trả thẻ. Nhớ mang thẻ cũ để nộp lại, nếu còn.',
      en: 'The card of application {reference} is at {office}. Come for it yourself: face or fingerprint is compared before it is handed over. Bring the old card to give back, if you have it.',
    },
    action: see,
  },
  'card-overdue': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ thẻ {reference} đã quá hạn {due}. Xin lỗi bạn. {office} đang xử lý và sẽ báo.',
      en: 'Card application {reference} is past its due day, {due}. We are sorry; {office} is working on it.',
    },
    title: { vi: 'Thẻ căn cước đã quá hạn trả', en: 'Your card is late' },
    text: {
      vi: 'Hồ sơ thẻ {reference} lẽ ra được trả trước ngày {due}. Xin lỗi bạn. {office} phụ trách hồ sơ này; bạn có thể hỏi hoặc phản ánh tại đó. Bạn không cần nộp lại gì.',
      en: 'Card application {reference} was due by {due}. We are sorry. {office} is in charge of it; you can ask or complain there. There is nothing to send again.',
    },
    action: see,
  },
  'card-handed-over': {
    kind: 'news',
    sms: {
      vi: 'Bạn đã nhận thẻ căn cước mới (hồ sơ {reference}). Không phải bạn? Báo ngay công an xã.',
      en: 'You have received your new identity card ({reference}). Not you? Tell the commune police at once.',
    },
    title: { vi: 'Bạn đã nhận thẻ căn cước mới', en: 'You have received your new card' },
    text: {
      vi: 'Thẻ mới của hồ sơ {reference} đã được trả; thẻ cũ không còn giá trị. {account} Nếu không phải bạn, hãy báo ngay công an xã.',
      en: 'The new card of application {reference} was handed over; the old one is void. {account} If this was not you, tell the commune police at once.',
    },
  },
  'card-with-account': {
    kind: 'todo',
    sms: {
      vi: 'Đã trả thẻ và cấp tài khoản mức 2. Kích hoạt trước ngày {activateBy} tại {site}/app/activate',
      en: 'Card handed over, level-2 account issued. Activate it by {activateBy} at {site}/app/activate',
    },
    title: { vi: 'Thẻ mới và tài khoản mức 2', en: 'Your new card and your level-2 account' },
    text: {
      vi: 'Thẻ mới của hồ sơ {reference} đã được trả, tài khoản mức 2 được cấp cùng thẻ. Hãy kích hoạt trước ngày {activateBy}; sau ngày đó, gọi tổng đài hoặc đến quầy để được kích hoạt.',
      en: 'The new card of application {reference} was handed over, and the level-2 account was issued with it. Activate it by {activateBy}; after that day, call the hotline or come to a counter to have it activated.',
    },
    action: { label: { vi: 'Kích hoạt', en: 'Activate' }, to: '/app/activate' },
  },
})

/** What came of the account, for the letter about the card. */
export const accountWithCardWords = {
  none: { vi: '', en: '' },
  issued: { vi: '', en: '' },
  displaced: { vi: '', en: '' },
  raised: { vi: 'Tài khoản của bạn đã lên mức 2.', en: 'Your account is level 2 now.' },
  'phone-taken': {
    vi: 'Chưa cấp được tài khoản vì số điện thoại thuộc tài khoản khác; hãy đến quầy với số của bạn.',
    en: 'The account could not be issued because the phone belongs to another one; come to a counter with a number of your own.',
  },
  locked: {
    vi: 'Tài khoản còn bị khoá vì lý do khác nên chưa lên mức 2; hãy hỏi tại quầy.',
    en: 'The account is still locked for another reason and was not raised; ask at the counter.',
  },
  'other-phone': {
    vi: 'Tài khoản đang gắn với số điện thoại khác nên chưa lên mức 2; hãy đến quầy làm mức 2 với thẻ mới.',
    en: 'The account has another phone by now and was not raised; come to a counter for level 2 with the new card.',
  },
} as const satisfies Record<string, Pair>

/** What to do after a refusal, in words. */
export const cardAdvice = {
  'not-in-register': {
    vi: 'Cơ sở dữ liệu chưa có số định danh này; hãy hỏi công an nơi cư trú.',
    en: 'The register does not have this number; ask the police where you live.',
  },
  deceased: {
    vi: 'Hãy mang giấy tờ đến công an nơi cư trú để được giải quyết.',
    en: 'Please bring your papers to the police where you live.',
  },
  'under-age': {
    vi: 'Người dưới 14 tuổi làm thẻ cùng cha mẹ hoặc người giám hộ.',
    en: 'Under 14, a card is applied for by a parent or guardian.',
  },
  'card-held': {
    vi: 'Thẻ đang bị giữ; thẻ mới chỉ làm được khi việc giữ thẻ kết thúc.',
    en: 'The card is being held; a new one can be made when that has ended.',
  },
  'card-revoked': {
    vi: 'Thẻ đã bị thu hồi; hãy hỏi công an nơi cư trú.',
    en: 'The card was revoked; ask the police where you live.',
  },
  'portrait-differs': {
    vi: 'Khuôn mặt không khớp với cơ sở dữ liệu; hãy mang thêm giấy tờ và làm lại tại quầy.',
    en: 'The face does not match the register; bring further papers and come again.',
  },
  'prints-differ': {
    vi: 'Vân tay không khớp với cơ sở dữ liệu; hãy mang thêm giấy tờ và làm lại tại quầy.',
    en: 'The fingerprints do not match the register; bring further papers and come again.',
  },
  'consent-declined': {
    vi: 'Bạn đã không đồng ý trên màn hình; bạn có thể quay lại bất cứ lúc nào.',
    en: 'You declined at the screen; you may come back at any time.',
  },
  'phone-already-bound': {
    vi: 'Số điện thoại này thuộc tài khoản khác; hãy dùng số đứng tên bạn.',
    en: 'This phone belongs to another account; use a number in your own name.',
  },
  'account-locked': {
    vi: 'Tài khoản đang khoá vì lý do khác thẻ; hãy hỏi tại quầy, hoặc chỉ làm thẻ.',
    en: 'The account is locked for a reason beside the card; ask at the counter, or apply for the card alone.',
  },
  'exception-denied': {
    vi: 'Cán bộ thứ hai chưa xác nhận được; hãy mang thêm giấy tờ và làm lại tại quầy.',
    en: 'The second officer could not confirm it; bring further papers and come again.',
  },
} as const satisfies Record<string, Pair>
