// Who looked, why and at what, in plain words. A code that is not known here is shown as it is: nothing is hidden because a word is missing.
import { inLanguage } from '../../ui/phrases.ts'

type Pair = { readonly vi: string; readonly en: string }
type Words = Readonly<Record<string, Pair>>

const purposes: Words = {
  'enrolment-submitted': { vi: 'Nhận đơn đăng ký', en: 'Application received' },
  'enrolment-check': { vi: 'Kiểm tra đơn đăng ký với cơ sở dữ liệu', en: 'Application checked with the register' },
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
  refusal: { vi: 'Một yêu cầu bị từ chối', en: 'A request was refused' },
}
const fields: Words = {
  fullName: { vi: 'họ tên', en: 'name' }, birthDate: { vi: 'ngày sinh', en: 'birth date' }, sex: { vi: 'giới tính', en: 'sex' }, card: { vi: 'thẻ căn cước', en: 'identity card' },
  portrait: { vi: 'ảnh chân dung', en: 'portrait' }, hometown: { vi: 'quê quán', en: 'place of origin' }, residence: { vi: 'nơi cư trú', en: 'residence' },
  personalNumber: { vi: 'số định danh', en: 'personal number' }, phone: { vi: 'số điện thoại', en: 'phone' }, email: { vi: 'e-mail', en: 'e-mail' },
  nationality: { vi: 'quốc tịch', en: 'nationality' }, address: { vi: 'địa chỉ', en: 'address' },
}
const outcomes: Words = {
  done: { vi: 'Đã xong', en: 'Done' }, accept: { vi: 'Chấp nhận', en: 'Accepted' }, accepted: { vi: 'Chấp nhận', en: 'Accepted' }, refuse: { vi: 'Từ chối', en: 'Refused' }, refused: { vi: 'Từ chối', en: 'Refused' },
  review: { vi: 'Chuyển cán bộ xem xét', en: 'Passed to an officer' }, 'code-sent': { vi: 'Đã gửi mã', en: 'Code sent' }, read: { vi: 'Đã xem', en: 'Read' }, ok: { vi: 'Đã xong', en: 'Done' }, shown: { vi: 'Đã xem', en: 'Read' },
}
const people: Words = {
  self: { vi: 'Chính bạn', en: 'You' }, officer: { vi: 'Cán bộ', en: 'An officer' }, 'relying-party': { vi: 'Dịch vụ', en: 'A service' }, system: { vi: 'Hệ thống Sen', en: 'The Sen system' },
}

const say = (words: Words, code: string): string => (words[code] ? inLanguage(words[code]) : code)

export const purposeText = (code: string): string => say(purposes, code)
export const fieldsText = (codes: readonly string[]): string => codes.map((code) => say(fields, code)).join(', ')
export const outcomeText = (code: string): string => say(outcomes, code)
export const kindText = (kind: string): string => say(people, kind)
/** The server names whoever looked; its own parts are named in plain words. */
export const whoText = (who: string): string => (who === 'self' || who === 'you' ? kindText('self') : who === 'system' || who.startsWith('system:') ? kindText('system') : say(people, who))
