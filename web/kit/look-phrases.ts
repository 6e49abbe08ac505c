// Who looked, why and at what, in plain words. A code that is not known here is shown as it is: nothing is
// hidden because a word is missing.
import { inLanguage } from '../ui/phrases.ts'

type Pair = { readonly vi: string; readonly en: string }
type Words = Readonly<Record<string, Pair>>

const purposes: Words = {
  'enrolment-submitted': { vi: 'Nhận đơn đăng ký', en: 'Application received' },
  'enrolment-check': {
    vi: 'Kiểm tra đơn đăng ký với cơ sở dữ liệu',
    en: 'Application checked with the register',
  },
  'enrolment-review': { vi: 'Cán bộ mở đơn đăng ký để xem xét', en: 'An officer opened the application' },
  'enrolment-decision': { vi: 'Quyết định về đơn đăng ký', en: 'Decision on the application' },
  'sign-in-claims': { vi: 'Chia sẻ khi bạn đăng nhập dịch vụ', en: 'Shared when you signed in to a service' },
  'sign-in': { vi: 'Đăng nhập dịch vụ', en: 'Sign-in to a service' },
  'sign-in-consent': { vi: 'Bạn đồng ý chia sẻ với dịch vụ', en: 'You agreed to share with a service' },
  'identity-card': { vi: 'Làm mới căn cước trong ví', en: 'Identity card refreshed in the wallet' },
  AccountActivated: { vi: 'Kích hoạt tài khoản', en: 'Account activated' },
  DeviceBound: { vi: 'Gắn thiết bị mới', en: 'A device was bound' },
  PasswordChanged: { vi: 'Đổi mật khẩu', en: 'Password changed' },
  PhoneChanged: { vi: 'Đổi số điện thoại', en: 'Phone changed' },
  EmailChanged: { vi: 'Đổi e-mail', en: 'E-mail changed' },
  'phone-change-begun': { vi: 'Bắt đầu đổi số điện thoại', en: 'Change of phone begun' },
  'email-change-begun': { vi: 'Bắt đầu đổi e-mail', en: 'Change of e-mail begun' },
  'new-device-begun': { vi: 'Bắt đầu gắn thiết bị mới', en: 'Binding of a device begun' },
  'signed-out-everywhere': { vi: 'Đăng xuất khỏi mọi nơi', en: 'Signed out everywhere' },
  'session-ended': { vi: 'Đăng xuất một phiên', en: 'A session was signed out' },
  'device-removed': { vi: 'Gỡ thiết bị', en: 'A device was removed' },
  'language-set': { vi: 'Đổi ngôn ngữ thư', en: 'Language of letters changed' },
  'level-2-opened': {
    vi: 'Mở hồ sơ mức 2 cho bạn tại quầy',
    en: 'A level-2 case was opened for you at a counter',
  },
  'level-2-view': { vi: 'Cán bộ mở hồ sơ mức 2 của bạn', en: 'An officer opened your level-2 case' },
  'level-2-chip': {
    vi: 'Đọc chip thẻ và đối chiếu với cơ sở dữ liệu',
    en: 'Card chip read and compared with the register',
  },
  'level-2-contact': { vi: 'Ghi liên hệ của bạn tại quầy', en: 'Your contact was taken at the counter' },
  'level-2-code': { vi: 'Xác nhận liên hệ bằng mã', en: 'Contact proven by code' },
  'level-2-portrait': {
    vi: 'So ảnh chụp tại quầy với cơ sở dữ liệu',
    en: 'Portrait compared with the register',
  },
  'level-2-prints': { vi: 'So vân tay với cơ sở dữ liệu', en: 'Fingerprints compared with the register' },
  'level-2-exception': { vi: 'Ghi ngoại lệ vân tay', en: 'A fingerprint exception was noted' },
  'level-2-documents': {
    vi: 'Ghi giấy tờ bạn muốn tích hợp',
    en: 'Documents you want in the wallet were noted',
  },
  'level-2-consent-asked': {
    vi: 'Hỏi bạn đồng ý trên màn hình tại quầy',
    en: "You were asked at the counter's screen",
  },
  'level-2-offline-consent': {
    vi: 'Ghi sự đồng ý của bạn khi mất mạng',
    en: 'Your consent was recorded while the line was down',
  },
  'level-2-decision': { vi: 'Quyết định tài khoản mức 2', en: 'Decision on level 2' },
  'level-2-second': { vi: 'Cán bộ thứ hai xem và quyết định', en: 'A second officer looked and decided' },
  'level-2-discarded': {
    vi: 'Kết thúc hồ sơ mức 2, không quyết định',
    en: 'Level-2 case ended without a decision',
  },
  'recovery-begun': {
    vi: 'Bắt đầu lấy lại tài khoản bằng phiếu của quầy',
    en: 'Getting the account back by a voucher was begun',
  },
  'recovery-proof': {
    vi: 'Chứng minh để lấy lại tài khoản trên máy mới',
    en: 'A proof for getting the account back on a new phone',
  },
  'recovery-done': { vi: 'Chuyển tài khoản sang máy mới', en: 'The account went to a new phone' },
  'recovery-left': { vi: 'Dừng việc lấy lại tài khoản', en: 'Getting the account back was stopped' },
  'recovery-disputed': {
    vi: 'Báo không phải tôi: dừng việc lấy lại và khoá',
    en: '"This was not me": ended and locked',
  },
  'recovery-relative-answered': {
    vi: 'Trả lời lời nhờ xác nhận của người thân',
    en: 'Answer to a relative who asked to confirm',
  },
  'voucher-opened': {
    vi: 'Mở hồ sơ cấp phiếu lấy lại tài khoản cho bạn',
    en: 'A case for a recovery voucher was opened for you',
  },
  'voucher-view': { vi: 'Cán bộ mở hồ sơ cấp phiếu của bạn', en: 'An officer opened your voucher case' },
  'voucher-portrait': {
    vi: 'So ảnh chụp tại quầy với cơ sở dữ liệu',
    en: 'Portrait compared with the register',
  },
  'voucher-prints': { vi: 'So vân tay với cơ sở dữ liệu', en: 'Fingerprints compared with the register' },
  'voucher-exception': { vi: 'Ghi ngoại lệ vân tay', en: 'A fingerprint exception was noted' },
  'voucher-consent-asked': {
    vi: 'Hỏi bạn đồng ý nhận phiếu tại quầy',
    en: 'You were asked at the counter about the voucher',
  },
  'voucher-decision': { vi: 'Xác nhận người nhận phiếu', en: 'It was decided who stood at the counter' },
  'voucher-second': {
    vi: 'Cán bộ thứ hai xem và quyết định về phiếu',
    en: 'A second officer looked and decided on the voucher',
  },
  'voucher-issued': { vi: 'In phiếu lấy lại tài khoản', en: 'A recovery voucher was printed' },
  'voucher-discarded': {
    vi: 'Kết thúc hồ sơ cấp phiếu, không quyết định',
    en: 'Voucher case ended without a decision',
  },
  'search-counter-service': {
    vi: 'Tra cứu để phục vụ bạn tại quầy',
    en: 'Looked up to serve you at a counter',
  },
  'search-card-application': { vi: 'Tra cứu để làm thẻ căn cước', en: 'Looked up for a card application' },
  'search-level-2': { vi: 'Tra cứu để làm tài khoản mức 2', en: 'Looked up for level 2' },
  'search-lock-request': {
    vi: 'Tra cứu theo yêu cầu khoá hoặc mở khoá',
    en: 'Looked up for a request to lock or unlock',
  },
  'search-data-correction': { vi: 'Tra cứu để sửa dữ liệu', en: 'Looked up to correct data' },
  'search-missing-person': { vi: 'Tra cứu người mất tích', en: 'Looked up as a missing person' },
  'search-identity-check': { vi: 'Tra cứu để kiểm tra danh tính', en: 'Looked up to check an identity' },
  'search-court-or-investigation': {
    vi: 'Tra cứu theo yêu cầu của toà án hoặc cơ quan điều tra',
    en: 'Looked up for a court or an investigation',
  },
  'desk-answer': { vi: 'Bạn trả lời trên màn hình tại quầy', en: "You answered at the counter's screen" },
  'relative-named': { vi: 'Chọn người thân tin cậy', en: 'A trusted relative was named' },
  'relative-answered': {
    vi: 'Trả lời lời mời làm người thân tin cậy',
    en: 'Answer to being a trusted relative',
  },
  'relative-ended': { vi: 'Kết thúc liên kết người thân tin cậy', en: 'A tie to a trusted relative ended' },
  'account-locked': { vi: 'Khoá tài khoản', en: 'Account locked' },
  'account-locked-by-relative': {
    vi: 'Người thân tin cậy khoá tài khoản giúp bạn',
    en: 'Your trusted relative locked your account',
  },
  'relative-locked-for': { vi: 'Bạn khoá tài khoản giúp người thân', en: "You locked a relative's account" },
  'unlock-asked': { vi: 'Yêu cầu mở khoá tại quầy', en: 'Unlocking asked for at a counter' },
  'lock-request-received': {
    vi: 'Nhận phiếu TK03 của cơ quan có thẩm quyền',
    en: 'Form TK03 of a competent body received',
  },
  'lock-request-forwarded': { vi: 'Chuyển phiếu TK03', en: 'Form TK03 forwarded' },
  'lock-request-opened': {
    vi: 'Cán bộ mở yêu cầu khoá hoặc mở khoá',
    en: 'An officer opened a request to lock or unlock',
  },
  'lock-request-decided': {
    vi: 'Quyết định về yêu cầu khoá hoặc mở khoá',
    en: 'Decision on a request to lock or unlock',
  },
  'lock-code-made': { vi: 'Tạo mã khoá mới', en: 'A lock code was made' },
  'register-followed': {
    vi: 'Khoá hoặc mở khoá theo cơ sở dữ liệu',
    en: 'Locked or unlocked by the register',
  },
  'discrepancy-view': {
    vi: 'Cán bộ mở hồ sơ sai lệch của bạn',
    en: 'An officer opened your case of differing data',
  },
  'discrepancy-note': { vi: 'Ghi chú trong hồ sơ sai lệch', en: 'A note on your case of differing data' },
  'discrepancy-asked': {
    vi: 'Hỏi cơ quan giữ nguồn dữ liệu khác',
    en: 'The keeper of another source was asked',
  },
  'discrepancy-proposed': {
    vi: 'Đề xuất cách giải quyết sai lệch',
    en: 'An outcome of your case was proposed',
  },
  'discrepancy-confirmed': {
    vi: 'Cán bộ thứ hai xác nhận cách giải quyết',
    en: 'A second officer confirmed the outcome',
  },
  'discrepancy-refused': {
    vi: 'Từ chối hồ sơ sai lệch, có lý do',
    en: 'Your case of differing data was refused, with reasons',
  },
  'discrepancy-reported': { vi: 'Bạn báo một sai lệch', en: 'You reported a difference' },
  'discrepancy-withdrawn': { vi: 'Bạn rút báo sai lệch', en: 'You took a report back' },
  'assist-asked': { vi: 'Người hỗ trợ xin mở phiên hỗ trợ bạn', en: 'A helper asked to help you' },
  'assist-confirmed': { vi: 'Bạn nhập mã đồng ý', en: 'You typed a code to agree' },
  'assist-act-asked': { vi: 'Người hỗ trợ hỏi bạn về một việc', en: 'A helper asked you for one act' },
  'assist-begin-level-1': {
    vi: 'Người hỗ trợ đưa máy để bạn đăng ký',
    en: 'A helper handed you the machine to register',
  },
  'assist-activation-guide': {
    vi: 'Người hỗ trợ xem tình trạng tài khoản cùng bạn',
    en: 'A helper saw with you how your account stands',
  },
  'assist-dossier-state': {
    vi: 'Người hỗ trợ xem hồ sơ cùng bạn',
    en: 'A helper looked at a dossier with you',
  },
  'assist-set-language': {
    vi: 'Người hỗ trợ đổi ngôn ngữ thư cùng bạn',
    en: 'A helper changed the language of letters with you',
  },
  'assist-report-mismatch': {
    vi: 'Người hỗ trợ báo sai lệch cùng bạn',
    en: 'A helper reported wrong data with you',
  },
  'assist-ended': { vi: 'Phiên hỗ trợ kết thúc', en: 'A session of help ended' },
  'hotline-identify': {
    vi: 'Tổng đài hỏi để nhận ra người gọi',
    en: 'The hotline asked questions to know a caller',
  },
  'hotline-lock': { vi: 'Tổng đài khoá tài khoản', en: 'The hotline locked the account' },
  'hotline-explain': { vi: 'Tổng đài giải thích vì sao khoá', en: 'The hotline explained a lock' },
  'hotline-dossier': { vi: 'Tổng đài xem tình trạng hồ sơ', en: "The hotline looked at a dossier's state" },
  'hotline-ended': { vi: 'Cuộc gọi tổng đài kết thúc', en: 'A hotline call ended' },
  'ward-registered': {
    vi: 'Người đại diện đăng ký tài khoản',
    en: 'A representative registered the account',
  },
  'profile-opened': { vi: 'Người đại diện mở hồ sơ', en: 'A representative opened the profile' },
  'profile-closed': { vi: 'Về hồ sơ của chính mình', en: "Back to one's own profile" },
  'representative-consented': {
    vi: 'Người đại diện đồng ý một lần dùng giấy tờ',
    en: 'A representative consented to a use',
  },
  'account-handed-over': { vi: 'Bàn giao tài khoản khi đủ 14 tuổi', en: 'The account was handed over at 14' },
  'relation-reported': { vi: 'Báo thiếu quan hệ trong cơ sở dữ liệu', en: 'A missing relation was reported' },
  'representation-opened': {
    vi: 'Mở hồ sơ đại diện tại quầy',
    en: 'A request to act for you was opened at a counter',
  },
  'representation-view': {
    vi: 'Cán bộ mở hồ sơ đại diện',
    en: 'An officer opened the request to act for you',
  },
  'representation-papers': {
    vi: 'Ghi giấy tờ của hồ sơ đại diện',
    en: 'Papers were noted on the request to act for you',
  },
  'representation-portrait': {
    vi: 'So ảnh chụp tại quầy với cơ sở dữ liệu',
    en: 'Portrait compared with the register',
  },
  'representation-chip': { vi: 'Đọc chip thẻ tại quầy', en: 'Card chip read at a counter' },
  'representation-consent-asked': {
    vi: 'Hỏi người đại diện trên màn hình tại quầy',
    en: "The representative was asked at the counter's screen",
  },
  'representation-decision': {
    vi: 'Quyết định hồ sơ đại diện',
    en: 'Decision on the request to act for you',
  },
  'representation-second': {
    vi: 'Cán bộ thứ hai xem và quyết định hồ sơ đại diện',
    en: 'A second officer looked and decided on the request to act for you',
  },
  'representation-discarded': {
    vi: 'Kết thúc hồ sơ đại diện, không quyết định',
    en: 'The request to act for you ended without a decision',
  },
  'representation-ended': { vi: 'Chấm dứt quyền đại diện', en: 'A right to act for you was ended' },
  refusal: { vi: 'Một yêu cầu bị từ chối', en: 'A request was refused' },
}
const fields: Words = {
  fullName: { vi: 'họ tên', en: 'name' },
  birthDate: { vi: 'ngày sinh', en: 'birth date' },
  sex: { vi: 'giới tính', en: 'sex' },
  card: { vi: 'thẻ căn cước', en: 'identity card' },
  portrait: { vi: 'ảnh chân dung', en: 'portrait' },
  hometown: { vi: 'quê quán', en: 'place of origin' },
  residence: { vi: 'nơi cư trú', en: 'residence' },
  personalNumber: { vi: 'số định danh', en: 'personal number' },
  phone: { vi: 'số điện thoại', en: 'phone' },
  email: { vi: 'e-mail', en: 'e-mail' },
  ethnicity: { vi: 'dân tộc', en: 'ethnicity' },
  fingerprints: { vi: 'vân tay', en: 'fingerprints' },
  documents: { vi: 'giấy tờ', en: 'documents' },
  account: { vi: 'tài khoản', en: 'account' },
  language: { vi: 'ngôn ngữ', en: 'language' },
  dossier: { vi: 'hồ sơ', en: 'dossier' },
  lock: { vi: 'tình trạng khoá', en: 'lock' },
  religion: { vi: 'tôn giáo', en: 'religion' },
  relation: { vi: 'quan hệ gia đình', en: 'family relation' },
  parentName: { vi: 'tên cha mẹ', en: "a parent's name" },
  cardIssuedOn: { vi: 'ngày cấp thẻ', en: "card's day of issue" },
  phoneEnd: { vi: 'cuối số điện thoại', en: 'end of the phone' },
  oldNumber: { vi: 'số CMND cũ', en: 'old card number' },
  issuedOn: { vi: 'ngày cấp thẻ', en: "card's day of issue" },
  expiresOn: { vi: 'hạn thẻ', en: "card's expiry" },
  nationality: { vi: 'quốc tịch', en: 'nationality' },
  address: { vi: 'địa chỉ', en: 'address' },
}
const outcomes: Words = {
  done: { vi: 'Đã xong', en: 'Done' },
  accept: { vi: 'Chấp nhận', en: 'Accepted' },
  accepted: { vi: 'Chấp nhận', en: 'Accepted' },
  refuse: { vi: 'Từ chối', en: 'Refused' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  granted: { vi: 'Đã thực hiện', en: 'Carried out' },
  'body-lock': { vi: 'Yêu cầu khoá', en: 'To lock' },
  'body-unlock': { vi: 'Yêu cầu mở khoá', en: 'To unlock' },
  'waiting-second': { vi: 'Chờ cán bộ thứ hai', en: 'Waits for a second officer' },
  discarded: { vi: 'Đã kết thúc', en: 'Ended' },
  agreed: { vi: 'Đồng ý', en: 'Agreed' },
  declined: { vi: 'Không đồng ý', en: 'Declined' },
  open: { vi: 'Đã ghi', en: 'Taken' },
  enough: { vi: 'Trả lời đủ', en: 'Enough was answered' },
  'not-enough': { vi: 'Trả lời chưa đủ', en: 'Not enough was answered' },
  none: { vi: 'Không thấy gì', en: 'Nothing was found' },
  review: { vi: 'Chuyển cán bộ xem xét', en: 'Passed to an officer' },
  'code-sent': { vi: 'Đã gửi mã', en: 'Code sent' },
  read: { vi: 'Đã xem', en: 'Read' },
  ok: { vi: 'Đã xong', en: 'Done' },
  shown: { vi: 'Đã xem', en: 'Read' },
}
const people: Words = {
  self: { vi: 'Chính bạn', en: 'You' },
  officer: { vi: 'Cán bộ', en: 'An officer' },
  'relying-party': { vi: 'Dịch vụ', en: 'A service' },
  system: { vi: 'Hệ thống Sen', en: 'The Sen system' },
}

const say = (words: Words, code: string): string => (words[code] ? inLanguage(words[code]) : code)

/** For whoever explains the log to somebody else. */
export const purposeCodes: readonly string[] = Object.keys(purposes)
export const purposeText = (code: string): string => say(purposes, code)
export const fieldsText = (codes: readonly string[]): string =>
  codes.map((code) => say(fields, code)).join(', ')
/** A refusal's own code says nothing to the person: that it was refused does. */
export const outcomeText = (code: string): string =>
  outcomes[code] || !/^[a-z0-9-]+\.[a-z0-9-]+$/.test(code) ? say(outcomes, code) : say(outcomes, 'refused')
export const kindText = (kind: string): string => say(people, kind)
/** The server names whoever looked; its own parts are named in plain words. */
export const whoText = (who: string): string =>
  who === 'self' || who === 'you'
    ? kindText('self')
    : who === 'system' || who.startsWith('system:')
      ? kindText('system')
      : say(people, who)
