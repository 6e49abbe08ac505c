// Where people help: the hotline and the counters. A telephone link, because a number that must be typed is
// no help.
import { Row, Rows } from '../../../ui/card.tsx'
import { phoneCall, pin } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  hotline: { vi: 'Tổng đài 1900 0368', en: 'Hotline 1900 0368' },
  hotlineMore: {
    vi: 'Đọc số định danh và mã đơn nếu có. Không bao giờ đọc mã xác nhận hay mật khẩu',
    en: 'Have your personal number and reference ready. Never read out a code or password',
  },
  counter: { vi: 'Công an xã, phường gần nhất', en: 'The nearest commune police counter' },
  counterMore: {
    vi: 'Mang thẻ căn cước và điện thoại. Giờ hành chính, thứ Hai đến thứ Sáu',
    en: 'Bring your identity card and phone. Office hours, Monday to Friday',
  },
})

export const HelpRows = () => (
  <Rows>
    <Row icon={phoneCall} title={t('hotline')} detail={t('hotlineMore')} href="tel:19000368" />
    <Row icon={pin} tone="cham" title={t('counter')} detail={t('counterMore')} />
  </Rows>
)
