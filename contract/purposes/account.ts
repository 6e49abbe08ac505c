/** One's own account: activation, devices, secrets, contacts, the card in the wallet. */
import { definePurposes } from './shape.ts'

export const accountPurposes = definePurposes({
  AccountActivated: { vi: 'Kích hoạt tài khoản', en: 'Account activated', family: 'self', fields: [] },
  DeviceBound: { vi: 'Liên kết thiết bị mới', en: 'New device linked', family: 'self', fields: [] },
  PasscodeReset: {
    vi: 'Đặt lại mã PIN trên máy',
    en: 'Passcode of a phone set again',
    family: 'self',
    fields: [],
  },
  PasswordChanged: { vi: 'Đổi mật khẩu', en: 'Password changed', family: 'self', fields: [] },
  PhoneChanged: { vi: 'Đổi số điện thoại', en: 'Phone number changed', family: 'self', fields: ['phone'] },
  EmailChanged: { vi: 'Đổi e-mail', en: 'E-mail address changed', family: 'self', fields: ['email'] },
  'phone-moved-away': {
    vi: 'Số điện thoại chuyển sang người đang giữ số',
    en: 'Phone number moved to whoever has it now',
    family: 'self',
    fields: ['phone'],
  },
  'phone-change-begun': {
    vi: 'Bắt đầu đổi số điện thoại',
    en: 'Started changing phone number',
    family: 'self',
    fields: [],
  },
  'email-change-begun': {
    vi: 'Bắt đầu đổi e-mail',
    en: 'Started changing e-mail address',
    family: 'self',
    fields: [],
  },
  'new-device-begun': {
    vi: 'Bắt đầu liên kết thiết bị mới',
    en: 'Started linking a new device',
    family: 'self',
    fields: [],
  },
  'device-removed': { vi: 'Gỡ thiết bị', en: 'Device removed', family: 'self', fields: [] },
  'session-ended': { vi: 'Đăng xuất một phiên', en: 'Signed out of one session', family: 'self', fields: [] },
  'signed-out-everywhere': {
    vi: 'Đăng xuất khỏi mọi nơi',
    en: 'Signed out everywhere',
    family: 'self',
    fields: [],
  },
  'language-set': {
    vi: 'Đổi ngôn ngữ thư',
    en: 'Language of messages changed',
    family: 'self',
    fields: [],
  },
  'identity-card': {
    vi: 'Mở căn cước điện tử trong ứng dụng',
    en: 'Identity card opened in the app',
    family: 'self',
    fields: ['fullName', 'birthDate', 'sex', 'hometown', 'residence', 'card', 'portrait'],
  },
  'closing-asked': {
    vi: 'Yêu cầu đóng tài khoản',
    en: 'Asked to close the account',
    family: 'self',
    fields: [],
  },
  'closing-begun': {
    vi: 'Xác nhận đóng tài khoản, bắt đầu thời gian chờ',
    en: 'Closing of the account confirmed, the waiting time began',
    family: 'self',
    fields: [],
  },
  'closing-kept': { vi: 'Giữ lại tài khoản', en: 'The account is kept', family: 'self', fields: [] },
  'account-closed': {
    vi: 'Đóng tài khoản sau thời gian chờ',
    en: 'Account closed after the waiting time',
    family: 'automatic',
    fields: [],
  },
  refusal: {
    vi: 'Một yêu cầu không được thực hiện',
    en: 'A request was not carried out',
    family: 'self',
    fields: [],
  },
  'key-destroyed': {
    vi: 'Không còn gì được giữ về bạn: khoá mở dữ liệu đã bị huỷ',
    en: 'Nothing is kept about you any more: the key to your data was destroyed',
    family: 'automatic',
    fields: [],
  },
  erasure: { vi: 'Xoá dữ liệu', en: 'Data erased', family: 'automatic', fields: [] },
})
