// Why an application waits for an officer, in plain words, and what to look at; and the reasons of a refusal.
import type { doubt, refusalReason } from '../../../../contract/enrolment.ts'
import type { z } from 'zod'
import { phrases } from '../../../ui/phrases.ts'

export type Doubt = z.infer<typeof doubt> | 'portrait-not-compared'
export type RefusalReason = z.infer<typeof refusalReason>

const short = phrases({
  'not-in-register': { vi: 'Không có trong CSDL', en: 'Not in the register' },
  'portrait-unsure': { vi: 'Ảnh chưa chắc', en: 'Portrait unsure' },
  'portrait-differs': { vi: 'Ảnh khác', en: 'Portrait differs' },
  'no-reference-portrait': { vi: 'Không có ảnh đối chiếu', en: 'No reference portrait' },
  'name-differs': { vi: 'Tên khác', en: 'Name differs' },
  'birth-date-differs': { vi: 'Ngày sinh khác', en: 'Birth date differs' },
  'qr-differs': { vi: 'QR trên thẻ khác CSDL', en: 'Card QR differs from register' },
  'no-automatic-matcher': { vi: 'Chưa so ảnh tự động', en: 'No automatic matching' },
  'portrait-not-compared': { vi: 'Ảnh mới chưa so xong', en: 'New portrait not compared yet' },
})

const guide = phrases({
  'not-in-register': {
    vi: 'Số định danh này không có trong cơ sở dữ liệu dân cư. Không mở được tài khoản; thường là gõ nhầm số. Từ chối với lý do “Không xác nhận được danh tính”.',
    en: 'This number is not in the population register, so no account can be opened; usually it was mistyped. Refuse with “Identity not confirmed”.',
  },
  'portrait-unsure': {
    vi: 'Điểm so khớp nằm giữa hai ngưỡng. So mắt, mũi, tai và nốt ruồi; bỏ qua tóc, kính và tuổi. Chấp nhận khi bạn thấy rõ là cùng một người.',
    en: 'The score lies between the two thresholds. Compare eyes, nose, ears and moles; pass over hair, glasses and age. Accept when you clearly see one person.',
  },
  'portrait-differs': {
    vi: 'Máy cho rằng đây là hai người. Chỉ chấp nhận khi có lý do thấy được, ví dụ ảnh đối chiếu đã rất cũ. Nếu nghi giả mạo, từ chối với lý do “Nghi ngờ gian lận”.',
    en: 'The matcher says these are two people. Accept only for a reason you can see, such as a very old reference. If you suspect fraud, refuse with that reason.',
  },
  'no-reference-portrait': {
    vi: 'Cơ sở dữ liệu chưa có ảnh của người này nên không so được. Chỉ chấp nhận khi bạn biết chắc bằng cách khác, ví dụ người đó đang ở quầy với thẻ. Nếu không, từ chối với lý do “Không xác nhận được danh tính” để mời ra quầy.',
    en: 'The register holds no portrait to compare with. Accept only when you are sure by other means, such as the person standing here with the card. Otherwise refuse with “Identity not confirmed”, which invites the person to a counter.',
  },
  'name-differs': {
    vi: 'So từng chữ. Khác cách đặt dấu hoặc thiếu dấu là lỗi gõ, chấp nhận được. Khác họ hoặc tên thì từ chối.',
    en: 'Compare word by word. A misplaced or missing accent is a typing slip and fine. Another surname or given name is not.',
  },
  'birth-date-differs': {
    vi: 'Đảo ngày và tháng hoặc chỉ nhớ năm sinh là thường gặp. Khác năm sinh thì từ chối.',
    en: 'Day and month swapped, or only the year remembered, is common. Another year is a reason to refuse.',
  },
  'qr-differs': {
    vi: 'Mã QR quét từ thẻ không khớp cơ sở dữ liệu. Thẻ có thể đã cũ, hoặc mã bị sửa. Xem kỹ ô khác nhau trước khi quyết định.',
    en: 'The code scanned from the card does not agree with the register. The card may be old, or the code changed. Look at what differs before you decide.',
  },
  'no-automatic-matcher': {
    vi: 'Hệ thống này không có máy so khuôn mặt nên mắt bạn quyết định. So mắt, mũi, tai và nốt ruồi.',
    en: 'This installation has no face matcher, so your eyes decide. Compare eyes, nose, ears and moles.',
  },
  'portrait-not-compared': {
    vi: 'Người nộp vừa gửi ảnh mới, máy chưa so xong với cơ sở dữ liệu. Chưa chấp nhận được lúc này: mở lại đơn sau ít phút.',
    en: 'The applicant has just sent another portrait, and it is not compared with the register yet. It cannot be accepted now: open the application again in a few minutes.',
  },
})

