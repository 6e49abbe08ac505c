/**
 * Every letter that Sen writes, in Vietnamese and English: as a text message, and as title and text for the
 * inbox and e-mail.
 * `{name}` is filled from the letter's params, `{site}` is the public address. No letter holds any other
 * link, and none asks for a code.
 */
import { defineLetters, type Blank, type Pair } from './letter-form.ts'
import { level2Letters } from './letters-level-2.ts'
import { enrolmentLetters } from './letters-enrolment.ts'
import { deviceLetters } from './letters-device.ts'
import { cardLetters } from './letters-card.ts'
import { caseLetters } from './letters-case.ts'
import { closingLetters } from './letters-closing.ts'
import { phoneLetters } from './letters-phone.ts'
import { lockLetters } from './letters-lock.ts'
import { representationLetters } from './letters-representation.ts'
import { discrepancyLetters } from './letters-discrepancy.ts'
import { lookQuestionLetters } from './letters-look-question.ts'
import { crimeReportLetters } from './letters-crime-report.ts'
import { petitionLetters } from './letters-petition.ts'
import { documentLetters } from './letters-document.ts'
import { dossierLetters } from './letters-dossier.ts'
import { sharingLetters } from './letters-sharing.ts'
import { residenceLetters } from './letters-residence.ts'
import { recoveryLetters } from './letters-recovery.ts'
import { assistanceLetters } from './letters-assistance.ts'

const code = <const V extends string, const E extends string>(vi: V, en: E) =>
  ({
    kind: 'security',
    // With its accents a text message of one part holds 70 characters (3GPP TS 23.038, UCS-2).
    sms: {
      vi: `${vi}: {code}. Hết hạn sau {minutes} phút. Không đọc mã cho bất kỳ ai.`,
      en: `${en}: {code}. It ends in {minutes} minutes. Do not read it to anybody.`,
    },
    title: { vi: `${vi}: {code}`, en: `${en}: {code}` },
    text: {
      vi: `${vi} của bạn là {code}, hết hạn sau {minutes} phút. Không đọc mã cho bất kỳ ai, kể cả người xưng là cán bộ. Nếu không phải bạn yêu cầu, hãy bỏ qua thư này.`,
      en: `${en}: {code}. It ends in {minutes} minutes. Do not read it to anybody, not even to somebody who says to be an officer. If you did not ask for it, ignore this letter.`,
    },
  }) as const

