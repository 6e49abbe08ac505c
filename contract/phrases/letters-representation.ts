/** Letters: Children, wards and those who act for them. */
import { defineLetters, type Pair } from './letter-form.ts'

const family = { label: { vi: 'Mở trang Gia đình', en: 'Open the family page' }, to: '/app/family' } as const

export const representationLetters = defineLetters({
  'ward-registered': {
    kind: 'security',
    sms: {
      vi: '{name} đã có tài khoản do bạn đại diện. Không đúng? Báo tại {site}/app/family',
      en: '{name} now has an account for which you act. Not right? Say so at {site}/app/family',
    },
    title: { vi: 'Bạn đại diện cho {name}', en: 'You act for {name}' },
    text: {
      vi: 'Tài khoản của {name} đã được đăng ký và bạn là {kind} đại diện. Mở hồ sơ của người ấy ở trang Gia đình; mỗi lần dùng giấy tờ cần bạn đồng ý bằng mã PIN. Người đại diện khác cũng thấy nhật ký.',
      en: 'The account of {name} is registered and you act as {kind}. Open the profile on the family page; each use of a document needs your passcode. Another representative sees the log as well.',
    },
    action: family,
  },
  'representation-ended': {
    kind: 'news',
    sms: {
      vi: 'Bạn không còn đại diện cho {name}: {reason}.',
      en: 'You no longer act for {name}: {reason}.',
    },
    title: { vi: 'Hết quyền đại diện cho {name}', en: 'You no longer act for {name}' },
    text: {
      vi: 'Quyền đại diện của bạn cho {name} đã kết thúc: {reason}. {next}',
      en: 'Your right to act for {name} has ended: {reason}. {next}',
    },
    action: family,
  },
  'account-handed-over': {
    kind: 'todo',
    sms: {
      vi: 'Tài khoản định danh của bạn đã được bàn giao. Kích hoạt trước {activateBy} tại {site}/app/activate',
      en: 'Your identity account was handed over to you. Activate it by {activateBy} at {site}/app/activate',
    },
    title: { vi: 'Tài khoản giờ là của bạn', en: 'The account is yours now' },
    text: {
      vi: 'Bạn đã đủ 14 tuổi và cha mẹ đã bàn giao tài khoản định danh cho bạn. Kích hoạt trên máy của mình trước ngày {activateBy}: đặt mật khẩu và mã PIN riêng, không cho ai biết. Muốn lên mức 2, mang thẻ căn cước đến công an xã.',
      en: 'You are 14 and your parents have handed the identity account over to you. Activate it on your own phone by {activateBy}: choose a password and a passcode that nobody else knows. For level 2, bring your card to a commune police counter.',
    },
    action: { label: { vi: 'Kích hoạt', en: 'Activate' }, to: '/app/activate' },
  },
  'representation-in-second': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ đại diện {reference} đã nhận, cần thêm một cán bộ xác nhận. Kết quả trước {due}.',
      en: 'Request {reference} is received; a second officer has to confirm it. You hear by {due}.',
    },
    title: { vi: 'Hồ sơ đại diện đang chờ', en: 'The request waits' },
    text: {
      vi: 'Hồ sơ đại diện {reference} đã đủ và chờ một cán bộ thứ hai xem giấy tờ. Bạn có kết quả trước ngày {due}.',
      en: 'Request {reference} is complete and waits for a second officer to look at the papers. You hear by {due}.',
    },
  },
  'representation-lapsed': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ đại diện {reference} đã tự kết thúc vì không ai làm tiếp. Không có gì thay đổi.',
      en: 'Request {reference} ended by itself: nobody went on with it. Nothing changed.',
    },
    title: { vi: 'Hồ sơ đại diện đã tự kết thúc', en: 'The request ended by itself' },
    text: {
      vi: 'Hồ sơ đại diện {reference} mở tại quầy đã tự kết thúc vì lâu không ai làm tiếp. Không có gì thay đổi ở tài khoản của bạn; ảnh giấy tờ đã chụp được xoá. Nếu vẫn cần, hai người cùng đến quầy và mang theo giấy tờ.',
      en: 'Request {reference}, opened at a counter, ended by itself because nobody went on with it. Nothing changed in your account, and the pictures of the papers are deleted. If it is still needed, both of you come to a counter with the papers.',
    },
  },
  'representation-end-lapsed': {
    kind: 'dossier',
    sms: {
      vi: 'Đề nghị chấm dứt giám hộ {reference} tự hết hiệu lực vì không ai quyết định. Việc giám hộ vẫn như cũ.',
      en: 'The proposal {reference} to end a guardianship lapsed: nobody decided on it. The guardianship stands.',
    },
    title: {
      vi: 'Đề nghị chấm dứt giám hộ tự hết hiệu lực',
      en: 'The proposal to end a guardianship lapsed',
    },
    text: {
      vi: 'Cán bộ đã đề nghị chấm dứt việc giám hộ, hồ sơ {reference}. Vì không ai quyết định trong thời hạn, đề nghị tự hết hiệu lực. Việc giám hộ vẫn như cũ; ảnh giấy tờ đã chụp được xoá. Nếu vẫn cần chấm dứt, hãy mang quyết định của toà án hoặc cơ quan có thẩm quyền đến quầy.',
      en: 'An officer had proposed, under {reference}, that a guardianship end. Nobody decided on it in time, so the proposal lapsed. The guardianship stands as before, and the pictures of the papers are deleted. If it is still to end, come to a counter with the decision of the court or other body.',
    },
  },
  'representation-refused': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ đại diện {reference} chưa được chấp nhận. {reason}',
      en: 'Request {reference} was not accepted. {reason}',
    },
    title: { vi: 'Hồ sơ đại diện chưa được chấp nhận', en: 'The request was not accepted' },
    text: {
      vi: 'Hồ sơ {reference} chưa được chấp nhận. {reason} Không có gì thay đổi ở tài khoản của bạn.',
      en: 'Request {reference} was not accepted. {reason} Nothing changed in your account.',
    },
  },
})

