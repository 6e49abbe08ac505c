// An address that leads nowhere, with the way home.
import { LinkButton } from '../../../ui/button.tsx'
import { search } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { Screen } from './screen.tsx'

const t = phrases({
  title: { vi: 'Không có trang này', en: 'No such page' },
  heading: { vi: 'Địa chỉ này không dẫn tới đâu', en: 'This address leads nowhere' },
  text: {
    vi: 'Đường dẫn có thể bị thiếu chữ. Dữ liệu của bạn không đổi.',
    en: 'The link may be cut short. Your data is unchanged.',
  },
  home: { vi: 'Về trang đầu', en: 'To the first page' },
})

export const NotFoundPage = () => (
  <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/')} />}>
    <EmptyState
      icon={search}
      title={t('heading')}
      action={
        <LinkButton kind="primary" href={hrefTo('/')}>
          {t('home')}
        </LinkButton>
      }
    >
      {t('text')}
    </EmptyState>
  </Screen>
)
