/** Sharing documents with registered parties (Decree 69/2024/ND-CP art. 18, 19; Law 91/2025/QH15). */
import { definePurposes } from './shape.ts'

/** Of the identity card; what a document of another register shares is named in the line by its own words. */
const shareable = [
  'personalNumber',
  'fullName',
  'birthDate',
  'age',
  'sex',
  'nationality',
  'residence',
  'hometown',
  'issuedOn',
  'expiresOn',
  'portrait',
  'card',
  'documents',
] as const

export const sharingPurposes = definePurposes({
  'sharing-pushed': {
    vi: 'Một nơi đã đăng ký gửi yêu cầu giấy tờ tới bạn',
    en: 'A registered organisation sent you a request for documents',
    family: 'service',
    fields: [],
  },
  'sharing-opened': {
    vi: 'Bạn mở một yêu cầu giấy tờ',
    en: 'You opened a request for documents',
    family: 'service',
    fields: [],
  },
  'sharing-blocked': {
    vi: 'Yêu cầu giấy tờ vượt quá điều nơi đó được phép hỏi',
    en: 'A request for documents went beyond what the organisation may ask',
    family: 'service',
    fields: [],
  },
  'sharing-agreed': {
    vi: 'Bạn đồng ý chia sẻ giấy tờ',
    en: 'You agreed to share from your documents',
    family: 'service',
    fields: shareable,
  },
  'sharing-refused': {
    vi: 'Bạn từ chối chia sẻ giấy tờ',
    en: 'You refused to share your documents',
    family: 'service',
    fields: [],
  },
  'sharing-reported': {
    vi: 'Bạn báo một yêu cầu giấy tờ đáng ngờ',
    en: 'You reported a request for documents',
    family: 'service',
    fields: [],
  },
  'sharing-delivered': {
    vi: 'Giấy tờ bạn đồng ý chia sẻ được gửi đi',
    en: 'What you agreed to share was sent',
    family: 'service',
    fields: shareable,
  },
  'sharing-withdrawn': {
    vi: 'Bạn rút lại đồng ý chia sẻ giấy tờ',
    en: 'You took back your agreement to share documents',
    family: 'service',
    fields: [],
  },
  'sharing-erasure-asked': {
    vi: 'Bạn yêu cầu xoá giấy tờ đã chia sẻ',
    en: 'You asked for what you shared to be erased',
    family: 'service',
    fields: [],
  },
  'sharing-wish-answered': {
    vi: 'Nơi nhận trả lời yêu cầu rút lại hoặc xoá của bạn',
    en: 'The organisation answered your withdrawal or wish to be erased',
    family: 'service',
    fields: [],
  },
  'sharing-wish-overdue': {
    vi: 'Nơi nhận chưa trả lời bạn đúng hạn, người vận hành được báo',
    en: 'The organisation did not answer you in time and the operator was told',
    family: 'automatic',
    fields: [],
  },
})