export const tieWords = {
  parent: { vi: 'cha mẹ', en: 'a parent' },
  guardian: { vi: 'người giám hộ', en: 'a guardian' },
} as const satisfies Record<string, Pair>

export const tieEndWords = {
  'came-of-age': { vi: 'con đã đủ 14 tuổi', en: 'the child is 14' },
  'guardianship-ended': { vi: 'việc giám hộ đã chấm dứt', en: 'the guardianship has ended' },
  'term-ended': { vi: 'hết thời hạn ghi trong quyết định', en: 'the term of the decision is over' },
  'register-changed': {
    vi: 'cơ sở dữ liệu không còn ghi quan hệ này',
    en: 'the register does not name the relation any more',
  },
  died: { vi: 'người ấy đã mất', en: 'she or he has died' },
  'representative-gone': {
    vi: 'tài khoản người đại diện đã đóng',
    en: "the representative's account is closed",
  },
  displaced: {
    vi: 'chủ số định danh đã nhận tài khoản tại quầy',
    en: 'the holder took over the account at a counter',
  },
} as const satisfies Record<string, Pair>

export const tieEndNext = {
  'hand-over': {
    vi: 'Hãy bàn giao tài khoản sang máy của con ở trang Gia đình, hoặc để con mang thẻ đến quầy.',
    en: "Hand the account over to the child's own phone on the family page, or let the child bring the card to a counter.",
  },
  none: { vi: 'Bạn không cần làm gì.', en: 'There is nothing for you to do.' },
} as const satisfies Record<string, Pair>

/** What to do after a refusal at the counter, in words. */
export const representationAdvice = {
  'not-in-register': {
    vi: 'Cơ sở dữ liệu chưa có số định danh này; hãy hỏi hộ tịch nơi đăng ký khai sinh.',
    en: 'The register does not have this number; ask where the birth was registered.',
  },
  deceased: {
    vi: 'Cơ sở dữ liệu ghi người này đã mất; hãy hỏi công an nơi cư trú.',
    en: 'The register records a death; ask the police where you live.',
  },
  'of-age': {
    vi: 'Người này đã đủ tuổi có tài khoản riêng; hãy tự đăng ký.',
    en: 'This person is old enough for an account of her own.',
  },
  'no-valid-card': {
    vi: 'Người được đại diện cần có thẻ căn cước còn giá trị; có thể làm thẻ tại quầy.',
    en: 'The represented person needs a valid card; it can be applied for at a counter.',
  },
  'representative-not-level-2': {
    vi: 'Người đại diện cần tài khoản mức 2 trước.',
    en: 'The representative needs a level-2 account first.',
  },
  'portrait-differs': {
    vi: 'Khuôn mặt không khớp cơ sở dữ liệu; có thể làm lại với cán bộ khác.',
    en: 'The face does not match the register; you may try again with another officer.',
  },
  'chip-refused': {
    vi: 'Chip của thẻ không xác thực được hoặc là thẻ của người khác.',
    en: "The chip could not be proven genuine, or is somebody else's.",
  },
  'consent-declined': {
    vi: 'Người đại diện đã không đồng ý trên màn hình.',
    en: 'The representative declined at the screen.',
  },
  'already-represented': {
    vi: 'Hai người đã có quan hệ đại diện đang có hiệu lực.',
    en: 'The representation of these two stands already.',
  },
  'second-denied': {
    vi: 'Cán bộ thứ hai chưa xác nhận được giấy tờ; hãy mang thêm bản gốc.',
    en: 'The second officer could not confirm the papers; bring the originals.',
  },
} as const satisfies Record<string, Pair>
