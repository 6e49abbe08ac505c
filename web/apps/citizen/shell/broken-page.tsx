// When a page cannot be drawn: usually its code could not be fetched.
import { Button, LinkButton } from '../../../ui/button.tsx'
import { refresh } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { Screen } from './screen.tsx'

const t = phrases({
  title: { vi: 'Trang chưa mở được', en: 'The page did not open' },
  text: {
    vi: 'Có thể mạng vừa ngắt giữa chừng. Những gì đã lưu vẫn còn; tải lại trang.',
    en: 'The network may have dropped. Everything saved is still there; reload the page.',
  },
  reload: { vi: 'Tải lại', en: 'Reload' },
  home: { vi: 'Về trang đầu', en: 'To the first page' },
})

export const BrokenPage = () => (
  <Screen title={t('title')} head={<TopBar title={t('title')} />}>
    <EmptyState
      icon={refresh}
      title={t('title')}
      action={
        <div class="stack">
          <Button kind="primary" icon={refresh} onPress={() => location.reload()}>
            {t('reload')}
          </Button>
          <LinkButton kind="quiet" href="/app/" target="_self">
            {t('home')}
          </LinkButton>
        </div>
      }
    >
      {t('text')}
    </EmptyState>
  </Screen>
)
