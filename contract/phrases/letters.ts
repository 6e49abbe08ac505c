/**
 * Every letter that Sen writes, in Vietnamese and English: as a text message, and as title and text for the
 * inbox and e-mail.
 * `{name}` is filled from the letter's params, `{site}` is the public address. No letter holds any other
 * link, and none asks for a code.
 */
import { defineLetters, type Blank, type Pair } from './letter-form.ts'
import { level2Letters } from './letters-level-2.ts'
import { deviceLetters } from './letters-device.ts'
import { cardLetters } from './letters-card.ts'
import { lockLetters } from './letters-lock.ts'
import { representationLetters } from './letters-representation.ts'
import { discrepancyLetters } from './letters-discrepancy.ts'
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

/** Levels, activation, devices, contacts and sessions of an account. */
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

  'enrolment-in-review': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference} đang được cán bộ xem xét. Kết quả trước ngày {due}.',
      en: 'An officer is looking at application {reference}. You will hear by {due}.',
    },
    title: { vi: 'Hồ sơ đang được xem xét', en: 'Application in review' },
    text: {
      vi: 'Cán bộ đang xem xét hồ sơ {reference} của bạn. Kết quả có trước ngày {due}.',
      en: 'An officer is looking at your application {reference}. You will hear by {due}.',
    },
    action: { label: { vi: 'Xem hồ sơ', en: 'See the application' }, to: '/app/enrol' },
  },
  'enrolment-accepted': {
    kind: 'todo',
    sms: {
      vi: 'Tài khoản định danh đã được cấp. Kích hoạt trước ngày {activateBy} tại {site}/app/activate',
      en: 'Your identity account is issued. Activate it by {activateBy} at {site}/app/activate',
    },
    title: { vi: 'Tài khoản định danh đã được cấp', en: 'Your identity account is issued' },
    text: {
      vi: 'Hồ sơ {reference} đã được chấp nhận. Hãy kích hoạt tài khoản trước ngày {activateBy}; sau ngày đó, gọi tổng đài hoặc đến quầy để được kích hoạt.',
      en: 'Application {reference} was accepted. Activate the account by {activateBy}; after that day, call the hotline or come to a counter to have it activated.',
    },
    action: { label: { vi: 'Kích hoạt', en: 'Activate' }, to: '/app/activate' },
  },
  'enrolment-overdue': {
    kind: 'dossier',
    sms: {
      vi: 'Xin lỗi, hồ sơ {reference} đã quá hạn; hồ sơ đang được xem trước tiên.',
      en: 'We are sorry: application {reference} is overdue; it is looked at first.',
    },
    title: { vi: 'Xin lỗi, hồ sơ của bạn đã quá hạn', en: 'We are sorry: your application is overdue' },
    text: {
      vi: 'Hồ sơ {reference} lẽ ra phải có kết quả trước ngày {due}. Chúng tôi xin lỗi bạn; hồ sơ đang đứng đầu danh sách. Bạn không phải làm gì, cũng không cần gửi lại.',
      en: 'Application {reference} should have been decided by {due}. We apologise; it stands on top of the list. There is nothing you must do, and no need to send it again.',
    },
    action: { label: { vi: 'Xem hồ sơ', en: 'See the application' }, to: '/app/enrol' },
  },
  'enrolment-refused': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference} chưa được chấp nhận. {reason}',
      en: 'Application {reference} was not accepted. {reason}',
    },
    title: { vi: 'Hồ sơ chưa được chấp nhận', en: 'Application not accepted' },
    text: {
      vi: 'Hồ sơ {reference} chưa được chấp nhận. {reason} Dữ liệu trong Cơ sở dữ liệu quốc gia của bạn không thay đổi.',
      en: 'Application {reference} was not accepted. {reason} Nothing in the national register has changed.',
    },
    action: { label: { vi: 'Xem việc cần làm', en: 'See what to do' }, to: '/app/enrol' },
  },
  'portrait-asked': {
    kind: 'todo',
    sms: {
      vi: 'Hồ sơ {reference} cần ảnh chân dung mới chậm nhất ngày {due}. Chụp và gửi tại {site}/app/enrol/return',
      en: 'Application {reference} needs another portrait by {due}. Take and send it at {site}/app/enrol/return',
    },
    title: { vi: 'Cần ảnh chân dung khác', en: 'Another portrait is needed' },
    text: {
      vi: 'Cán bộ chưa dùng được ảnh trong hồ sơ {reference}. {reason} Hãy mở hồ sơ, chụp lại và gửi đến hết ngày {due}. Những gì đã khai được giữ nguyên, không phải đăng ký lại. Sau ngày đó hồ sơ kết thúc.',
      en: 'The officer cannot use the picture of application {reference}. {reason} Open the application, take it again and send it by {due}. Everything else is kept; there is no need to register again. After that day the application ends.',
    },
    action: { label: { vi: 'Gửi ảnh khác', en: 'Send another portrait' }, to: '/app/enrol/return' },
  },
  'portrait-unanswered': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference} đã kết thúc vì chưa có ảnh mới. Bạn có thể đăng ký lại bất cứ lúc nào.',
      en: 'Application {reference} has ended: no other portrait came. You can register again at any time.',
    },
    title: { vi: 'Hồ sơ đã kết thúc vì chưa có ảnh mới', en: 'Application ended: no other portrait came' },
    text: {
      vi: 'Hồ sơ {reference} cần ảnh chân dung mới nhưng đã hết hạn mà chúng tôi chưa nhận được, nên hồ sơ chưa được chấp nhận. Dữ liệu trong Cơ sở dữ liệu quốc gia của bạn không thay đổi; bạn có thể đăng ký lại bất cứ lúc nào.',
      en: 'Application {reference} needed another portrait, and none came in time, so it was not accepted. Nothing in the national register has changed; you can register again at any time.',
    },
    action: { label: { vi: 'Đăng ký lại', en: 'Register again' }, to: '/app/enrol' },
  },
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
  ...deviceLetters,
  ...level2Letters,
  ...cardLetters,
  ...lockLetters,
  ...representationLetters,
  ...discrepancyLetters,
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

