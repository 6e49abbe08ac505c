/** What a claim of the identity card is called and how its value reads, in both languages. */
import { isJsonList, type Json } from '../../../formats/jws/strict-json.ts'
import type { ReceivedClaim } from '../received.ts'
import type { Words } from '../party-list.ts'

export type Language = keyof Words

const names: Readonly<Record<string, Words>> = {
  name: { vi: 'Họ và tên', en: 'Full name' },
  birthdate: { vi: 'Ngày sinh', en: 'Date of birth' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  nationalities: { vi: 'Quốc tịch', en: 'Nationality' },
  personal_number: { vi: 'Số định danh', en: 'Personal number' },
  portrait: { vi: 'Ảnh', en: 'Portrait' },
  place_of_origin: { vi: 'Quê quán', en: 'Place of origin' },
  residence: { vi: 'Nơi thường trú', en: 'Residence' },
  date_of_issuance: { vi: 'Ngày cấp thẻ', en: 'Card issued on' },
  date_of_expiry: { vi: 'Thẻ có giá trị đến', en: 'Card valid until' },
  age_over_18: { vi: 'Đủ 18 tuổi', en: '18 or older' },
  issuing_country: { vi: 'Quốc gia cấp', en: 'Issuing country' },
  issuing_authority: { vi: 'Cơ quan cấp', en: 'Issuing authority' },
}
/** Asked for instead of what tells more. */
const instead: Readonly<Record<string, Words>> = {
  age_over_18: { vi: 'thay cho ngày sinh', en: 'instead of the date of birth' },
}
const SEX: Readonly<Record<number, Words>> = {
  1: { vi: 'Nam', en: 'Male' },
  2: { vi: 'Nữ', en: 'Female' },
}
const YES: Words = { vi: 'Có', en: 'Yes' }
const NO: Words = { vi: 'Không', en: 'No' }

/** A claim that nobody asked for keeps its own name: it must be seen that it came. */
export const claimName = (name: string, language: Language): string => names[name]?.[language] ?? name
export const insteadOf = (name: string, language: Language): string | null =>
  instead[name]?.[language] ?? null

const date = (text: string): string => text.split('-').reverse().join('/')

export const claimText = ({ name, value }: ReceivedClaim, language: Language): string => {
  if (typeof value === 'boolean') {
    return (value ? YES : NO)[language]
  }
  if (name === 'sex' && typeof value === 'number') {
    return SEX[value]?.[language] ?? String(value)
  }
  if (typeof value === 'string' && /^\d{4}(-\d{2}){0,2}$/.test(value)) {
    return date(value)
  }
  if (name === 'personal_number' && typeof value === 'string') {
    return value.replace(/^(\d{3})(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4')
  }
  return textOf(value)
}

const textOf = (value: Json): string =>
  isJsonList(value) ? value.map(textOf).join(', ') : typeof value === 'string' ? value : JSON.stringify(value)
