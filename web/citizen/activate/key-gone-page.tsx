// The key of this device is no longer there (browser data cleared, another browser, a lost phone): the ladder back, none of which needs the old device.
import { Row, Rows } from '../../ui/card.tsx'
import { key, monitor, refresh } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { phrases } from '../../ui/phrases.ts'
import { hrefTo } from '../../ui/router.tsx'
import { TopBar } from '../../ui/top-bar.tsx'
import { HelpRows } from '../account/help-rows.tsx'
import { Screen } from '../shell/screen.tsx'

const t = phrases({
  title: { vi: 'Khoá trên máy không còn', en: 'The key is gone from this device' },
  what: { vi: 'Tài khoản và dữ liệu của bạn vẫn an toàn', en: 'Your account and data are safe' },
  why: { vi: 'Khoá mất khi xoá dữ liệu trình duyệt, đổi trình duyệt, gỡ ứng dụng hoặc mất máy. Không ai có bản sao, nên cần tạo khoá mới.', en: 'A key is lost when browser data is cleared, the browser or phone is changed, or the app is removed. Nobody has a copy, so a new one is made.' },
  ladder: { vi: 'Thử lần lượt từ trên xuống', en: 'Try them from the top' },
  password: { vi: 'Tôi nhớ mật khẩu', en: 'I remember the password' },
  passwordMore: { vi: 'Số định danh, mật khẩu và mã gửi tới điện thoại. Khoảng 1 phút', en: 'Number, password and a code to the phone. About 1 minute' },
  other: { vi: 'Tôi còn máy khác đã gắn', en: 'I have another bound device' },
  otherMore: { vi: 'Mở Sen trên máy đó, đặt lại mật khẩu, rồi quay lại đây', en: 'Open Sen there, set the password again, then come back here' },
  fresh: { vi: 'Tài khoản chưa từng kích hoạt', en: 'The account was never activated' },
  freshMore: { vi: 'Kích hoạt bằng số định danh và số điện thoại', en: 'Activate with number and phone' },
  none: { vi: 'Không còn cách nào ở trên', en: 'None of these' },
})

export default function KeyGonePage() {
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/activate')} />}>
      <Notice isQuiet title={t('what')}>{t('why')}</Notice>
      <h2>{t('ladder')}</h2>
      <Rows>
        <Row icon={key} title={t('password')} detail={t('passwordMore')} href={hrefTo('/activate/new-device')} />
        <Row icon={monitor} title={t('other')} detail={t('otherMore')} />
        <Row icon={refresh} tone="gold" title={t('fresh')} detail={t('freshMore')} href={hrefTo('/activate/start')} />
      </Rows>
      <h2>{t('none')}</h2>
      <HelpRows />
    </Screen>
  )
}
