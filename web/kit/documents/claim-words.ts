// What a document's claims are called and how their values are written: the same words for whoever shows them
// and for whoever checks them.
import { isJsonList, type Json } from '../../../formats/jws/strict-json.ts'
import type { NamedClaim } from '../../../formats/trust-list/trust-list.ts'
import { dateVN, groupPersonalNumber, isoDayVN, numberText, type Moment } from '../../ui/format.ts'
import { phrases } from '../../ui/phrases.ts'

const t = phrases({
  name: { vi: 'Họ, chữ đệm và tên', en: 'Full name' },
  personal_number: { vi: 'Số định danh', en: 'Personal number' },
  birthdate: { vi: 'Ngày sinh', en: 'Birth date' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  nationalities: { vi: 'Quốc tịch', en: 'Nationality' },
  portrait: { vi: 'Ảnh chân dung', en: 'Portrait' },
  place_of_origin: { vi: 'Quê quán', en: 'Place of origin' },
  residence: { vi: 'Nơi cư trú', en: 'Residence' },
  date_of_issuance: { vi: 'Ngày cấp thẻ', en: 'Issue date of the card' },
  date_of_expiry: { vi: 'Ngày thẻ hết hạn', en: 'Expiry date of the card' },
  age_over_18: { vi: 'Đủ 18 tuổi', en: '18 or older' },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  yes: { vi: 'Đúng', en: 'Yes' },
  no: { vi: 'Chưa đủ', en: 'No' },
  not: { vi: 'Không', en: 'No' },
  vietnam: { vi: 'Việt Nam', en: 'Viet Nam' },
  withAge: { vi: '{date} · {age} tuổi', en: '{date} · {age} years old' },
})

/** In the order in which they are read out at a desk. */
export const claimNames = [
  'age_over_18',
  'name',
  'personal_number',
  'birthdate',
  'sex',
  'nationalities',
  'place_of_origin',
  'residence',
  'date_of_issuance',
  'date_of_expiry',
  'portrait',
] as const
export type ClaimName = (typeof claimNames)[number]

export const claimLabel = (name: ClaimName): string => t(name)

/** Whole years on that day in Viet Nam. */
const ageOn = (birthDate: string, moment: Moment): number => {
  const today = isoDayVN(moment)
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}

const isWholeDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)

const writeText = (name: ClaimName, value: string, moment: Moment): string => {
  switch (name) {
    case 'personal_number':
      return groupPersonalNumber(value)
    case 'birthdate':
      return isWholeDate(value)
        ? t('withAge', { date: dateVN(value), age: ageOn(value, moment) })
        : dateVN(value)
    case 'date_of_issuance':
    case 'date_of_expiry':
      return dateVN(value)
    default:
      return value
  }
}

/** Null for a value that no issuer of ours writes: nothing is made of it. */
export const claimText = (name: ClaimName, value: Json | undefined, moment: Moment): string | null => {
  if (typeof value === 'boolean') {
    return t(value ? 'yes' : 'no')
  }
  if (name === 'sex') {
    return value === 1 ? t('male') : value === 2 ? t('female') : null
  }
  if (name === 'nationalities') {
    const codes = isJsonList(value) ? value.filter((one) => typeof one === 'string') : []
    return codes.length === 0 ? null : codes.map((code) => (code === 'VN' ? t('vietnam') : code)).join(', ')
  }
  return typeof value === 'string' && name !== 'portrait' ? writeText(name, value, moment) : null
}

/** Numbers and plates in groups, as one reads them out. */
const grouped = (code: string): string =>
  /^\d{10,12}$/.test(code) ? code.replace(/\d{3}(?=\d{2})/g, '$& ') : code

/** By the kind of value that its issuer names. Null for a value that is none of that kind. */
export const valueText = (kind: NamedClaim['kind'], value: Json | undefined): string | null => {
  switch (kind) {
    case 'answer':
      return typeof value === 'boolean' ? t(value ? 'yes' : 'not') : null
    case 'count':
      return typeof value === 'number' ? numberText(value) : null
    case 'list': {
      const texts = isJsonList(value) ? value.filter((one) => typeof one === 'string') : []
      return texts.length === 0 ? null : texts.join(', ')
    }
    case 'date':
      return typeof value === 'string' && isWholeDate(value) ? dateVN(value) : null
    case 'code':
      return typeof value === 'string' ? grouped(value) : null
    case 'text':
      return typeof value === 'string' ? value : null
    case 'picture':
      return null
  }
}
