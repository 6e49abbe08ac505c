/** Documents that were issued to phones and wallets, and what became of them. */
import { definePurposes } from './shape.ts'

const card = [
  'personalNumber',
  'fullName',
  'birthDate',
  'sex',
  'hometown',
  'residence',
  'card',
  'portrait',
  'documents',
] as const

export const credentialPurposes = definePurposes({
  'credentials-issued': {
    vi: 'Cấp giấy tờ xuống máy của bạn',
    en: 'Documents issued to your phone',
    family: 'self',
    fields: card,
  },
  'credentials-issued-elsewhere': {
    vi: 'Cấp giấy tờ cho một ví khác mà bạn đã cho phép',
    en: 'Documents issued to another wallet that you let in',
    family: 'self',
    fields: card,
  },
  'credentials-issued-to-representative': {
    vi: 'Cấp giấy tờ xuống máy của người đại diện, cho một lần dùng',
    en: 'Documents issued to the phone of a representative, for one use',
    family: 'representative',
    fields: card,
  },
  'credentials-offered-elsewhere': {
    vi: 'Cho phép một ví khác nhận giấy tờ',
    en: 'Let another wallet fetch your documents',
    family: 'self',
    fields: [],
  },
  'credentials-held': {
    vi: 'Giấy tờ trên máy tạm thời không dùng được, vì tài khoản bị khoá',
    en: 'Documents on your phone do not count for now, because the account is locked',
    family: 'automatic',
    fields: [],
  },
  'credentials-held-by-source': {
    vi: 'Giấy tờ trên máy tạm thời không dùng được, vì nơi cấp đang tạm giữ giấy tờ',
    en: 'A document on your phone does not count for now, because its register has suspended it',
    family: 'automatic',
    fields: [],
  },
  'credentials-valid-again': {
    vi: 'Giấy tờ trên máy dùng được trở lại',
    en: 'Documents on your phone count again',
    family: 'automatic',
    fields: [],
  },
  'credentials-revoked': {
    vi: 'Thu hồi giấy tờ đã cấp xuống máy',
    en: 'Documents issued to a phone were revoked',
    family: 'automatic',
    fields: [],
  },
})
