// Told only to whoever has pressed and waits for presence (client/presence.ts): on nearly every phone the
// work was done while she typed.
import './preparing.css'
import { usePreparing } from '../../../client/presence.ts'
import { Status } from '../../../ui/attention.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  preparing: {
    vi: 'Đang chuẩn bị để gửi mã. Bạn chờ một lát nhé, không cần bấm lại.',
    en: 'Getting ready to send the code. Wait a moment; you need not press again.',
  },
  slow: {
    vi: 'Vẫn đang chuẩn bị, máy này cần thêm thời gian. Nếu không chờ được, gọi tổng đài 1900 0368 hoặc đến quầy gần bạn.',
    en: 'Still getting ready; this device needs more time. If you cannot wait, call the hotline 1900 0368 or go to a counter near you.',
  },
})

/** Stands once in the app, at its end. */
export const Preparing = () => {
  const state = usePreparing()
  return <Status class="preparing">{state === 'no' ? null : t(state)}</Status>
}
