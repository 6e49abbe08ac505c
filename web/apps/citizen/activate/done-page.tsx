// The account is active: the card, and what can be done with it.
import { LinkButton } from '../../../ui/button.tsx'
import { check, Icon, download, lock, wallet } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { IdentityCardView } from '../home/identity-card-view.tsx'
import { Screen } from '../shell/screen.tsx'
import { useSession } from '../shell/session.ts'
import './done.css'

const t = phrases({
  title: { vi: 'Xong', en: 'Done' },
  activation: { vi: 'Tài khoản đã kích hoạt', en: 'The account is active' },
  'new-device': { vi: 'Máy này đã gắn với tài khoản', en: 'This device is bound to the account' },
  'new-passcode': { vi: 'Mã PIN mới đã có hiệu lực', en: 'The new passcode is in force' },
  'lost-phone': { vi: 'Tài khoản đã ở trên máy này', en: 'The account is on this phone' },
  'new-password': { vi: 'Mật khẩu mới đã có hiệu lực', en: 'The new password is in force' },
  card: {
    vi: 'Căn cước điện tử của bạn đã ở trong ví và mở được cả khi không có mạng.',
    en: 'Your electronic identity card is in the wallet and opens without a network too.',
  },
  old: {
    vi: 'Mọi máy cũ, phiên đăng nhập, mật khẩu và mã PIN cũ đã hết hiệu lực. Căn cước điện tử của bạn đã ở trong ví.',
    en: 'Every old phone, sign-in, password and passcode has ended. Your electronic identity card is in the wallet.',
  },
  former: {
    vi: 'Mã PIN cũ và phiên cũ của máy này đã hết hiệu lực. Căn cước điện tử của bạn đã ở trong ví.',
    en: 'The old passcode and the old session of this phone have ended. Your electronic identity card is in the wallet.',
  },
  ended: { vi: 'Mọi phiên khác đã bị đăng xuất.', en: 'Every other session was signed out.' },
  install: { vi: 'Thêm Sen vào màn hình chính', en: 'Add Sen to the home screen' },
  installMore: {
    vi: 'Trong trình duyệt, chọn Chia sẻ hoặc dấu ba chấm, rồi Thêm vào màn hình chính. Nhờ vậy máy không tự xoá thẻ đã lưu.',
    en: 'In the browser choose Share or the three dots, then Add to Home Screen. The browser then does not clear the kept card.',
  },
  code: { vi: 'Lấy mã khoá ghi ra giấy', en: 'Get the lock code for paper' },
  codeWhy: {
    vi: 'Nếu mất điện thoại, mã khoá ghi trên giấy khoá được tài khoản từ bất kỳ máy nào. Ghi lại khoảng 1 phút; mã chỉ hiện một lần.',
    en: 'If the phone is lost, the lock code on paper locks the account from any device. Writing it down takes a minute; it is shown once.',
  },
  wallet: { vi: 'Vào ví', en: 'Open the wallet' },
})

const kinds = ['activation', 'new-device', 'new-passcode', 'new-password', 'lost-phone'] as const

const whatItMeans = (kind: (typeof kinds)[number]): string => {
  if (kind === 'new-password') {
    return t('ended')
  }
  if (kind === 'new-passcode') {
    return t('former')
  }
  return kind === 'lost-phone' ? t('old') : t('card')
}

export default function DonePage({ query }: PageProps) {
  const { held } = useSession()
  const kind = kinds.find((name) => name === query.get('of')) ?? 'activation'
  const isInstalled = matchMedia('(display-mode: standalone)').matches
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} />}
      action={
        <>
          {kind === 'activation' && (
            <LinkButton kind="primary" isWide icon={lock} href={hrefTo('/me/lock-code?of=activation')}>
              {t('code')}
            </LinkButton>
          )}
          <LinkButton
            kind={kind === 'activation' ? 'secondary' : 'primary'}
            isWide
            icon={wallet}
            href={hrefTo('/')}
          >
            {t('wallet')}
          </LinkButton>
        </>
      }
    >
      <div class="done">
        <span class="done-sign">
          <Icon of={check} size={36} />
        </span>
        <h2>{t(kind)}</h2>
        <p>{whatItMeans(kind)}</p>
      </div>
      {held && <IdentityCardView held={held} />}
      {kind === 'activation' && (
        <Notice isQuiet icon={lock}>
          {t('codeWhy')}
        </Notice>
      )}
      {!isInstalled && (
        <Notice isQuiet icon={download} title={t('install')}>
          {t('installMore')}
        </Notice>
      )}
    </Screen>
  )
}
