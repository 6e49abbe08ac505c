// Me, while the profile of a child or a ward is open: only what is theirs to see and one's own way to lock.
// What each page behind would refuse is said once, here.
import { Row, Rows } from '../../../ui/card.tsx'
import { eye, family, inbox, lock } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import type { Me } from '../shell/session.ts'

const t = phrases({
  letters: { vi: 'Hộp thư', en: 'Inbox' },
  unread: { vi: '{count} thư chưa đọc', en: '{count} unread' },
  looks: { vi: 'Ai đã xem dữ liệu', en: 'Who looked at the data' },
  family: { vi: 'Gia đình', en: 'Family' },
  familyMore: { vi: 'Chuyển hồ sơ, bàn giao, người giám hộ', en: 'Change profile, hand over, guardians' },
  lock: { vi: 'Khoá tài khoản của chính bạn', en: 'Lock your own account' },
  lockMore: { vi: 'Mất điện thoại hoặc nghi bị lừa', en: 'Phone lost or a fraud' },
  own: { vi: 'Chỉ trong hồ sơ của chính bạn', en: 'Only in your own profile' },
  ownMore: {
    vi: 'Điện thoại, thiết bị, mật khẩu và đóng tài khoản là của bạn: bấm “Về hồ sơ của tôi” ở trên. Tài khoản của người bạn đang làm thay không đóng được ở đây.',
    en: 'Phone, devices, password and closing are yours: press “To my own profile” above. The account of the person you act for cannot be closed here.',
  },
})

export const WardRows = ({ unread }: Pick<Me, 'unread'>) => (
  <>
    <Rows>
      <Row
        icon={inbox}
        title={t('letters')}
        detail={t('unread', { count: unread })}
        href={hrefTo('/inbox')}
      />
      <Row icon={eye} tone="cham" title={t('looks')} href={hrefTo('/looks')} />
      <Row icon={family} tone="cham" title={t('family')} detail={t('familyMore')} href={hrefTo('/family')} />
      <Row icon={lock} tone="son" title={t('lock')} detail={t('lockMore')} href={hrefTo('/lock')} />
    </Rows>
    <Notice isQuiet title={t('own')}>
      {t('ownMore')}
    </Notice>
  </>
)
