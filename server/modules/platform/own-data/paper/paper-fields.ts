/** A value as it stands on paper, under its words; and those of the national register. */
import { maritalStatuses, sexes, words, type Codes, type Words } from './paper-words.ts'

export interface Field {
  /** Members on the way to it. */
  readonly at: readonly string[]
  readonly says: Words
  /** A code that has no words here is not printed. */
  readonly as: 'text' | 'moment' | 'day' | 'yes' | Codes
}
export interface Block {
  /** The member that holds it; null: the part itself. */
  readonly of: string | null
  /** Which member heads each; null: no heading. */
  readonly heading: string | null
  readonly title?: Words
  readonly fields: readonly Field[]
}

export const field = (at: string, vi: string, en: string, as: Field['as'] = 'text'): Field => ({
  at: at.split('.'),
  says: words(vi, en),
  as,
})
export const moment = (at: string, vi: string, en: string): Field => field(at, vi, en, 'moment')

/** Of the national register. */
export const registerFields: readonly Field[] = [
  field('personalNumber', 'Số định danh cá nhân', 'Personal number'),
  field('fullName', 'Họ, chữ đệm và tên', 'Name'),
  field('otherName', 'Tên gọi khác', 'Other name'),
  field('birthDate', 'Ngày sinh', 'Date of birth', 'day'),
  field('sex', 'Giới tính', 'Sex', sexes),
  field('birthPlace', 'Nơi sinh', 'Place of birth'),
  field('birthRegistrationPlace', 'Nơi đăng ký khai sinh', 'Place of birth registration'),
  field('hometown', 'Quê quán', 'Place of origin'),
  field('nationality', 'Quốc tịch', 'Nationality'),
  field('oldNumber', 'Số chứng minh nhân dân cũ', 'Old identity card number'),
  field('fatherName', 'Tên cha', "Father's name"),
  field('motherName', 'Tên mẹ', "Mother's name"),
  field('spouseName', 'Tên vợ hoặc chồng', "Spouse's name"),
  field('permanent.address', 'Nơi thường trú', 'Permanent residence'),
  field('permanentSince', 'Thường trú từ ngày', 'Permanent residence since', 'day'),
  field('temporary.address', 'Nơi tạm trú', 'Temporary residence'),
  field('temporaryFrom', 'Tạm trú từ ngày', 'Temporary residence from', 'day'),
  field('temporaryUntil', 'Tạm trú đến ngày', 'Temporary residence until', 'day'),
  field('current.address', 'Nơi ở hiện tại', 'Present address'),
  field('absence', 'Tạm vắng', 'Temporary absence'),
  field('absencePlace', 'Nơi đến khi tạm vắng', 'Where to during the absence'),
  field('absenceFrom', 'Tạm vắng từ ngày', 'Absent from', 'day'),
  field('absenceUntil', 'Tạm vắng đến ngày', 'Absent until', 'day'),
  field('maritalStatus', 'Tình trạng hôn nhân', 'Marital status', maritalStatuses),
  field('householdNumber', 'Số hồ sơ cư trú', 'Residence file'),
  field('registeredPhone', 'Số điện thoại trong cơ sở dữ liệu', 'Phone in the register'),
  field('registeredEmail', 'E-mail trong cơ sở dữ liệu', 'E-mail in the register'),
  field('sensitive.ethnicity', 'Dân tộc', 'Ethnicity'),
  field('sensitive.religion', 'Tôn giáo', 'Religion'),
  field('sensitive.bloodGroup', 'Nhóm máu', 'Blood group'),
]
