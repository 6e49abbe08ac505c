/** Letters: Level 2 at the counter. */
import { defineLetters, type Pair } from './letter-form.ts'

export const level2Letters = defineLetters({
  'code-level-2': {
    kind: 'security',
    sms: {
      vi: 'Mã mức 2: {code}. Hết hạn sau {minutes} phút. Chỉ dùng tại quầy bạn ngồi.',
      en: 'Your level-2 code at the counter: {code}. It ends in {minutes} minutes. Give it only where you sit.',
    },
    title: { vi: 'Mã mức 2 tại quầy: {code}', en: 'Your level-2 code at the counter: {code}' },
    text: {
      vi: 'Mã xác nhận liên hệ cho tài khoản mức 2 là {code}, hết hạn sau {minutes} phút. Chỉ dùng mã này khi chính bạn đang ngồi tại quầy. Nếu không phải bạn, hãy bỏ qua thư này.',
      en: 'The code that proves your contact for level 2 is {code}. It ends in {minutes} minutes. Use it only when you yourself sit at the counter. If this was not you, ignore this letter.',
    },
  },
  'level-2-issued': {
    kind: 'todo',
    sms: {
      vi: 'Tài khoản mức 2 đã được cấp. Kích hoạt trước ngày {activateBy} tại {site}/app/activate',
      en: 'Your level-2 account is issued. Activate it by {activateBy} at {site}/app/activate',
    },
    title: { vi: 'Tài khoản mức 2 đã được cấp', en: 'Your level-2 account is issued' },
    text: {
      vi: 'Hồ sơ {reference} đã được chấp nhận. Hãy kích hoạt tài khoản mức 2 trước ngày {activateBy}; sau ngày đó, gọi tổng đài hoặc đến quầy để được kích hoạt.',
      en: 'Case {reference} was accepted. Activate your level-2 account by {activateBy}; after that day, call the hotline or come to a counter to have it activated.',
    },
    action: { label: { vi: 'Kích hoạt', en: 'Activate' }, to: '/app/activate' },
  },
  'level-2-raised': {
    kind: 'news',
    sms: {
      vi: 'Tài khoản của bạn đã lên mức 2 (hồ sơ {reference}). Bạn không cần làm gì thêm.',
      en: 'Your account is level 2 now (case {reference}). There is nothing more to do.',
    },
    title: { vi: 'Tài khoản của bạn đã lên mức 2', en: 'Your account is level 2 now' },
    text: {
      vi: 'Hồ sơ {reference} đã được chấp nhận. Từ nay bạn xuất trình căn cước điện tử, tích hợp giấy tờ và làm mọi thủ tục bằng tài khoản này. Bạn không cần làm gì thêm.',
      en: 'Case {reference} was accepted. From now on this account shows your electronic identity card, takes in documents and does every procedure. There is nothing more to do.',
    },
    action: { label: { vi: 'Mở ví', en: 'Open the wallet' }, to: '/app/wallet' },
  },
  'level-2-waiting': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ mức 2 {reference} cần thêm một cán bộ xác nhận. Kết quả trước ngày {due}.',
      en: 'Level-2 case {reference} needs a second officer. You will hear by {due}.',
    },
    title: {
      vi: 'Hồ sơ mức 2 cần thêm một cán bộ xác nhận',
      en: 'A second officer looks at your level-2 case',
    },
    text: {
      vi: 'Hồ sơ {reference} đã đủ, còn chờ một cán bộ thứ hai xác nhận. Kết quả có trước ngày {due}; bạn không cần làm gì thêm.',
      en: 'Case {reference} is complete and waits for a second officer. You will hear by {due}; there is nothing more to do.',
    },
  },
  'level-2-overdue': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ mức 2 {reference} đã quá hạn {due}. Xin lỗi bạn. {office} đang xử lý và sẽ báo.',
      en: 'Level-2 case {reference} is past its due day, {due}. We are sorry; {office} is working on it.',
    },
    title: { vi: 'Hồ sơ mức 2 đã quá hạn', en: 'Your level-2 case is late' },
    text: {
      vi: 'Hồ sơ mức 2 {reference} lẽ ra có kết quả trước ngày {due}. Xin lỗi bạn. {office} phụ trách hồ sơ này; bạn có thể hỏi hoặc phản ánh tại đó. Bạn không cần nộp lại gì.',
      en: 'Level-2 case {reference} was due by {due}. We are sorry. {office} is in charge of it; you can ask or complain there. There is nothing to send again.',
    },
  },
  'level-2-refused': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ mức 2 {reference} chưa được chấp nhận. {reason}',
      en: 'Level-2 case {reference} was not accepted. {reason}',
    },
    title: { vi: 'Hồ sơ mức 2 chưa được chấp nhận', en: 'Level-2 case not accepted' },
    text: {
      vi: 'Hồ sơ {reference} chưa được chấp nhận. {reason} Tài khoản và dữ liệu của bạn không thay đổi.',
      en: 'Case {reference} was not accepted. {reason} Your account and your data are unchanged.',
    },
  },
  'account-displaced': {
    kind: 'security',
    sms: {
      vi: 'Tài khoản định danh gắn với số này đã chuyển về chủ số định danh, xác minh tại quầy. Thắc mắc: đến công an xã.',
      en: 'The identity account of this contact now belongs to the holder of the number, proven at a counter. Questions: commune police.',
    },
    title: {
      vi: 'Tài khoản định danh đã chuyển về chủ của nó',
      en: 'The identity account went to its true holder',
    },
    text: {
      vi: 'Tài khoản định danh từng gắn với liên hệ này đã được chuyển về người chủ số định danh, sau khi người đó được xác minh bằng thẻ, khuôn mặt và vân tay tại quầy. Mọi máy và phiên cũ đã bị gỡ. Nếu bạn cho rằng đây là nhầm lẫn, hãy mang thẻ căn cước đến công an xã.',
      en: 'The identity account of this contact went to the holder of its personal number, who was proven by card, face and fingerprints at a counter. Every old device and session was ended. If you think that this is a mistake, bring your card to the commune police.',
    },
  },
})

