// On the first page: the account is being closed, and it is hers to keep it.
import { LinkButton } from '../../../ui/button.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'

const t = phrases({
  title: { vi: 'Tài khoản sẽ đóng lúc {moment}', en: 'The account closes at {moment}' },
  more: {
    vi: 'Đến lúc đó bạn vẫn dùng như thường. Không phải bạn yêu cầu, hoặc đã đổi ý? Hãy giữ tài khoản.',
    en: 'Until then you use it as before. Did you not ask for it, or change your mind? Keep the account.',
  },
  keep: { vi: 'Xem và giữ tài khoản', en: 'Look, and keep it' },
})

export const ClosingNotice = ({ closesAt }: { closesAt: string }) => (
  <Notice
    tone="warn"
    title={t('title', { moment: dateTimeVN(closesAt) })}
    action={
      <LinkButton size="small" href={hrefTo('/me/close')}>
        {t('keep')}
      </LinkButton>
    }
  >
    {t('more')}
  </Notice>
)
