/** Letters about applications for level 1, to whoever applied. */
import { defineLetters, type Pair } from './letter-form.ts'

export const enrolmentLetters = defineLetters({
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
})

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
    vi: 'Số máy này thuộc tài khoản khác; nếu là của bạn, hãy nhận mã bằng tin nhắn hoặc đến quầy.',
    en: 'This phone belongs to another account; if it is yours, get the code by text message or come to a counter.',
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