const reason = phrases({
  'identity-not-confirmed': { vi: 'Không xác nhận được danh tính', en: 'Identity not confirmed' },
  'name-differs': { vi: 'Họ tên khác cơ sở dữ liệu', en: 'The name differs from the register' },
  'birth-date-differs': {
    vi: 'Ngày sinh khác cơ sở dữ liệu',
    en: 'The birth date differs from the register',
  },
  'portrait-unusable': { vi: 'Ảnh chân dung không dùng được', en: 'The portrait cannot be used' },
  'no-valid-card': { vi: 'Thẻ căn cước không còn hiệu lực', en: 'No valid identity card' },
  'under-age': { vi: 'Chưa đủ tuổi tự đăng ký', en: 'Too young to register alone' },
  'already-has-account': { vi: 'Đã có tài khoản', en: 'Has an account already' },
  'phone-already-bound': {
    vi: 'Số điện thoại đã gắn với tài khoản khác',
    en: 'The phone belongs to another account',
  },
  'suspected-fraud': { vi: 'Nghi ngờ gian lận', en: 'Suspected fraud' },
  deceased: { vi: 'Cơ sở dữ liệu ghi người này đã mất', en: 'The register says this person has died' },
})

const advice = phrases({
  'identity-not-confirmed': {
    vi: 'Người dân được mời mang thẻ căn cước ra quầy.',
    en: 'The person is invited to bring the card to a counter.',
  },
  'name-differs': {
    vi: 'Người dân được mời nhập lại đúng như trên thẻ.',
    en: 'The person is asked to enter it as on the card.',
  },
  'birth-date-differs': {
    vi: 'Người dân được mời nhập lại đúng như trên thẻ.',
    en: 'The person is asked to enter it as on the card.',
  },
  'portrait-unusable': {
    vi: 'Người dân được mời chụp lại ở nơi đủ sáng.',
    en: 'The person is asked to take it again in good light.',
  },
  'no-valid-card': {
    vi: 'Người dân được hướng dẫn cấp lại thẻ trước.',
    en: 'The person is told to renew the card first.',
  },
  'under-age': {
    vi: 'Cha mẹ hoặc người giám hộ đăng ký thay tại quầy.',
    en: 'A parent or guardian registers at a counter.',
  },
  'already-has-account': {
    vi: 'Người dân được chỉ cách đăng nhập hoặc lấy lại mật khẩu.',
    en: 'The person is shown how to sign in or recover the password.',
  },
  'phone-already-bound': {
    vi: 'Người dân được mời dùng số khác đứng tên mình.',
    en: 'The person is asked for another number in their own name.',
  },
  'suspected-fraud': {
    vi: 'Người nộp chỉ được báo là không xác nhận được; hồ sơ được giữ lại để kiểm tra.',
    en: 'The applicant is told only that it was not confirmed; the case is kept for a check.',
  },
  deceased: {
    vi: 'Nếu là nhầm lẫn, người dân được mời ra quầy để đính chính.',
    en: 'If that is wrong, the person is invited to a counter to put it right.',
  },
})

const doubts = new Set<string>([
  'not-in-register',
  'portrait-unsure',
  'portrait-differs',
  'no-reference-portrait',
  'name-differs',
  'birth-date-differs',
  'qr-differs',
  'no-automatic-matcher',
  'portrait-not-compared',
])
const refusalReasons: readonly RefusalReason[] = [
  'identity-not-confirmed',
  'portrait-unusable',
  'name-differs',
  'birth-date-differs',
  'no-valid-card',
  'already-has-account',
  'phone-already-bound',
  'under-age',
  'suspected-fraud',
  'deceased',
]

const isKnownDoubt = (doubt: Doubt): boolean => doubts.has(doubt)
/** A portrait that is not compared yet is in doubt for that reason alone. */
export const doubtsSeen = ({
  doubts: found,
  isPortraitCompared,
}: {
  readonly doubts: readonly Doubt[]
  readonly isPortraitCompared: boolean
}): readonly Doubt[] =>
  found.map((one) => (one === 'portrait-unsure' && !isPortraitCompared ? 'portrait-not-compared' : one))
export const doubtWords = (doubt: Doubt): string => (isKnownDoubt(doubt) ? short(doubt) : doubt)
export const doubtGuide = (doubt: Doubt): string => (isKnownDoubt(doubt) ? guide(doubt) : '')
export const isGrave = (doubt: Doubt): boolean =>
  doubt === 'portrait-differs' || doubt === 'not-in-register' || doubt === 'qr-differs'
export const reasonWords = (key: RefusalReason): string => reason(key)
export const reasonAdvice = (key: RefusalReason): string => advice(key)

/** The reason that fits the doubts best stands first in the list. */
export const likelyReasons = (found: readonly Doubt[]): RefusalReason[] => {
  const first: RefusalReason[] = found.flatMap((one): RefusalReason[] =>
    one === 'name-differs' || one === 'birth-date-differs'
      ? [one]
      : one === 'portrait-differs'
        ? ['identity-not-confirmed', 'suspected-fraud']
        : one === 'portrait-unsure'
          ? ['portrait-unusable', 'identity-not-confirmed']
          : ['identity-not-confirmed'],
  )
  return [...new Set([...first, ...refusalReasons])]
}
