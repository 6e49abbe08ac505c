// Chip beside register in plain words: the fields, what a difference means, whether it matters, who corrects
// it; and why a chip is not believed.
import type { z } from 'zod'
import type { chipComparison } from '../../../../contract/evidence.ts'
import { phrases } from '../../../ui/phrases.ts'

export type Compared = z.infer<typeof chipComparison>

export const fieldWords = phrases({
  personalNumber: { vi: 'Số định danh', en: 'Personal number' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Birth date' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  residence: { vi: 'Nơi thường trú', en: 'Residence' },
  hometown: { vi: 'Quê quán', en: 'Home town' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnicity' },
  religion: { vi: 'Tôn giáo', en: 'Religion' },
  oldNumber: { vi: 'Số CMND cũ', en: 'Old card number' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued' },
  expiresOn: { vi: 'Ngày hết hạn', en: 'Expires' },
  portrait: { vi: 'Ảnh trên chip', en: 'Portrait on the chip' },
})

export const guidanceWords = phrases({
  agrees: { vi: 'Hai nguồn như nhau.', en: 'Both say the same.' },
  'boundary-change': {
    vi: 'Khác địa giới hành chính, **không cần sửa**. Hệ thống dùng địa chỉ mới.',
    en: 'The administrative boundary changed; **nothing to correct**. The new address is used.',
  },
  'register-is-newer': {
    vi: 'Cơ sở dữ liệu mới hơn thẻ, **không cần sửa** ở đây. Hệ thống dùng dữ liệu mới.',
    en: 'The register is newer than the card; **nothing to correct** here. The newer is used.',
  },
  spelling: {
    vi: 'Chỉ khác cách viết hoặc dấu. **Vẫn làm tiếp được**; ghi lại để sửa sau.',
    en: 'Only spelling or accents differ. **Go on**; it is noted to be put right.',
  },
  'identity-differs': {
    vi: '**Thông tin nhận dạng khác nhau. Dừng ở đây**, xem người và giấy tờ trước mặt rồi chuyển thành hồ sơ sai lệch.',
    en: '**Identity data differs. Stop here**, look at the person and papers, and make it a mismatch case.',
  },
  'card-replaced': {
    vi: 'Thẻ này đã được **thay bằng thẻ mới hơn**. Hỏi thẻ mới; thẻ cũ không dùng để đăng ký.',
    en: 'This card was **replaced by a newer one**. Ask for the new card; the old one does not serve.',
  },
  'card-state': {
    vi: 'Thẻ **không còn hiệu lực** trong cơ sở dữ liệu. Chuyển sang hồ sơ cấp, đổi thẻ.',
    en: 'The card is **no longer valid** in the register. Take an application for a new card.',
  },
  'not-on-card': { vi: 'Chip không ghi mục này.', en: 'The chip does not hold this.' },
  'not-in-register': { vi: 'Cơ sở dữ liệu chưa có mục này.', en: 'The register does not hold this.' },
})
export const correctsWords = phrases({
  nobody: { vi: 'Không ai phải sửa.', en: 'Nobody has to correct it.' },
  'card-office': { vi: 'Nơi sửa: cơ quan cấp thẻ.', en: 'Corrected by: the card office.' },
  'register-office': {
    vi: 'Nơi sửa: công an nơi thường trú (CSDL dân cư).',
    en: 'Corrected by: the police of the place of residence (register).',
  },
  'civil-status': { vi: 'Nơi sửa: hộ tịch, UBND cấp xã.', en: 'Corrected by: civil status, the commune.' },
})

const faults = phrases({
  reading: {
    vi: 'Dữ liệu đọc từ chip chưa trọn vẹn hoặc sai cấu trúc. Đặt lại thẻ và đọc lại.',
    en: 'What was read from the chip is not whole or not well formed. Lay the card down and read again.',
  },
  changed: {
    vi: 'Dữ liệu trên chip không khớp chữ ký của cơ quan cấp. Có thể đã bị sửa: không dùng thẻ này, báo trưởng ca.',
    en: "The data does not agree with the issuer's signature. It may have been changed: do not use this card, tell the shift lead.",
  },
  signer: {
    vi: 'Không xác nhận được nơi ký chip. Không dùng thẻ này; báo người vận hành xem danh sách cơ quan ký.',
    en: 'Who signed the chip cannot be confirmed. Do not use this card; the operator looks at the list of signers.',
  },
  weak: {
    vi: 'Chip dùng thuật toán không được chấp nhận. Không dùng thẻ này; báo trưởng ca.',
    en: 'The chip uses an algorithm that is not accepted. Do not use this card; tell the shift lead.',
  },
  copy: {
    vi: 'Chip không trả lời đúng câu hỏi: có thể là bản sao. Giữ thẻ, báo trưởng ca.',
    en: 'The chip did not answer the challenge: it may be a copy. Keep the card and tell the shift lead.',
  },
})
type FaultKind = 'reading' | 'changed' | 'signer' | 'weak' | 'copy'
const kindOf = (code: string): FaultKind =>
  /answer/.test(code)
    ? 'copy'
    : /algorithm|weak|curve/.test(code)
      ? 'weak'
      : /signer|authority|crl|critical/.test(code)
        ? 'signer'
        : /hash|signature|digest|stripped|differs|omits|disagree|attribute|signing-time/.test(code)
          ? 'changed'
          : 'reading'

/** One sentence for each kind of fault, each once. */
export const chipFaultWords = (codes: readonly string[]): string[] =>
  [...new Set(codes.map(kindOf))].map((kind) => faults(kind))
