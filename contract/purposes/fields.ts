/**
 * What of a person can be looked at or changed, in the words of her log. The code is what an audit line
 * stores; a code without both words does not compile.
 */
export const fieldWords = {
  personalNumber: { vi: 'số định danh', en: 'personal number' },
  fullName: { vi: 'họ tên', en: 'name' },
  birthDate: { vi: 'ngày sinh', en: 'date of birth' },
  age: { vi: 'đã đủ tuổi hay chưa', en: 'whether old enough' },
  sex: { vi: 'giới tính', en: 'sex' },
  nationality: { vi: 'quốc tịch', en: 'nationality' },
  residence: { vi: 'nơi cư trú', en: 'place of residence' },
  household: { vi: 'hộ gia đình', en: 'household' },
  hometown: { vi: 'quê quán', en: 'place of origin' },
  ethnicity: { vi: 'dân tộc', en: 'ethnicity' },
  religion: { vi: 'tôn giáo', en: 'religion' },
  relation: { vi: 'quan hệ gia đình', en: 'family relationship' },
  parentName: { vi: 'tên cha mẹ', en: "a parent's name" },
  lifeStatus: { vi: 'tình trạng còn sống hay đã mất', en: 'whether the person is living' },
  card: { vi: 'thẻ căn cước', en: 'identity card' },
  cardIssuedOn: { vi: 'ngày cấp thẻ', en: "card's date of issue" },
  issuedOn: { vi: 'ngày cấp thẻ', en: "card's date of issue" },
  expiresOn: { vi: 'ngày hết hạn thẻ', en: "card's expiry date" },
  oldNumber: { vi: 'số chứng minh nhân dân cũ', en: 'old identity card number' },
  portrait: { vi: 'ảnh chân dung', en: 'portrait' },
  fingerprints: { vi: 'vân tay', en: 'fingerprints' },
  phone: { vi: 'số điện thoại', en: 'phone number' },
  phoneEnd: { vi: 'các số cuối của số điện thoại', en: 'last digits of phone number' },
  email: { vi: 'e-mail', en: 'e-mail address' },
  judgments: { vi: 'án tích', en: 'judgments' },
  documents: { vi: 'giấy tờ', en: 'documents' },
  account: { vi: 'tài khoản', en: 'account' },
  signIn: { vi: 'cách bạn đăng nhập', en: 'how you signed in' },
  language: { vi: 'ngôn ngữ', en: 'language' },
  dossier: { vi: 'hồ sơ', en: 'application' },
  lock: { vi: 'tình trạng khoá', en: 'lock status' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>

export type FieldCode = keyof typeof fieldWords

/** What an officer sees of a person when a case is opened for her. */
export const seenOfPerson = [
  'personalNumber',
  'fullName',
  'birthDate',
  'sex',
  'residence',
  'card',
  'portrait',
  'account',
] as const satisfies readonly FieldCode[]

/** What somebody may say is wrong, and two sources may say differently. */
export const correctable = [
  'personalNumber',
  'fullName',
  'birthDate',
  'sex',
  'nationality',
  'residence',
  'hometown',
  'ethnicity',
  'religion',
  'oldNumber',
  'issuedOn',
  'expiresOn',
  'portrait',
  'relation',
] as const satisfies readonly FieldCode[]