/**
 * Why an application was refused and what to do, for the `reason` of `enrolment-refused`; keyed by the
 * contract's refusal reasons.
 */
export const refusalAdvice = {
  'identity-not-confirmed': {
    vi: 'Chưa xác nhận được danh tính; hãy đến công an xã với thẻ căn cước.',
    en: 'Your identity could not be confirmed; bring your card to the commune police.',
  },
  'name-differs': {
    vi: 'Họ tên không khớp với căn cước; hãy đăng ký lại đúng như trên thẻ.',
    en: 'The name differs from the card; register again exactly as on the card.',
  },
  'birth-date-differs': {
    vi: 'Ngày sinh không khớp với căn cước; hãy đăng ký lại đúng như trên thẻ.',
    en: 'The birth date differs from the card; register again exactly as on the card.',
  },
  'under-age': {
    vi: 'Bạn chưa đủ tuổi tự đăng ký; cha mẹ hoặc người giám hộ có thể đăng ký cho bạn.',
    en: 'You are too young to register alone; a parent or guardian can do it for you.',
  },
  'no-valid-card': {
    vi: 'Thẻ căn cước không còn giá trị; hãy làm thẻ mới rồi đăng ký lại.',
    en: 'The card is no longer valid; get a new one and register again.',
  },
  'already-has-account': {
    vi: 'Bạn đã có tài khoản; hãy đăng nhập hoặc lấy lại mật khẩu.',
    en: 'You already have an account; sign in, or set a new password.',
  },
  'phone-already-bound': {
    vi: 'Số điện thoại này thuộc tài khoản khác; hãy dùng số của bạn.',
    en: 'This phone belongs to another account; use a number of your own.',
  },
  'portrait-unusable': {
    vi: 'Ảnh chưa rõ; hãy chụp lại ở nơi đủ sáng rồi gửi lại.',
    en: 'The portrait is not clear; take it again in good light and send again.',
  },
  'suspected-fraud': {
    vi: 'Hãy mang thẻ căn cước đến công an xã để được giải quyết.',
    en: 'Please bring your card to the commune police.',
  },
  deceased: {
    vi: 'Hãy mang thẻ căn cước đến công an xã để được giải quyết.',
    en: 'Please bring your card to the commune police.',
  },
} as const satisfies Record<string, Pair>

/** What is wrong with a portrait and how to do better, for the `reason` of `portrait-asked`. */
export const portraitAdvice = {
  blurred: {
    vi: 'Ảnh bị mờ; giữ yên máy khi chụp.',
    en: 'It is blurred; hold the phone still.',
  },
  'too-dark': {
    vi: 'Ảnh quá tối; quay mặt về phía cửa sổ hoặc đèn.',
    en: 'It is too dark; face a window or a lamp.',
  },
  'face-covered': {
    vi: 'Khuôn mặt bị che; bỏ khẩu trang, kính râm, mũ và vén tóc khỏi mặt.',
    en: 'The face is covered; take off mask, sunglasses and hat, and keep hair out of it.',
  },
  'face-turned': {
    vi: 'Khuôn mặt quay nghiêng; nhìn thẳng vào máy.',
    en: 'The face is turned away; look straight at the camera.',
  },
  'several-people': {
    vi: 'Trong ảnh có nhiều người; chụp một mình bạn.',
    en: 'There are several people in it; take it of yourself alone.',
  },
  'not-own-face': {
    vi: 'Ảnh chưa phải ảnh chụp trực tiếp người đăng ký; hãy tự chụp khuôn mặt mình, không chụp lại ảnh khác.',
    en: 'It is not taken of the applicant directly; take it of your own face, not of another picture.',
  },
} as const satisfies Record<string, Pair>
