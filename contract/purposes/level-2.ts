/** Level 2 at a counter, step by step. */
import { seenOfPerson } from './fields.ts'
import { definePurposes } from './shape.ts'

export const level2Purposes = definePurposes({
  'level-2-opened': {
    vi: 'Mở hồ sơ mức 2 cho bạn tại quầy',
    en: 'A level 2 application was opened for you at a counter',
    family: 'office',
    fields: seenOfPerson,
  },
  'level-2-view': {
    vi: 'Cán bộ mở hồ sơ mức 2 của bạn',
    en: 'An officer opened your level 2 application',
    family: 'office',
    fields: seenOfPerson,
  },
  'level-2-chip': {
    vi: 'Đọc chip thẻ và đối chiếu với cơ sở dữ liệu',
    en: 'Card chip read and compared with the register',
    family: 'office',
    fields: [
      'personalNumber',
      'fullName',
      'birthDate',
      'sex',
      'nationality',
      'residence',
      'hometown',
      'ethnicity',
      'card',
      'portrait',
    ],
  },
  'level-2-contact': {
    vi: 'Ghi liên hệ của bạn tại quầy',
    en: 'Your contact details were recorded at the counter',
    family: 'office',
    fields: ['phone', 'email'],
  },
  'level-2-code': {
    vi: 'Xác nhận liên hệ bằng mã tại quầy',
    en: 'Contact details confirmed with a code at the counter',
    family: 'office',
    fields: ['phone'],
  },
  'level-2-portrait': {
    vi: 'Đối chiếu ảnh chụp tại quầy với cơ sở dữ liệu',
    en: 'Photo taken at the counter compared with the register',
    family: 'office',
    fields: ['portrait'],
  },
  'level-2-prints': {
    vi: 'Đối chiếu vân tay với cơ sở dữ liệu',
    en: 'Fingerprints compared with the register',
    family: 'office',
    fields: ['fingerprints'],
  },
  'level-2-exception': {
    vi: 'Ghi lý do không lấy được vân tay',
    en: 'Recorded why a fingerprint could not be taken',
    family: 'office',
    fields: ['fingerprints'],
  },
  'level-2-documents': {
    vi: 'Ghi giấy tờ bạn muốn tích hợp',
    en: 'Documents you want in your wallet were recorded',
    family: 'office',
    fields: ['documents'],
  },
  'level-2-consent-asked': {
    vi: 'Hỏi bạn có đồng ý không, trên màn hình tại quầy',
    en: "You were asked for consent on the counter's screen",
    family: 'office',
    fields: ['phone', 'email', 'documents'],
  },
  'level-2-offline-consent': {
    vi: 'Ghi sự đồng ý của bạn khi quầy mất mạng',
    en: 'Your consent was recorded while the counter was offline',
    family: 'office',
    fields: [],
  },
  'level-2-decision': {
    vi: 'Quyết định tài khoản mức 2',
    en: 'Decision on your level 2 account',
    family: 'office',
    fields: ['account'],
  },
  'level-2-second': {
    vi: 'Cán bộ thứ hai xem và quyết định về hồ sơ mức 2',
    en: 'A second officer reviewed and decided on your level 2 application',
    family: 'office',
    fields: ['account', 'portrait', 'fingerprints'],
  },
  'level-2-lapsed': {
    vi: 'Hồ sơ mức 2 tự kết thúc, không ai làm tiếp',
    en: 'Level 2 application ended by itself: nobody went on with it',
    family: 'office',
    fields: [],
  },
  'level-2-discarded': {
    vi: 'Kết thúc hồ sơ mức 2, không quyết định',
    en: 'Level 2 application closed without a decision',
    family: 'office',
    fields: [],
  },
})