/** Activation, devices, contacts and sessions of an account. */
const accountLetters = defineLetters({
  code: code('Mã của bạn', 'Your code'),
  'code-enrolment': code('Mã đăng ký', 'Your registration code'),
  'code-activation': code('Mã kích hoạt', 'Your activation code'),
  'code-new-device': code('Mã thêm máy', 'Your code to add a device'),
  'code-new-password': code('Mã mật khẩu', 'Your code to set a new password'),
  'code-lost-phone': code('Mã lấy lại', 'Your code to get the account back'),
  'code-sign-in': code('Mã đăng nhập', 'Your sign-in code'),
  'code-change-phone': code('Mã đổi số', 'Your code to change the phone'),
  'code-change-email': code('Mã đổi email', 'Your code to change the e-mail'),
  'code-claim-phone': code('Mã giữ số', 'Your code for the phone number'),
  'code-close-account': code('Mã đóng', 'Your code to close the account'),

  'account-opened': {
    kind: 'security',
    sms: {
      vi: 'Một tài khoản định danh vừa được mở mang tên bạn. Không phải bạn? Báo ngay công an nơi cư trú.',
      en: 'An identity account was opened in your name. Not you? Tell the police where you live at once.',
    },
    title: {
      vi: 'Tài khoản định danh mang tên bạn vừa được mở',
      en: 'An identity account was opened in your name',
    },
    text: {
      vi: 'Ngày {day}, một tài khoản định danh được mở với số định danh của bạn. Chúng tôi gửi thư này tới liên hệ đã có trong hồ sơ cư trú. Nếu không phải bạn, hãy báo ngay công an nơi cư trú để khoá tài khoản.',
      en: 'On {day} an identity account was opened with your personal number. This letter goes to the contact that the register already held. If this was not you, tell the police where you live at once, so that the account is locked.',
    },
  },
  activated: {
    kind: 'security',
    sms: {
      vi: 'Tài khoản định danh của bạn đã được kích hoạt trên máy {device}.',
      en: 'Your identity account was activated on the device {device}.',
    },
    title: { vi: 'Tài khoản đã kích hoạt', en: 'Account activated' },
    text: {
      vi: 'Tài khoản định danh đã được kích hoạt trên máy {device}. Nếu không phải bạn, hãy gỡ máy này ngay.',
      en: 'Your identity account was activated on the device {device}. If this was not you, remove that device at once.',
    },
    action: { label: { vi: 'Xem các máy', en: 'See devices' }, to: '/app/devices' },
  },
  'device-bound': {
    kind: 'security',
    sms: {
      vi: 'Máy mới {device} vừa được thêm vào tài khoản. Không phải bạn? Mở Sen và gỡ máy này.',
      en: 'The device {device} was added to your account. Not you? Open Sen and remove it.',
    },
    title: { vi: 'Máy mới được thêm', en: 'A device was added' },
    text: {
      vi: 'Máy {device} vừa được thêm vào tài khoản của bạn. Nếu không phải bạn, hãy gỡ máy và đổi mật khẩu ngay.',
      en: 'The device {device} was added to your account. If this was not you, remove it and change your password at once.',
    },
    action: { label: { vi: 'Xem các máy', en: 'See devices' }, to: '/app/devices' },
  },
  'passcode-reset': {
    kind: 'security',
    sms: {
      vi: 'Mã PIN trên máy {device} vừa được đặt lại. Không phải bạn? Khoá tài khoản ngay trong Sen.',
      en: 'The passcode on {device} was set again. Not you? Lock your account in Sen at once.',
    },
    title: { vi: 'Mã PIN đã đặt lại', en: 'Passcode set again' },
    text: {
      vi: 'Mã PIN trên máy {device} vừa được đặt lại bằng mật khẩu và mã gửi tới điện thoại. Mã PIN cũ và phiên cũ của máy đó đã hết hiệu lực. Nếu không phải bạn, hãy khoá tài khoản ngay.',
      en: 'The passcode on {device} was set again with the password and a code to the phone. The old passcode and the old session of that phone have ended. If this was not you, lock the account at once.',
    },
    action: { label: { vi: 'Xem các máy', en: 'See devices' }, to: '/app/devices' },
  },
  'password-changed': {
    kind: 'security',
    sms: {
      vi: 'Mật khẩu của bạn vừa được đổi. Không phải bạn? Mở Sen và đặt lại.',
      en: 'Your password was changed. Not you? Open Sen and set a new one.',
    },
    title: { vi: 'Mật khẩu đã đổi', en: 'Password changed' },
    text: {
      vi: 'Mật khẩu của bạn vừa được đổi và mọi phiên khác đã kết thúc. Nếu không phải bạn, hãy đặt lại mật khẩu ngay.',
      en: 'Your password was changed and every other session has ended. If this was not you, set a new one at once.',
    },
    action: { label: { vi: 'Xem bảo mật', en: 'See security' }, to: '/app/devices' },
  },
  'phone-changed': {
    kind: 'security',
    sms: {
      vi: 'Tài khoản định danh đã chuyển sang số khác. Không phải bạn? Báo ngay công an nơi cư trú.',
      en: 'Your identity account has moved to another phone number. Not you? Tell the police where you live at once.',
    },
    title: { vi: 'Số điện thoại đã đổi', en: 'Phone number changed' },
    text: {
      vi: 'Số điện thoại của tài khoản đã đổi sang {to}. Thư này cũng được gửi tới số cũ.',
      en: 'The phone number of the account is now {to}. The old number was told as well.',
    },
    action: { label: { vi: 'Xem bảo mật', en: 'See security' }, to: '/app/devices' },
  },
  'phone-asked-about': {
    kind: 'security',
    sms: {
      vi: 'Có người hỏi về số điện thoại của bạn. Mở Sen để xem.',
      en: 'Somebody asked about your phone number. Open Sen to see.',
    },
    title: { vi: 'Có người hỏi về số điện thoại của bạn', en: 'Somebody asked about your phone number' },
    text: {
      vi: 'Lúc {at}, một người đang muốn dùng số điện thoại của bạn đã nhờ quầy hoặc tổng đài xem số này có chủ chưa. Cán bộ chỉ được biết là có, không biết là ai; chưa có gì thay đổi. Số chỉ chuyển đi khi người đó nhận được mã gửi tới số này và chứng minh được danh tính. Nếu bạn không còn giữ số này, hãy mở ứng dụng và thêm số mới. Nếu bạn vẫn giữ, bạn không phải làm gì.',
      en: 'At {at} somebody who wants to use your phone number had a counter or the hotline look whether it is taken. The officer learned only that it is, not by whom; nothing has changed. It moves only when that person receives a code at it and proves who they are. If you no longer have this number, open the app and add another. If you still have it, there is nothing you must do.',
    },
    action: { label: { vi: 'Xem số điện thoại', en: 'See the phone number' }, to: '/app/me/phone' },
  },
  'phone-moved-away': {
    kind: 'security',
    sms: {
      vi: 'Số điện thoại không còn gắn với tài khoản định danh của bạn. Mở Sen để thêm số mới.',
      en: 'Your phone number is no longer bound to your identity account. Open Sen to add another.',
    },
    title: { vi: 'Số điện thoại không còn là của tài khoản', en: 'Phone number no longer on your account' },
    text: {
      vi: 'Lúc {at}, một người khác đã nhận được mã gửi tới số điện thoại của bạn và chứng minh được danh tính của họ, nên số này nay gắn với tài khoản của người đó. Tài khoản của bạn vẫn là của bạn: thiết bị, mã PIN, mật khẩu và e-mail vẫn dùng được. Hãy mở ứng dụng và thêm số điện thoại mới. Nếu bạn vẫn giữ số này, hãy gọi nhà mạng và công an nơi cư trú ngay.',
      en: 'At {at} somebody else received a code at your phone number and proved who they are, so the number is now bound to their account. Your account is still yours: device, passcode, password and e-mail work as before. Open the app and add another phone number. If you still have this number, call your phone company and the police where you live at once.',
    },
    action: { label: { vi: 'Thêm số điện thoại', en: 'Add a phone number' }, to: '/app/me/phone' },
  },
  'email-changed': {
    kind: 'security',
    sms: {
      vi: 'Email của tài khoản định danh vừa được đổi. Không phải bạn? Mở Sen để kiểm tra.',
      en: 'The e-mail of your identity account was changed. Not you? Open Sen and look.',
    },
    title: { vi: 'Email đã đổi', en: 'E-mail changed' },
    text: {
      vi: 'Email của tài khoản đã đổi sang {to}. Thư này được gửi tới địa chỉ cũ. Nếu không phải bạn, hãy kiểm tra tài khoản ngay.',
      en: 'The e-mail of the account is now {to}. This letter goes to the old address. If this was not you, look at your account at once.',
    },
    action: { label: { vi: 'Xem bảo mật', en: 'See security' }, to: '/app/devices' },
  },
  'signed-in': {
    kind: 'security',
    sms: {
      vi: 'Bạn vừa đăng nhập lần đầu vào {party}. Không phải bạn? Mở Sen và đăng xuất mọi nơi.',
      en: 'First sign-in at {party}. Not you? Open Sen and sign out everywhere.',
    },
    title: { vi: 'Đăng nhập lần đầu vào {party}', en: 'First sign-in at {party}' },
    text: {
      vi: 'Tài khoản của bạn vừa được dùng lần đầu để đăng nhập vào {party}. Nếu không phải bạn, hãy đăng xuất mọi nơi và đổi mật khẩu.',
      en: 'Your account was used for the first time to sign in at {party}. If this was not you, sign out everywhere and change your password.',
    },
    action: { label: { vi: 'Xem các phiên', en: 'See sessions' }, to: '/app/devices' },
  },
  'consent-withdrawn': {
    kind: 'security',
    sms: {
      vi: '{party} không còn được nhận dữ liệu của bạn. Không phải bạn rút lại? Mở Sen và xem lại.',
      en: '{party} no longer gets your data. Was it not you who took it back? Open Sen and look.',
    },
    title: { vi: 'Đã rút lại đồng ý với {party}', en: 'Taken back: sharing with {party}' },
    text: {
      vi: '{party} không còn nhận được dữ liệu của bạn và bạn đã được đăng xuất ở đó. Những gì nơi đó đã nhận vẫn ở chỗ họ; muốn xoá, hãy yêu cầu họ. Lần sau bạn đăng nhập, Sen sẽ hỏi lại.',
      en: '{party} no longer gets your data, and you are signed out there. What it received before stays with it; ask it if you want that deleted. Sen asks you again at your next sign-in.',
    },
    action: {
      label: { vi: 'Xem dịch vụ đã kết nối', en: 'See connected services' },
      to: '/app/services/connected',
    },
  },
  'signed-out-everywhere': {
    kind: 'security',
    sms: { vi: 'Mọi phiên đăng nhập của bạn đã kết thúc.', en: 'Every session of yours has ended.' },
    title: { vi: 'Đã đăng xuất mọi nơi', en: 'Signed out everywhere' },
    text: {
      vi: 'Mọi phiên đăng nhập của bạn đã kết thúc ({count} phiên). Lần sau hãy đăng nhập lại như thường.',
      en: 'Every session of yours has ended ({count} of them). Sign in again as usual next time.',
    },
  },
})

export const letterForms = {
  ...accountLetters,
  ...enrolmentLetters,
  ...deviceLetters,
  ...level2Letters,
  ...cardLetters,
  ...caseLetters,
  ...closingLetters,
  ...phoneLetters,
  ...lockLetters,
  ...representationLetters,
  ...discrepancyLetters,
  ...residenceLetters,
  ...lookQuestionLetters,
  ...petitionLetters,
  ...crimeReportLetters,
  ...documentLetters,
  ...dossierLetters,
  ...sharingLetters,
  ...recoveryLetters,
  ...assistanceLetters,
}

export type LetterTemplate = keyof typeof letterForms
/**
 * A value, or a value in both languages: the reader's language is known only when the letter is read or sent.
 */
export type LetterValue = string | number | Pair
type FormOf<T extends LetterTemplate> = (typeof letterForms)[T]
type BlanksOf<T extends LetterTemplate> = Blank<
  FormOf<T>['sms']['vi'] | FormOf<T>['title']['vi'] | FormOf<T>['text']['vi']
>
export type LetterParams<T extends LetterTemplate> = {
  readonly [K in Exclude<BlanksOf<T>, 'site'>]: LetterValue
}
