// The documents that can be integrated, by the kinds of the contract (contract/level-2.ts, documentKind).
import { phrases } from '../../../ui/phrases.ts'

const table = {
  'driving-licence': { vi: 'giấy phép lái xe', en: 'driving licence' },
  'vehicle-registration': { vi: 'đăng ký xe', en: 'vehicle registration' },
  'health-insurance': { vi: 'thẻ bảo hiểm y tế', en: 'health-insurance card' },
  'social-insurance': { vi: 'sổ bảo hiểm xã hội', en: 'social-insurance book' },
  'birth-certificate': { vi: 'giấy khai sinh', en: 'birth certificate' },
  'marriage-certificate': { vi: 'giấy chứng nhận kết hôn', en: 'marriage certificate' },
  'practice-certificate': { vi: 'chứng chỉ hành nghề', en: 'practice certificate' },
  education: { vi: 'văn bằng, chứng chỉ', en: 'diploma' },
  'civil-servant-card': { vi: 'thẻ công chức, viên chức', en: 'civil-servant card' },
} as const
export const documentWords = phrases(table)

export const isDocumentKind = (kind: string): kind is keyof typeof table => Object.hasOwn(table, kind)
