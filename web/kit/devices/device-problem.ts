// What a device at the desk refuses or cannot do, as a sentence with a next step, like any other refusal.
import { Problem } from '../../client/problem.ts'
import { phrases } from '../../ui/phrases.ts'

const t = phrases({
  'no-agent': {
    vi: 'Chưa thấy máy đọc thẻ ở cổng {port}. Chưa có gì bị mất. Mở chương trình máy đọc trên máy này (sen reader), hoặc chọn nguồn khác.',
    en: 'No card reader answers at port {port}. Nothing is lost. Start the reader program on this machine (sen reader), or choose another source.',
  },
  'no-card': {
    vi: 'Máy đọc chưa thấy thẻ. Đặt thẻ phẳng lên máy, giữ yên rồi đọc lại.',
    en: 'The reader sees no card. Lay the card flat on the reader, keep it still and read again.',
  },
  'not-read': {
    vi: 'Máy đọc dừng giữa chừng: {detail}. Nhấc thẻ, đặt lại rồi đọc lại.',
    en: 'The reader stopped: {detail}. Lift the card, lay it down again and read again.',
  },
  'not-a-chip-file': {
    vi: 'Tệp này không phải tệp chip (JSON có sod và dg1). Chọn tệp khác.',
    en: 'This is no chip file (JSON with sod and dg1). Choose another file.',
  },
  'no-finger': {
    vi: 'Máy quét không thấy vân của ngón này. Lau khô, ấn nhẹ rồi thử lại, hoặc ghi ngoại lệ nếu ngón khuyết.',
    en: 'The scanner sees no ridges of this finger. Dry it, press gently and try again, or record an exception when it is missing.',
  },
  'no-window': {
    vi: 'Trình duyệt chưa mở được cửa sổ mới. Chưa có gì thay đổi. Cho phép trang này mở cửa sổ rồi bấm lại.',
    en: 'The browser opened no new window. Nothing changed. Allow this page to open windows, then press again.',
  },
  'no-picture': {
    vi: 'Chưa lấy được ảnh. Chọn ảnh JPEG, PNG hoặc WebP khác, hoặc mở máy ảnh.',
    en: 'No picture was taken. Choose another JPEG, PNG or WebP, or open the camera.',
  },
  'small-picture': {
    vi: 'Ảnh này nhỏ quá nên không đọc được chữ nhỏ: cạnh dài cần từ 800 điểm ảnh. Chưa ghi trang nào. Quét lại ở mức nét hơn, hoặc chọn máy ảnh khác.',
    en: 'This picture is too small for the smaller print: its longer side needs 800 pixels. No page was noted. Scan it again at a higher resolution, or choose another camera.',
  },
})
export type DeviceFault =
  | 'no-card'
  | 'not-a-chip-file'
  | 'no-finger'
  | 'no-picture'
  | 'small-picture'
  | 'no-window'

/** Status 422: the fault is at the desk, so trying the line again would not help. */
export const deviceProblem = (fault: DeviceFault): Problem =>
  new Problem({ code: `device.${fault}`, detail: t(fault), status: 422 })
export const agentGone = (port: number): Problem =>
  new Problem({ code: 'device.no-agent', detail: t('no-agent', { port }), status: 422 })
export const agentStopped = (detail: string): Problem =>
  new Problem({ code: 'device.not-read', detail: t('not-read', { detail }), status: 422 })
