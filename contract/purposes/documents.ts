/** Documents of other registers in her wallet (Decree 69/2024/ND-CP art. 12). */
import { definePurposes } from './shape.ts'

export const documentPurposes = definePurposes({
  'document-asked-for': {
    vi: 'Yêu cầu cơ quan cấp gửi giấy tờ về ví',
    en: 'Issuing agency asked for a document for the wallet',
    family: 'self',
    fields: ['documents'],
  },
  'documents-viewed': {
    vi: 'Mở giấy tờ trong ví',
    en: 'Documents in the wallet opened',
    family: 'self',
    fields: ['documents'],
  },
  'document-reported': {
    vi: 'Báo giấy tờ có điểm sai hoặc không tìm thấy',
    en: 'Document reported as wrong or not found',
    family: 'self',
    fields: ['documents'],
  },
  'document-removed': {
    vi: 'Gỡ giấy tờ khỏi ví',
    en: 'Document removed from the wallet',
    family: 'self',
    fields: ['documents'],
  },
  'document-received': {
    vi: 'Nhận giấy tờ từ cơ quan cấp',
    en: 'Document received from the issuing agency',
    family: 'automatic',
    fields: ['documents'],
  },
  'document-not-found': {
    vi: 'Cơ quan cấp không tìm thấy giấy tờ đứng tên bạn',
    en: 'Issuing agency found no such document of yours',
    family: 'automatic',
    fields: ['documents'],
  },
  'document-differs': {
    vi: 'Giấy tờ ở cơ quan cấp ghi khác dữ liệu dân cư',
    en: "Issuing agency's document differs from the population register",
    family: 'automatic',
    fields: ['documents'],
  },
})
