// Whom the desk has told of: tonight, leaving tomorrow, all. A guest leaves, or her notice is corrected or
// taken back.
import type { ChangeStay } from '../../../contract/stays.ts'
import { deed } from '../../client/call.ts'
import type { Pages } from '../../client/pages.ts'
import { ProblemNotice } from '../../kit/problem-notice.tsx'
import { GuestRows } from '../../kit/stays/guest-rows.tsx'
import type { Notice as StayNotice } from '../../kit/stays/stay-words.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { home, person } from '../../ui/icons.tsx'
import { phrases } from '../../ui/phrases.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { EmptyState, Skeleton } from '../../ui/waiting.tsx'
import type { SendChange } from '../../kit/stays/change-dialogs.tsx'
import { orClosed, type DeskState } from './desk.ts'

export type Show = 'tonight' | 'leaving' | 'all'

const t = phrases({
  title: { vi: 'Khách đã báo', en: 'Guests notified' },
  tonight: { vi: 'Ở đêm nay', en: 'Tonight' },
  leaving: { vi: 'Trả phòng mai', en: 'Leaving tomorrow' },
  all: { vi: 'Tất cả', en: 'All' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  none: { vi: 'Chưa có khách nào', en: 'No guest yet' },
  noneMore: {
    vi: 'Quét thẻ, gõ hoặc chọn tệp để báo khách. Thông báo vừa gửi hiện ngay ở đây.',
    en: 'Scan a card, type or choose a file. What was sent shows here at once.',
  },
})

const send: SendChange = (id, to) => orClosed(deed<typeof ChangeStay>('stays.change', { id, to }))

export const GuestList = ({
  state,
  pages,
  show,
  onShow,
  onChanged,
}: {
  state: DeskState
  pages: Pages<StayNotice>
  show: Show
  onShow: (show: Show) => void
  onChanged: () => void
}) => (
  <Card title={t('title')} icon={person} class="guest-card">
    <Tabs
      label={t('title')}
      current={show}
      onTab={onShow}
      tabs={[
        { key: 'tonight', title: t('tonight'), count: state.tonight },
        { key: 'leaving', title: t('leaving'), count: state.leavingTomorrow },
        { key: 'all', title: t('all') },
      ]}
    >
      {pages.problem && <ProblemNotice problem={pages.problem} onRetry={pages.retry} />}
      {pages.items.length === 0 && pages.isLoading && <Skeleton lines={4} />}
      {pages.items.length === 0 && !pages.isLoading && !pages.problem && (
        <EmptyState icon={home} title={t('none')}>
          {t('noneMore')}
        </EmptyState>
      )}
      <GuestRows notices={pages.items} reasons={state.reasons} send={send} onChanged={onChanged} />
      {pages.hasMore && (
        <Button isBusy={pages.isLoading} onPress={pages.more}>
          {t('more')}
        </Button>
      )}
    </Tabs>
  </Card>
)
