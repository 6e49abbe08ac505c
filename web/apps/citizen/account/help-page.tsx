// Help: who to turn to, and how to tell whether a call is real.
import { Row, Rows } from '../../../ui/card.tsx'
import { help, key, lock, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Screen } from '../shell/screen.tsx'
import { HelpRows } from './help-rows.tsx'

const t = phrases({
  title: { vi: 'Trợ giúp', en: 'Help' },
  call: { vi: 'Có người gọi xưng là công an?', en: 'Somebody calls and says to be the police?' },
  callMore: {
    vi: 'Công an không hướng dẫn cài ứng dụng hay hỏi mã qua điện thoại. Dừng máy, rồi tự gọi tổng đài.',
    en: 'The police never guide you through an app or ask for codes by phone. Hang up, then call the hotline yourself.',
  },
  lost: { vi: 'Mất điện thoại, đổi máy, mất khoá trên máy', en: 'Lost or new phone, lost key' },
  lostMore: { vi: 'Các cách lấy lại tài khoản', en: 'Ways to get the account back' },
  lock: { vi: 'Khoá tài khoản ngay', en: 'Lock the account now' },
  lockMore: {
    vi: 'Trên máy này, bằng e-mail hoặc bằng mã khoá trên giấy',
    en: 'On this phone, by e-mail or by the lock code on paper',
  },
  password: { vi: 'Quên mật khẩu', en: 'Forgotten password' },
  passwordMore: { vi: 'Đặt lại trên máy đã gắn', en: 'Set it again on a bound device' },
})

export default function HelpPage() {
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/me')} />}>
      <HelpRows />
      <Rows>
        <Row icon={help} tone="gold" title={t('lost')} detail={t('lostMore')} href={hrefTo('/recover')} />
        <Row
          icon={key}
          tone="gold"
          title={t('password')}
          detail={t('passwordMore')}
          href={hrefTo('/activate/password')}
        />
        <Row icon={lock} tone="son" title={t('lock')} detail={t('lockMore')} href={hrefTo('/lock')} />
      </Rows>
      <Notice isQuiet tone="danger" icon={shield} title={t('call')}>
        {t('callMore')}
      </Notice>
    </Screen>
  )
}
