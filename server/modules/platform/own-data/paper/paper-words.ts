/** Codes of the file as the paper says them. */
export interface Words {
  readonly vi: string
  readonly en: string
}
export const words = (vi: string, en: string): Words => ({ vi, en })

export type Codes = Readonly<Record<string, Words>>

export const accountStates: Codes = {
  issued: words('đã cấp, chưa kích hoạt', 'issued, not activated'),
  active: words('đang dùng', 'in use'),
  locked: words('đang khoá', 'locked'),
}
export const sexes: Codes = { male: words('nam', 'male'), female: words('nữ', 'female') }
export const maritalStatuses: Codes = {
  single: words('chưa kết hôn', 'single'),
  married: words('đã kết hôn', 'married'),
  divorced: words('đã ly hôn', 'divorced'),
  widowed: words('goá', 'widowed'),
}
export const cardStates: Codes = {
  valid: words('có giá trị', 'valid'),
  held: words('đang bị giữ', 'held'),
  revoked: words('đã thu hồi', 'revoked'),
  lost: words('đã báo mất', 'reported lost'),
  expired: words('hết hạn', 'expired'),
  replaced: words('đã thay bằng thẻ khác', 'replaced'),
}
export const credentialStates: Codes = {
  valid: words('có giá trị', 'valid'),
  held: words('tạm dừng', 'suspended'),
  revoked: words('đã thu hồi', 'revoked'),
}
export const caseKinds: Codes = {
  'level-1': words('đăng ký mức 1', 'registration for level 1'),
  'level-2': words('đăng ký mức 2', 'registration for level 2'),
  card: words('cấp thẻ căn cước', 'identity card'),
  discrepancy: words('sai lệch dữ liệu', 'data mismatch'),
  representation: words('đại diện', 'representation'),
  'representation-end': words('chấm dứt đại diện', 'end of representation'),
  voucher: words('phiếu khôi phục tài khoản', 'voucher to recover the account'),
  petition: words('phản ánh, kiến nghị', 'petition'),
  'look-question': words('câu hỏi về lần xem', 'question about a look'),
}
export const tieKinds: Codes = {
  parent: words('cha hoặc mẹ', 'parent'),
  guardian: words('người giám hộ', 'guardian'),
}
export const relativeStates: Codes = {
  asked: words('đang chờ trả lời', 'waits for an answer'),
  accepted: words('đã nhận lời', 'agreed'),
  waiting: words('đã nhận lời, chưa đủ thời gian', 'agreed, not yet in force'),
  trusted: words('đang tin cậy', 'trusted'),
  declined: words('đã từ chối', 'declined'),
  ended: words('đã kết thúc', 'ended'),
  lapsed: words('hết hạn trả lời', 'not answered in time'),
}
export const shareStates: Codes = {
  sending: words('đang gửi', 'being sent'),
  delivered: words('đã nhận', 'received'),
  undeliverable: words('không nhận được', 'not received'),
}
