// While a page's code or the session is fetched.
import { phrases } from '../../../ui/phrases.ts'
import { Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from './screen.tsx'

const t = phrases({ title: { vi: 'Đang mở', en: 'Opening' } })

export const WaitingPage = () => (
  <Screen title="" head={<h1 class="unseen">{t('title')}</h1>}>
    <div class="waiting-space">
      <Skeleton shape="card" />
      <Skeleton lines={4} />
    </div>
  </Screen>
)
