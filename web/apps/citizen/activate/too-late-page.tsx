// The seven days to activate it oneself have passed (Decree 69/2024 art. 14): the hotline or a counter does
// it.
import { LinkButton } from '../../../ui/button.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { HelpRows } from '../account/help-rows.tsx'
import { Screen } from '../shell/screen.tsx'

const t = phrases({
  title: { vi: 'Quá hạn tự kích hoạt', en: 'Too late to activate it yourself' },
  heading: { vi: 'Tài khoản vẫn được giữ cho bạn', en: 'The account is kept for you' },
  text: {
    vi: 'Sau 7 ngày kể từ ngày báo kết quả, việc kích hoạt cần có người xác nhận đúng là bạn. Bạn không phải đăng ký lại.',
    en: 'After 7 days from the result somebody has to confirm that it is you. You need not register again.',
  },
  what: { vi: 'Chọn một cách', en: 'Choose a way' },
  retry: { vi: 'Tôi chưa quá hạn, thử lại', en: 'It is not too late, try again' },
})

export default function TooLatePage() {
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/activate')} />}
      action={
        <LinkButton isWide href={hrefTo('/activate/start')}>
          {t('retry')}
        </LinkButton>
      }
    >
      <Notice isQuiet tone="warn" title={t('heading')}>
        {t('text')}
      </Notice>
      <h2>{t('what')}</h2>
      <HelpRows />
    </Screen>
  )
}
