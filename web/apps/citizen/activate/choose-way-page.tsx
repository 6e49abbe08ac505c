// Whoever has an account already: activate it, add this device, or set a forgotten password again. A journey
// in progress is offered first.
import { useLoad } from '../../../client/press.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Row, Rows } from '../../../ui/card.tsx'
import { arrowRight, help, key, lock, monitor, phone } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Screen } from '../shell/screen.tsx'
import { useSession } from '../shell/session.ts'
import { loadJourney } from './journey.ts'

const t = phrases({
  title: { vi: 'Đã có tài khoản', en: 'I have an account' },
  heading: { vi: 'Bạn muốn làm gì?', en: 'What would you like to do?' },
  activate: { vi: 'Kích hoạt tài khoản', en: 'Activate the account' },
  activateMore: {
    vi: 'Đơn đã được chấp nhận, trong vòng 7 ngày',
    en: 'The application was accepted, within 7 days',
  },
  device: { vi: 'Dùng Sen trên máy này', en: 'Use Sen on this device' },
  deviceMore: {
    vi: 'Máy mới và bạn còn nhớ mật khẩu. Không cần máy cũ',
    en: 'A new phone, and you remember the password. The old one is not needed',
  },
  open: { vi: 'Mở bằng mã PIN', en: 'Open with the passcode' },
  openMore: { vi: 'Máy này đã gắn với {name}', en: 'This device is bound to {name}' },
  you: { vi: 'tài khoản của bạn', en: 'your account' },
  password: { vi: 'Quên mật khẩu', en: 'Forgotten password' },
  passwordMore: {
    vi: 'Đặt lại trên máy đã gắn với tài khoản',
    en: 'Set it again on a device bound to the account',
  },
  gone: { vi: 'Mất điện thoại, mất cả mật khẩu', en: 'Lost the phone and the password too' },
  goneMore: {
    vi: 'Bốn cách lấy lại tài khoản, không cần máy cũ',
    en: 'Four ways to get the account back without the old phone',
  },
  going: {
    vi: 'Bạn đang làm dở một việc trên máy này.',
    en: 'You have something in progress on this device.',
  },
  goOn: { vi: 'Làm tiếp', en: 'Go on' },
  none: { vi: 'Chưa có tài khoản? Đăng ký mức 1', en: 'No account yet? Register for level 1' },
})

export default function ChooseWayPage() {
  const { device } = useSession()
  const { data: journey } = useLoad(loadJourney)
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/welcome')} />}>
      {journey && journey.step !== 'done' && (
        <Notice
          isQuiet
          title={t('going')}
          action={
            <LinkButton size="small" iconEnd={arrowRight} href={hrefTo('/activate/continue')}>
              {t('goOn')}
            </LinkButton>
          }
        />
      )}
      <div class="page-lead">
        <h2>{t('heading')}</h2>
      </div>
      <Rows>
        {device && (
          <Row
            icon={lock}
            title={t('open')}
            detail={t('openMore', { name: device.fullName || t('you') })}
            href={hrefTo('/open')}
          />
        )}
        <Row icon={phone} title={t('activate')} detail={t('activateMore')} href={hrefTo('/activate/start')} />
        <Row
          icon={monitor}
          title={t('device')}
          detail={t('deviceMore')}
          href={hrefTo('/activate/new-device')}
        />
        <Row
          icon={key}
          tone="gold"
          title={t('password')}
          detail={t('passwordMore')}
          href={hrefTo('/activate/password')}
        />
        <Row icon={help} tone="cham" title={t('gone')} detail={t('goneMore')} href={hrefTo('/recover')} />
      </Rows>
      <div class="centre">
        <LinkButton kind="quiet" href={hrefTo('/enrol')}>
          {t('none')}
        </LinkButton>
      </div>
    </Screen>
  )
}
