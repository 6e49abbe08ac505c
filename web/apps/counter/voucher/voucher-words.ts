// States, doubts and refusals of a voucher case, in words.
import { phrases } from '../../../ui/phrases.ts'
import type { PillTone } from '../../../ui/pill.tsx'
import type { VoucherCase } from './voucher-deeds.ts'

export const stateWords = phrases({
  open: { vi: 'Đang làm', en: 'Open' },
  'waiting-second': { vi: 'Chờ duyệt lần hai', en: 'Waits for second eyes' },
  confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
  issued: { vi: 'Đã in phiếu', en: 'Printed' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  discarded: { vi: 'Đã bỏ', en: 'Discarded' },
})
export const stateTone = (state: VoucherCase['state']): PillTone =>
  state === 'waiting-second'
    ? 'gold'
    : state === 'confirmed' || state === 'issued'
      ? 'ok'
      : state === 'refused'
        ? 'son'
        : state === 'open'
          ? 'jade'
          : 'neutral'
export const doubtWords = phrases({
  'portrait-unsure': { vi: 'Ảnh chân dung chưa chắc', en: 'Portrait not certain' },
  'portrait-differs': { vi: 'Ảnh chân dung không khớp', en: 'Portrait does not match' },
  'portrait-no-reference': { vi: 'Cơ sở dữ liệu không có ảnh', en: 'No portrait in the register' },
  'fingers-unread': { vi: 'Không đọc đủ vân tay', en: 'Not enough readable prints' },
  'portrait-unsigned': {
    vi: 'Ảnh không do máy ảnh đã ghi danh của quầy ký',
    en: "Portrait not signed by the desk's registered camera",
  },
  'fingers-unsigned': {
    vi: 'Vân tay không do máy quét đã ghi danh của quầy ký',
    en: "Prints not signed by the desk's registered scanner",
  },
  'fingers-no-reference': { vi: 'Cơ sở dữ liệu không có vân tay', en: 'No prints in the register' },
})
export const identityWords = phrases({
  unfinished: { vi: 'Bằng chứng chưa đủ', en: 'The evidence is not complete' },
  fingers: {
    vi: 'Vân tay khớp. Bạn xác nhận đây đúng là người ấy',
    en: 'The prints match. You confirm that it is this person',
  },
  portrait: {
    vi: 'Khuôn mặt khớp. Bạn xác nhận đây đúng là người ấy',
    en: 'The face matches. You confirm that it is this person',
  },
  second: { vi: 'Vân tay và ảnh chưa đủ', en: 'Prints and portrait do not decide' },
  differs: { vi: 'Vân tay đọc rõ mà không khớp', en: 'The prints were read well and do not match' },
})
export const refusalWords = phrases({
  'not-in-register': {
    vi: 'Số này không có trong cơ sở dữ liệu dân cư.',
    en: 'This number is not in the register.',
  },
  deceased: { vi: 'Cơ sở dữ liệu ghi người này đã mất.', en: 'The register says this person has died.' },
  'no-account': {
    vi: 'Người này chưa có tài khoản. Hãy đăng ký mức 2 cho họ.',
    en: 'This person has no account. Register level 2 instead.',
  },
  'account-barred': {
    vi: 'Tài khoản đang khoá bởi cơ quan có thẩm quyền hoặc vì thẻ bị khoá. Phiếu không mở được khoá này.',
    en: "A competent body or the card's state has locked the account. A voucher does not open that.",
  },
  'prints-differ': {
    vi: 'Vân tay đọc rõ nhưng không phải của người này. Giữ bình tĩnh, báo trưởng ca.',
    en: "The prints were read well and are not this person's. Stay calm, tell the shift lead.",
  },
  'consent-declined': {
    vi: 'Người dân không đồng ý nhận phiếu.',
    en: 'The citizen does not want the voucher.',
  },
  denied: { vi: 'Người duyệt thứ hai không xác nhận.', en: 'The second pair of eyes did not confirm it.' },
})
