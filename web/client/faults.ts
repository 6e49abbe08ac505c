// Sentences for the fault codes of fields (the reasons of formats/), first by field, then by code. What is
// wanted and how to mend it, no blame.
import { inLanguage } from '../ui/phrases.ts'

type Pair = { readonly vi: string; readonly en: string }
type Faults = Readonly<Record<string, Pair>>

const ofNumber: Faults = {
  digits: {
    vi: 'Số định danh chỉ gồm chữ số. Bỏ chữ cái và ký hiệu khác.',
    en: 'A personal number has digits only. Take out letters and signs.',
  },
  length: {
    vi: 'Số định danh có đúng 12 số, như in trên thẻ căn cước.',
    en: 'A personal number has exactly 12 digits, as printed on the card.',
  },
  province: {
    vi: 'Ba số đầu chưa đúng mã nơi sinh nào. Xem lại số trên thẻ.',
    en: 'The first three digits are no place of birth. Look at the card again.',
  },
  future: {
    vi: 'Số này thuộc về năm sinh chưa tới. Xem lại số trên thẻ.',
    en: 'This number is of a birth year that has not come. Look at the card again.',
  },
}
const ofName: Faults = {
  empty: {
    vi: 'Nhập họ, chữ đệm và tên như in trên thẻ.',
    en: 'Enter the full name as printed on the card.',
  },
  length: {
    vi: 'Tên dài quá 200 ký tự. Nhập như in trên thẻ.',
    en: 'The name is longer than 200 characters. Enter it as on the card.',
  },
  digits: { vi: 'Tên không có chữ số. Xoá số rồi gửi lại.', en: 'A name has no digits. Take them out.' },
  emoji: {
    vi: 'Tên không có biểu tượng cảm xúc. Xoá biểu tượng rồi gửi lại.',
    en: 'A name has no emoji. Take it out.',
  },
  script: {
    vi: 'Tên viết bằng chữ Latin như trên thẻ. Có chữ cái thuộc bộ chữ khác.',
    en: 'The name is in Latin letters, as on the card. A letter is of another script.',
  },
  marks: {
    vi: 'Có chữ cái mang quá nhiều dấu. Gõ lại tên như trên thẻ.',
    en: 'A letter has too many marks. Type the name as on the card.',
  },
  punctuation: {
    vi: 'Tên chỉ có chữ cái, khoảng trắng, dấu gạch nối và dấu nháy.',
    en: 'A name has letters, spaces, hyphens and apostrophes only.',
  },
}
const ofDate: Faults = {
  shape: {
    vi: 'Viết ngày/tháng/năm, ví dụ 20/08/1958; hoặc chỉ năm, ví dụ 1958.',
    en: 'Write day/month/year, for example 20/08/1958; or the year alone, 1958.',
  },
  year: {
    vi: 'Năm sinh chưa hợp lý. Viết đủ bốn số, ví dụ 1958.',
    en: 'The year cannot be right. Write four digits, for example 1958.',
  },
  month: {
    vi: 'Tháng từ 01 đến 12. Viết ngày/tháng/năm.',
    en: 'Months go from 01 to 12. Write day/month/year.',
  },
  day: {
    vi: 'Tháng đó không có ngày này. Xem lại ngày sinh.',
    en: 'That month has no such day. Look at the birth date again.',
  },
}
const ofPhone: Faults = {
  length: {
    vi: 'Số di động có 10 số, ví dụ 0912 345 678.',
    en: 'A mobile number has 10 digits, for example 0912 345 678.',
  },
  characters: {
    vi: 'Số điện thoại chỉ gồm chữ số. Bỏ chữ cái và ký hiệu khác.',
    en: 'A phone number has digits only. Take out letters and signs.',
  },
  country: { vi: 'Cần số di động của Việt Nam (+84).', en: 'It has to be a Vietnamese mobile number (+84).' },
  'not-mobile': {
    vi: 'Đây không phải số di động. Số di động bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
    en: 'This is no mobile number. Those begin with 03, 05, 07, 08 or 09.',
  },
}
const ofEmail: Faults = {
  length: {
    vi: 'Địa chỉ e-mail dài quá 254 ký tự.',
    en: 'The e-mail address is longer than 254 characters.',
  },
  shape: { vi: 'Địa chỉ e-mail có dạng ten@vidu.vn.', en: 'An e-mail address looks like name@example.vn.' },
  name: {
    vi: 'Phần trước dấu @ có ký tự không dùng được trong e-mail.',
    en: 'The part before @ has a character that e-mail does not allow.',
  },
  domain: {
    vi: 'Phần sau dấu @ chưa phải một tên miền, ví dụ vidu.vn.',
    en: 'The part after @ is no domain name, such as example.vn.',
  },
}
const ofAny: Faults = {
  ahead: {
    vi: 'Ngày này chưa tới. Nhập ngày ghi trên giấy.',
    en: 'That day has not come. Enter the day on the paper.',
  },
  control: {
    vi: 'Có ký tự điều khiển bị lẫn vào khi dán. Xoá ô rồi gõ lại.',
    en: 'A control character came in with the pasted text. Clear the field and type it.',
  },
  bidi: {
    vi: 'Có ký tự ẩn làm đảo chiều chữ. Xoá ô rồi gõ lại.',
    en: 'A hidden character turns the text around. Clear the field and type it.',
  },
  invisible: {
    vi: 'Có ký tự không nhìn thấy bị lẫn vào khi dán. Xoá ô rồi gõ lại.',
    en: 'An invisible character came in with the pasted text. Clear the field and type it.',
  },
  required: { vi: 'Mục này cần được điền.', en: 'This has to be filled in.' },
  too_small: { vi: 'Mục này còn quá ngắn.', en: 'This is too short.' },
  too_big: { vi: 'Mục này dài quá.', en: 'This is too long.' },
  invalid: {
    vi: 'Mục này chưa đúng dạng. Xem ví dụ rồi nhập lại.',
    en: 'This is not in the right form. See the example and enter it again.',
  },
}
const ofReference: Faults = {
  required: { vi: 'Nhập mã đơn hoặc mã hồ sơ.', en: 'Enter the reference.' },
  invalid: {
    vi: 'Mã có dạng SEN-7K2M-9QXA-C: chữ, số và dấu gạch nối.',
    en: 'A reference looks like SEN-7K2M-9QXA-C: letters, digits and hyphens.',
  },
}
const ofCode: Faults = { invalid: { vi: 'Mã gồm 6 số.', en: 'The code has 6 digits.' } }

const byField: Readonly<Record<string, Faults>> = {
  personalNumber: ofNumber,
  fullName: ofName,
  birthDate: ofDate,
  phone: ofPhone,
  email: ofEmail,
  code: ofCode,
  passcode: ofCode,
  reference: ofReference,
}

/** The sentence for one fault; an unknown code says that the form is not right. */
export const faultSentence = (field: string, code: string): string => {
  const pair = byField[field]?.[code] ?? ofAny[code] ?? byField[field]?.['invalid'] ?? ofAny['invalid']
  return pair ? inLanguage(pair) : code
}
