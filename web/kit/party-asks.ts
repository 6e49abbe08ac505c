// What a party gets by each scope, in plain words with what it is for; and what it does not get. The claims
// behind a scope are the provider's (server/modules/access/federation/provider/claims.ts).
import type { OutputOf } from '../../contract/operation.ts'
import type { ViewSignIn } from '../../contract/sign-in.ts'
import { card, home, key, mail, person, phone, refresh } from '../ui/icons.tsx'
import { phrases } from '../ui/phrases.ts'

type Scope = OutputOf<typeof ViewSignIn>['asks'][number]

const t = phrases({
  openid: { vi: 'Một mã riêng của bạn tại đây', en: 'A code of your own at this service' },
  openidFor: {
    vi: 'Để nhận ra bạn ở lần sau. Mỗi trang nhận một mã khác nên không ghép được với nhau.',
    en: 'To know you again. Every service gets another one, so they cannot be joined.',
  },
  profile: { vi: 'Họ và tên, ngày sinh, giới tính', en: 'Full name, birth date, sex' },
  profileFor: { vi: 'Để ghi đúng tên bạn vào hồ sơ.', en: 'To put your name right on the form.' },
  identity: { vi: 'Số định danh và mức tài khoản', en: 'Personal number and account level' },
  identityFor: {
    vi: 'Để biết chắc hồ sơ là của bạn, không nhầm người trùng tên.',
    en: "To be sure the case is yours and not a namesake's.",
  },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  phoneFor: {
    vi: 'Để gọi hoặc nhắn khi hồ sơ cần bổ sung.',
    en: 'To call or write when something is missing.',
  },
  email: { vi: 'Địa chỉ e-mail', en: 'E-mail address' },
  emailFor: { vi: 'Để gửi kết quả và biên nhận.', en: 'To send results and receipts.' },
  address: { vi: 'Nơi thường trú', en: 'Place of residence' },
  addressFor: {
    vi: 'Để chuyển hồ sơ tới đúng nơi giải quyết.',
    en: 'To lead your case to the right office.',
  },
  offline_access: {
    vi: 'Xem lại các mục trên khi bạn không mở trang',
    en: 'The above also while you are away',
  },
  offline_accessFor: {
    vi: 'Cho tới khi bạn rút lại hoặc đăng xuất khỏi mọi nơi.',
    en: 'Until you withdraw it or sign out everywhere.',
  },
  noPassword: { vi: 'Mật khẩu, mã PIN', en: 'Password, passcode' },
  noPortrait: { vi: 'Ảnh chân dung', en: 'Portrait' },
  noLog: { vi: 'Những trang khác bạn đã đăng nhập', en: 'Other services you signed in to' },
})

const icons: Record<Scope, string> = {
  openid: key,
  profile: person,
  identity: card,
  phone,
  email: mail,
  address: home,
  offline_access: refresh,
}
/** The order in which a person cares. */
const order: readonly Scope[] = [
  'profile',
  'identity',
  'phone',
  'email',
  'address',
  'openid',
  'offline_access',
]

export type Asked = { scope: Scope; icon: string; what: string; purpose: string }

export const askedOf = (asks: readonly Scope[]): Asked[] =>
  order
    .filter((scope) => asks.includes(scope))
    .map((scope) => ({ scope, icon: icons[scope], what: t(scope), purpose: t(`${scope}For`) }))

export const notAskedOf = (asks: readonly Scope[]): string[] => [
  ...order
    .filter((scope) => scope !== 'openid' && scope !== 'offline_access' && !asks.includes(scope))
    .map((scope) => t(scope)),
  t('noPortrait'),
  t('noPassword'),
  t('noLog'),
]
