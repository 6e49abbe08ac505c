/** Letters: cases of differing data. */
import { defineLetters, type Pair } from './letter-form.ts'

const action = { label: { vi: 'Xem hồ sơ', en: 'See the case' }, to: '/app/cases' } as const

export const discrepancyLetters = defineLetters({
  'discrepancy-opened': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ sai lệch {reference} về {field}. Trả lời trước ngày {due}.',
      en: 'Case {reference}: {field} differs. You will hear by {due}.',
    },
    title: { vi: 'Đã mở hồ sơ sai lệch dữ liệu', en: 'A case of differing data was opened' },
    text: {
      vi: 'Các nguồn ghi {field} của bạn không giống nhau. Hồ sơ {reference} đã được mở tại {office}; bạn có câu trả lời trước ngày {due}. Tài khoản của bạn vẫn dùng được như trước.',
      en: 'What is recorded as your {field} differs between sources. Case {reference} was opened at {office}; you will hear by {due}. Your account works as before.',
    },
    action,
  },
  'discrepancy-settled': {
    kind: 'dossier',
    sms: { vi: 'Hồ sơ {reference} đã xong. {outcome}', en: 'Case {reference} is settled. {outcome}' },
    title: { vi: 'Hồ sơ sai lệch đã được giải quyết', en: 'A case of differing data is settled' },
    text: {
      vi: 'Hồ sơ {reference} về {field} đã được giải quyết. {outcome} {exchange}',
      en: 'Case {reference} about your {field} is settled. {outcome} {exchange}',
    },
    action,
  },
  'discrepancy-refused': {
    kind: 'dossier',
    sms: {
      vi: 'Hồ sơ {reference} không được chấp nhận. {reason}',
      en: 'Case {reference} was refused. {reason}',
    },
    title: { vi: 'Hồ sơ sai lệch không được chấp nhận', en: 'A case of differing data was refused' },
    text: {
      vi: 'Hồ sơ {reference} về {field} không được chấp nhận. {reason} Dữ liệu của bạn không thay đổi.',
      en: 'Case {reference} about your {field} was refused. {reason} Your data are unchanged.',
    },
    action,
  },
  'discrepancy-overdue': {
    kind: 'dossier',
    sms: {
      vi: 'Xin lỗi, hồ sơ {reference} đã quá hạn; đã báo lãnh đạo đơn vị.',
      en: 'We are sorry: case {reference} is overdue. The head of the office was told.',
    },
    title: { vi: 'Xin lỗi, hồ sơ của bạn đã quá hạn', en: 'We are sorry: your case is overdue' },
    text: {
      vi: 'Hồ sơ {reference} về {field} lẽ ra phải xong trước ngày {due}. {office} xin lỗi bạn; việc này đã được báo lên lãnh đạo đơn vị và đứng đầu danh sách. Bạn không phải làm gì.',
      en: 'Case {reference} about your {field} should have been settled by {due}. {office} apologises; the head of the office was told, and the case stands on top of the list. There is nothing you must do.',
    },
    action,
  },
})

/** Fields in words, for letters. */
export const fieldWords = {
  personalNumber: { vi: 'số định danh', en: 'personal number' },
  fullName: { vi: 'họ tên', en: 'name' },
  birthDate: { vi: 'ngày sinh', en: 'birth date' },
  sex: { vi: 'giới tính', en: 'sex' },
  nationality: { vi: 'quốc tịch', en: 'nationality' },
  residence: { vi: 'nơi cư trú', en: 'residence' },
  hometown: { vi: 'quê quán', en: 'place of origin' },
  ethnicity: { vi: 'dân tộc', en: 'ethnicity' },
  religion: { vi: 'tôn giáo', en: 'religion' },
  oldNumber: { vi: 'số CMND cũ', en: 'old identity card number' },
  issuedOn: { vi: 'ngày cấp thẻ', en: "card's day of issue" },
  expiresOn: { vi: 'hạn thẻ', en: "card's expiry" },
  portrait: { vi: 'ảnh chân dung', en: 'portrait' },
  relation: { vi: 'quan hệ gia đình', en: 'family relation' },
} as const satisfies Record<string, Pair>

export const outcomeWords = {
  'register-corrected': { vi: 'Cơ sở dữ liệu đã được sửa.', en: 'The register was corrected.' },
  'card-to-exchange': {
    vi: 'Cơ sở dữ liệu đúng; thẻ cần đổi.',
    en: 'The register is right; the card needs an exchange.',
  },
  'agrees-now': { vi: 'Các nguồn nay đã khớp.', en: 'The sources agree now.' },
} as const satisfies Record<string, Pair>

export const exchangeWords = {
  yes: {
    vi: 'Thẻ căn cước của bạn in thông tin cũ: hãy đến một quầy bất kỳ để đổi thẻ.',
    en: 'Your card shows the old data: come to any counter to exchange it.',
  },
  no: { vi: 'Bạn không phải làm gì thêm.', en: 'There is nothing more to do.' },
} as const satisfies Record<string, Pair>

export const discrepancyAdvice = {
  'register-is-right': {
    vi: 'Giấy tờ gốc cho thấy cơ sở dữ liệu đúng.',
    en: 'The original papers show that the register is right.',
  },
  'papers-missing': {
    vi: 'Thiếu giấy tờ chứng minh; hãy mang giấy tờ gốc đến quầy.',
    en: 'Papers that prove it are missing; bring the originals to a counter.',
  },
  'not-this-office': {
    vi: 'Việc này thuộc cơ quan hộ tịch nơi bạn đăng ký.',
    en: 'This belongs to the civil-status office where you are registered.',
  },
  'no-difference': { vi: 'Không tìm thấy khác biệt nào.', en: 'No difference was found.' },
} as const satisfies Record<string, Pair>