/** What to do after a refusal, in words. */
export const level2Advice = {
  'no-valid-card': {
    vi: 'Thẻ căn cước không còn giá trị; bạn có thể làm thẻ mới cùng lúc với tài khoản, tại chính quầy này.',
    en: 'The card is no longer valid; at this counter you can apply for a new one together with the account.',
  },
  'chip-refused': {
    vi: 'Chip của thẻ không xác thực được; hãy đổi thẻ tại quầy này, tài khoản được cấp cùng thẻ.',
    en: 'The chip of the card could not be proven genuine; exchange the card at this counter, the account comes with it.',
  },
  'card-differs': {
    vi: 'Thẻ và cơ sở dữ liệu khác nhau; đã mở hồ sơ sai lệch, cơ quan phụ trách sẽ trả lời bạn.',
    en: 'The card and the register differ; a case was opened and its owner will answer you.',
  },
  'not-in-register': {
    vi: 'Cơ sở dữ liệu chưa có số định danh này; hãy hỏi công an nơi cư trú.',
    en: 'The register does not have this number; ask the police where you live.',
  },
  deceased: {
    vi: 'Hãy mang giấy tờ đến công an nơi cư trú để được giải quyết.',
    en: 'Please bring your papers to the police where you live.',
  },
  'under-age': {
    vi: 'Người chưa đủ tuổi được đăng ký qua tài khoản của cha mẹ hoặc người giám hộ.',
    en: "Younger people are registered through a parent's or guardian's account.",
  },
  'portrait-differs': {
    vi: 'Khuôn mặt không khớp với cơ sở dữ liệu; bạn có thể thử lại với một cán bộ khác.',
    en: 'The face does not match the register; you may try again with another officer.',
  },
  'prints-differ': {
    vi: 'Vân tay không khớp với cơ sở dữ liệu; bạn có thể thử lại với một cán bộ khác.',
    en: 'The fingerprints do not match the register; you may try again with another officer.',
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
    vi: 'Tài khoản đang khoá; hãy mở khoá tại quầy rồi làm lại.',
    en: 'The account is locked; unlock it at the counter, then come again.',
  },
  'exception-denied': {
    vi: 'Cán bộ thứ hai chưa xác nhận được; hãy mang thêm giấy tờ và làm lại tại quầy.',
    en: 'The second officer could not confirm it; bring further papers and come to the counter again.',
  },
  'suspected-fraud': {
    vi: 'Hãy mang thẻ căn cước đến công an xã để được giải quyết.',
    en: 'Please bring your card to the commune police.',
  },
} as const satisfies Record<string, Pair>
