// What each rung of the ladder is called, what it asks, and its steps, in words.
import { card, family, person, pin } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import type { Recovery, Rung } from './recovery.ts'

const t = phrases({
  chip: { vi: 'Thẻ căn cước gắn chip', en: 'Identity card with chip' },
  face: { vi: 'Ảnh chân dung', en: 'A portrait of yourself' },
  relative: { vi: 'Người thân tin cậy', en: 'A trusted relative' },
  voucher: { vi: 'Phiếu của quầy', en: 'A voucher of a counter' },
})
const asks = phrases({
  chip: {
    vi: 'Đọc chip trên thẻ, nhập mã gửi về số điện thoại của bạn, rồi chụp ảnh khuôn mặt ngay lúc này',
    en: "Read the card's chip, type the code sent to your number, and take a picture of your face now",
  },
  face: {
    vi: 'Mã gửi về số điện thoại của bạn và ảnh chụp ngay lúc này',
    en: 'A code to your number and a picture taken now',
  },
  relative: {
    vi: 'Mã gửi về điện thoại hoặc e-mail, và người thân bạn đã chọn trước xác nhận',
    en: 'A code by phone or e-mail, and a relative whom you named before confirms',
  },
  voucher: {
    vi: 'Quầy đối chiếu vân tay hoặc khuôn mặt rồi in một phiếu dùng một lần',
    en: 'The counter compares fingerprints or face and prints a voucher that works once',
  },
})
const steps = phrases({
  chip: { vi: 'Đọc chip thẻ', en: 'Read the chip' },
  code: { vi: 'Mã xác nhận', en: 'Confirmation code' },
  portrait: { vi: 'Ảnh chân dung', en: 'Portrait' },
  relative: { vi: 'Người thân xác nhận', en: 'Your relative confirms' },
  voucher: { vi: 'Phiếu của quầy', en: "The counter's voucher" },
  wait: { vi: 'Thời gian chờ', en: 'Waiting time' },
  password: { vi: 'Mật khẩu mới', en: 'New password' },
  passcode: { vi: 'Mã PIN mới', en: 'New passcode' },
})
const times = phrases({
  minutes: { vi: 'Khoảng 5 phút', en: 'About 5 minutes' },
  hours: { vi: 'Chờ {n} giờ', en: '{n} hours of waiting' },
  counter: { vi: 'Hôm nay tại quầy', en: 'Today at a counter' },
  hour: { vi: '{h} giờ {m} phút', en: '{h} h {m} min' },
  minute: { vi: '{m} phút {s} giây', en: '{m} min {s} s' },
})

export type StepName =
  | 'chip'
  | 'code'
  | 'portrait'
  | 'relative'
  | 'voucher'
  | 'wait'
  | 'password'
  | 'passcode'

export const rungName = (rung: Rung): string => t(rung)
export const rungAsks = (rung: Rung): string => asks(rung)
export const rungIcon = (rung: Rung): string =>
  ({ chip: card, face: person, relative: family, voucher: pin })[rung]
export const stepName = (step: StepName): string => steps(step)

export const rungTime = ({ where, wait_s }: { where: 'home' | 'counter'; wait_s: number }): string =>
  where === 'counter'
    ? times('counter')
    : wait_s === 0
      ? times('minutes')
      : times('hours', { n: Math.round(wait_s / 3600) })

/** 86.340 s → `23 giờ 59 phút`; below an hour minutes and seconds. */
export const leftText = (left_s: number): string =>
  left_s >= 3600
    ? times('hour', { h: Math.floor(left_s / 3600), m: Math.floor((left_s % 3600) / 60) })
    : times('minute', { m: Math.floor(left_s / 60), s: left_s % 60 })

/** All the steps of this recovery, in order: its proofs, its waiting when it has one, and the new secrets. */
export const stepsOf = ({ proofs, wait_s }: Pick<Recovery, 'proofs' | 'wait_s'>): StepName[] => [
  ...proofs.map(({ proof }) => proof),
  ...(wait_s > 0 ? ['wait' as const] : []),
  'password',
  'passcode',
]
