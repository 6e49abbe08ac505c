// Me: contact and secrets, devices, language and text size, help, and the way out. Without an account only
// what works without one.
import './account.css'
import { useState } from 'preact/hooks'
import type { CloseApp } from '../../../../contract/activation.ts'
import { deed } from '../../../client/call.ts'
import { usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import {
  download,
  eye,
  family,
  globe,
  help,
  inbox,
  info,
  key,
  lock,
  logOut,
  mail,
  monitor,
  pencil,
  phone,
  refresh,
  share,
} from '../../../ui/icons.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { CitizenNav } from '../shell/citizen-nav.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { closeSession, useSession, type Me } from '../shell/session.ts'
import { closeVault } from '../vault/vault.ts'
import { Display } from './display.tsx'
import { WardRows } from './ward-rows.tsx'

const t = phrases({
  title: { vi: 'Tôi', en: 'Me' },
  level: { vi: 'Tài khoản mức {level}', en: 'Level {level} account' },
  contact: { vi: 'Liên hệ', en: 'Contact' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  email: { vi: 'E-mail', en: 'E-mail' },
  noPhone: { vi: 'Chưa có. Thêm số điện thoại', en: 'None yet. Add one' },
  noEmail: { vi: 'Chưa có. Thêm e-mail', en: 'None yet. Add one' },
  safety: { vi: 'An toàn', en: 'Safety' },
  password: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  passcode: { vi: 'Đặt lại mã PIN', en: 'Set the passcode again' },
  passcodeMore: {
    vi: 'Gắn lại máy này bằng mật khẩu và mã',
    en: 'Bind this device again with password and code',
  },
  forgot: { vi: 'Quên mật khẩu', en: 'Forgotten password' },
  forgotMore: {
    vi: 'Máy này tự chứng minh, mã gửi về điện thoại',
    en: 'This device proves itself, a code goes to the phone',
  },
  lock: { vi: 'Khoá tài khoản ngay', en: 'Lock the account now' },
  lockMore: {
    vi: 'Mất máy, nghi bị lừa. Không cần mã PIN',
    en: 'Lost phone, suspected fraud. No passcode needed',
  },
  lockCode: { vi: 'Mã khoá trên giấy, lịch sử khoá', en: 'Lock code on paper, history' },
  relatives: { vi: 'Người thân tin cậy', en: 'Trusted relatives' },
  relativesMore: {
    vi: 'Xác nhận và khoá giúp khi mất điện thoại',
    en: 'They confirm and lock when a phone is lost',
  },
  family: { vi: 'Gia đình', en: 'Family' },
  familyMore: { vi: 'Con, người được giám hộ, người thân tin cậy', en: 'Children, wards, trusted relatives' },
  devices: { vi: 'Thiết bị và phiên', en: 'Devices and sessions' },
  devicesMore: { vi: 'Gỡ máy, đăng xuất khỏi mọi nơi', en: 'Remove devices, sign out everywhere' },
  connected: { vi: 'Dịch vụ đã kết nối', en: 'Connected services' },
  connectedMore: {
    vi: 'Trang nào nhận được gì của bạn; rút lại đồng ý',
    en: 'Which service gets what of yours; take it back',
  },
  shared: { vi: 'Giấy tờ đã chia sẻ', en: 'Documents I shared' },
  sharedMore: {
    vi: 'Nơi nào nhận mục nào; rút lại, yêu cầu xoá',
    en: 'Who got what; take it back, ask to erase',
  },
  data: { vi: 'Dữ liệu của bạn', en: 'Your data' },
  myData: { vi: 'Dữ liệu của tôi', en: 'My data' },
  myDataMore: {
    vi: 'Tải về mọi điều hệ thống giữ về bạn, có chữ ký',
    en: 'Download all that is held of you, signed',
  },
  closing: { vi: 'Đóng tài khoản', en: 'Close the account' },
  closesAt: { vi: 'Sẽ đóng lúc {moment}. Bấm để giữ lại', en: 'Closes at {moment}. Open to keep it' },
  closingMore: {
    vi: 'Xoá gì, giữ gì; đổi ý được trong thời gian chờ',
    en: 'What goes and what stays; you can change your mind',
  },
  looks: { vi: 'Ai đã xem dữ liệu của tôi', en: 'Who looked at my data' },
  cases: { vi: 'Sai lệch dữ liệu', en: 'Data mismatches' },
  casesMore: { vi: 'Báo thông tin sai, theo dõi việc sửa', en: 'Report wrong data, follow its correction' },
  letters: { vi: 'Hộp thư', en: 'Inbox' },
  unread: { vi: '{count} thư chưa đọc', en: '{count} unread' },
  more: { vi: 'Thêm', en: 'More' },
  help: { vi: 'Trợ giúp', en: 'Help' },
  about: { vi: 'Về Sen, dữ liệu di động', en: 'About Sen, mobile data' },
  close: { vi: 'Đóng ứng dụng', en: 'Close the app' },
  askClose: { vi: 'Đóng ứng dụng trên máy này?', en: 'Close the app on this device?' },
  closeMore: {
    vi: 'Lần sau mở bằng mã PIN. Nên làm trước khi cho mượn máy. Máy vẫn gắn với tài khoản.',
    en: 'Next time it opens with the passcode. Do it before lending the phone. The device stays bound.',
  },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  stranger: { vi: 'Chưa có tài khoản trên máy này', en: 'No account on this device' },
  register: { vi: 'Đăng ký mức 1', en: 'Register for level 1' },
  have: { vi: 'Đã có tài khoản / kích hoạt', en: 'I have an account / activate' },
  open: { vi: 'Mở ví bằng mã PIN', en: 'Open the wallet with the passcode' },
})

const Close = () => {
  const [isAsked, ask] = useState(false)
  const closing = usePress()
  const close = () =>
    void closing.press(async () => {
      await deed<typeof CloseApp>('authentication.close-app', {})
      closeVault()
      closeSession()
      navigate('/open', { replace: true })
    })
  return (
    <>
      <Button isWide icon={logOut} onPress={() => ask(true)}>
        {t('close')}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => ask(false)}
        title={t('askClose')}
        actions={
          <>
            <Button onPress={() => ask(false)}>{t('cancel')}</Button>
            <Button kind="primary" isBusy={closing.isBusy} onPress={close}>
              {t('close')}
            </Button>
          </>
        }
      >
        <p>{t('closeMore')}</p>
        {closing.problem && <ProblemNotice key={closing.refusals} problem={closing.problem} />}
      </Dialog>
    </>
  )
}

/** Who has what of hers, taking it along, and the way out. */
const OwnData = ({ me }: { me: Me }) => (
  <>
    <GroupHead title={t('data')} />
    <Rows>
      <Row
        icon={globe}
        tone="cham"
        title={t('connected')}
        detail={t('connectedMore')}
        href={hrefTo('/services/connected')}
      />
      <Row icon={share} tone="cham" title={t('shared')} detail={t('sharedMore')} href={hrefTo('/share')} />
      <Row icon={eye} tone="cham" title={t('looks')} href={hrefTo('/looks')} />
      <Row icon={pencil} tone="cham" title={t('cases')} detail={t('casesMore')} href={hrefTo('/cases')} />
      <Row
        icon={download}
        tone="cham"
        title={t('myData')}
        detail={t('myDataMore')}
        href={hrefTo('/my-data')}
      />
      <Row
        icon={logOut}
        title={t('closing')}
        detail={me.closesAt ? t('closesAt', { moment: dateTimeVN(me.closesAt) }) : t('closingMore')}
        href={hrefTo('/me/close')}
      />
    </Rows>
  </>
)

const Account = ({ me }: { me: Me }) => (
  <>
    <GroupHead title={t('contact')} />
    <Rows>
      <Row icon={phone} title={t('phone')} detail={me.phone || t('noPhone')} href={hrefTo('/me/phone')} />
      <Row icon={mail} title={t('email')} detail={me.email ?? t('noEmail')} href={hrefTo('/me/email')} />
      <Row
        icon={inbox}
        title={t('letters')}
        detail={t('unread', { count: me.unread })}
        href={hrefTo('/inbox')}
      />
    </Rows>
    <GroupHead title={t('safety')} />
    <Rows>
      <Row icon={lock} tone="son" title={t('lock')} detail={t('lockMore')} href={hrefTo('/lock')} />
      <Row icon={lock} title={t('lockCode')} href={hrefTo('/me/lock')} />
      <Row
        icon={family}
        tone="gold"
        title={t('relatives')}
        detail={t('relativesMore')}
        href={hrefTo('/family/relatives')}
      />
      <Row icon={family} tone="cham" title={t('family')} detail={t('familyMore')} href={hrefTo('/family')} />
      <Row icon={monitor} title={t('devices')} detail={t('devicesMore')} href={hrefTo('/devices')} />
      <Row icon={key} title={t('password')} href={hrefTo('/me/password')} />
      <Row
        icon={refresh}
        tone="gold"
        title={t('passcode')}
        detail={t('passcodeMore')}
        href={hrefTo('/activate/new-device?reset=1')}
      />
      <Row
        icon={help}
        tone="gold"
        title={t('forgot')}
        detail={t('forgotMore')}
        href={hrefTo('/activate/password')}
      />
    </Rows>
    <OwnData me={me} />
  </>
)

const Doors = ({ isBound }: { isBound: boolean }) => (
  <div class="stack">
    {!isBound && <p class="quiet">{t('stranger')}</p>}
    {isBound ? (
      <LinkButton kind="primary" isWide href={hrefTo('/open')}>
        {t('open')}
      </LinkButton>
    ) : (
      <>
        <LinkButton kind="primary" isWide href={hrefTo('/enrol')}>
          {t('register')}
        </LinkButton>
        <LinkButton isWide href={hrefTo('/activate')}>
          {t('have')}
        </LinkButton>
      </>
    )}
  </div>
)

export default function MePage() {
  const { phase, me, held, device } = useSession()
  const isOpen = phase === 'open' || phase === 'offline'
  const name = me?.fullName ?? held?.card.fullName ?? ''
  return (
    <Screen title={t('title')} nav={<CitizenNav current="me" />} head={<TopBar title={t('title')} />}>
      {isOpen && (
        <div class="me-head">
          <Portrait name={name} src={held?.card.portrait ?? undefined} size={64} />
          <div>
            <h2>{name}</h2>
            <p>{t('level', { level: me?.level ?? held?.card.level ?? 1 })}</p>
          </div>
        </div>
      )}
      {!isOpen && phase !== 'starting' && <Doors isBound={device !== null} />}
      {me && (me.acting ? <WardRows unread={me.unread} /> : <Account me={me} />)}
      <Display isSignedIn={phase === 'open'} />
      <GroupHead title={t('more')} />
      <Rows>
        <Row icon={help} title={t('help')} href={hrefTo('/help')} />
        <Row icon={info} title={t('about')} href={hrefTo('/about')} />
      </Rows>
      {isOpen && <Close />}
    </Screen>
  )
}
