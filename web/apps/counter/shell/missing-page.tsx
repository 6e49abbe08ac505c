// An address that names a case, call or session in a shape that none has: there is no such thing, and nothing
// here to be corrected.
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { search } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate, usePlace } from '../../../ui/router.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { CounterFrame } from './counter-frame.tsx'
import { listOf, navigation } from './journey.ts'

const t = phrases({
  title: { vi: 'Không có hồ sơ này', en: 'There is no such case' },
  text: {
    vi: 'Địa chỉ này không mở được hồ sơ hay cuộc gọi nào; có lẽ bị thiếu hoặc thừa chữ. Không có gì bị đổi.',
    en: 'This address opens no case and no call; a character may be missing or too much. Nothing was changed.',
  },
  list: { vi: 'Về danh sách', en: 'Back to the list' },
})

export const MissingPage = () => {
  const { path } = usePlace()
  const list = listOf(navigation.get(), path)
  return (
    <CounterFrame title={t('title')}>
      <PageHead title={t('title')} />
      <EmptyState
        icon={search}
        title={t('title')}
        action={
          <Button kind="primary" onPress={() => navigate(list)}>
            {t('list')}
          </Button>
        }
      >
        {t('text')}
      </EmptyState>
    </CounterFrame>
  )
}
