/** The voucher that a counter prints for getting an account back. */
import { seenOfPerson } from './fields.ts'
import { definePurposes } from './shape.ts'

export const recoveryVoucherPurposes = definePurposes({
  'voucher-opened': {
    vi: 'Mở hồ sơ cấp phiếu khôi phục cho bạn tại quầy',
    en: 'A recovery voucher case was opened for you at a counter',
    family: 'office',
    fields: seenOfPerson,
  },
  'voucher-view': {
    vi: 'Cán bộ mở hồ sơ cấp phiếu khôi phục của bạn',
    en: 'An officer opened your recovery voucher case',
    family: 'office',
    fields: seenOfPerson,
  },
  'voucher-portrait': {
    vi: 'Đối chiếu ảnh chụp tại quầy với cơ sở dữ liệu để cấp phiếu',
    en: 'Photo taken at the counter compared with the register, for a recovery voucher',
    family: 'office',
    fields: ['portrait'],
  },
  'voucher-prints': {
    vi: 'Đối chiếu vân tay với cơ sở dữ liệu để cấp phiếu',
    en: 'Fingerprints compared with the register, for a recovery voucher',
    family: 'office',
    fields: ['fingerprints'],
  },
  'voucher-exception': {
    vi: 'Ghi lý do không lấy được vân tay để cấp phiếu',
    en: 'Recorded why a fingerprint could not be taken, for a recovery voucher',
    family: 'office',
    fields: ['fingerprints'],
  },
  'voucher-consent-asked': {
    vi: 'Hỏi bạn đồng ý nhận phiếu, trên màn hình tại quầy',
    en: "You were asked about the recovery voucher on the counter's screen",
    family: 'office',
    fields: [],
  },
  'voucher-decision': {
    vi: 'Quyết định cấp phiếu khôi phục',
    en: 'Decision on your recovery voucher',
    family: 'office',
    fields: ['account'],
  },
  'voucher-second': {
    vi: 'Cán bộ thứ hai xem và quyết định về phiếu khôi phục',
    en: 'A second officer reviewed and decided on your recovery voucher',
    family: 'office',
    fields: ['portrait', 'fingerprints', 'account'],
  },
  'voucher-issued': {
    vi: 'In phiếu khôi phục tài khoản',
    en: 'A recovery voucher was printed',
    family: 'office',
    fields: ['account'],
  },
  'voucher-lapsed': {
    vi: 'Hồ sơ cấp phiếu tự kết thúc, không ai làm tiếp',
    en: 'Recovery voucher case ended by itself: nobody went on with it',
    family: 'office',
    fields: [],
  },
  'voucher-discarded': {
    vi: 'Kết thúc hồ sơ cấp phiếu, không quyết định',
    en: 'Recovery voucher case closed without a decision',
    family: 'office',
    fields: [],
  },
})
