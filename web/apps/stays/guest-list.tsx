// Whom the desk has told of: tonight, leaving tomorrow, all. A guest leaves, or her notice is corrected or
// taken back.
import { useState } from 'preact/hooks'
import type { ChangeStay } from '../../../contract/stays.ts'
import { deed } from '../../client/call.ts'
import type { Pages } from '../../client/pages.ts'
import { usePress } from '../../client/press.ts'
import { ProblemNotice } from '../../kit/problem-notice.tsx'
import {
  cancelWords,
  lateText,
  reasonWords,
  stayTimeWords,
  wayWords,
  type Notice as StayNotice,
} from '../../kit/stays/stay-words.ts'
import { announce } from '../../ui/attention.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { isoDayVN, timeOrDayVN } from '../../ui/format.ts'
import { now } from '../../ui/clock.ts'
import { home, person } from '../../ui/icons.tsx'
import { phrases } from '../../ui/phrases.ts'
import { Pill } from '../../ui/pill.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { EmptyState, Skeleton } from '../../ui/waiting.tsx'
import { CancelDialog, CorrectDialog } from './change-dialogs.tsx'
import { orClosed, type DeskState } from './desk.ts'

export type Show = 'tonight' | 'leaving' | 'all'

const t = phrases({
  title: { vi: 'Khách đã báo', en: 'Guests notified' },
  tonight: { vi: 'Ở đêm nay', en: 'Tonight' },
  leaving: { vi: 'Trả phòng mai', en: 'Leaving tomorrow' },
  all: { vi: 'Tất cả', en: 'All' },
  line: { vi: '{from} đến {to} · {reason}', en: '{from} to {to} · {reason}' },
  room: { vi: 'Phòng {room}', en: 'Room {room}' },
  told: { vi: 'giấy tờ …{end} · {way}, {at}', en: 'paper …{end} · {way}, {at}' },
  cancelled: { vi: 'Đã huỷ: {why}', en: 'Taken back: {why}' },
  leave: { vi: 'Đã rời', en: 'Has left' },
  leaveOf: { vi: '{name} đã rời', en: '{name} has left' },
  left: { vi: 'Đã ghi {name} rời đi', en: 'It stands that {name} has left' },
  correct: { vi: 'Sửa', en: 'Correct' },
  correctOf: { vi: 'Sửa thông báo của {name}', en: 'Correct the notice of {name}' },
  cancel: { vi: 'Huỷ', en: 'Take back' },
  cancelOf: { vi: 'Huỷ thông báo của {name}', en: 'Take back the notice of {name}' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  none: { vi: 'Chưa có khách nào', en: 'No guest yet' },
  noneMore: {
    vi: 'Quét thẻ, gõ hoặc chọn tệp để báo khách. Thông báo vừa gửi hiện ngay ở đây.',
    en: 'Scan a card, type or choose a file. What was sent shows here at once.',
  },
})

const Lines = ({ notice }: { notice: StayNotice }) => {
  const { room, documentEnd: end, way, filedAt } = notice
  const days = {
    from: stayTimeWords(notice.from),
    to: stayTimeWords(notice.to),
    reason: reasonWords(notice.reason),
  }
  return (
    <span>
      <b>{notice.fullName}</b>
      <small>{[room && t('room', { room }), t('line', days)].filter(Boolean).join(' · ')}</small>
      <small>{t('told', { end, way: wayWords(way), at: timeOrDayVN(filedAt, now()) })}</small>
    </span>
  )
}

interface Acts {
  readonly onCancel: () => void
  readonly onCorrect: () => void
  readonly onChanged: () => void
}
const Guest = ({ notice, onCancel, onCorrect, onChanged }: { notice: StayNotice } & Acts) => {
  const leaving = usePress()
  const { id, fullName: name, state, late_min, cancelledWhy } = notice
  const leave = () =>
    void leaving.press(async () => {
      const to = { change: 'leave', at: isoDayVN(now()) } as const
      await orClosed(deed<typeof ChangeStay>('stays.change', { id, to }))
      announce(t('left', { name }))
      onChanged()
    })
  const isThere = state === 'filed' && notice.to.slice(0, 10) > isoDayVN(now())
  return (
    <li class={state === 'cancelled' ? 'is-cancelled' : ''}>
      <Lines notice={notice} />
      <span class="stay-acts">
        {late_min > 0 && <Pill tone="gold">{lateText(late_min)}</Pill>}
        {cancelledWhy && <Pill tone="neutral">{t('cancelled', { why: cancelWords(cancelledWhy) })}</Pill>}
        {isThere && (
          <Button size="small" label={t('leaveOf', { name })} isBusy={leaving.isBusy} onPress={leave}>
            {t('leave')}
          </Button>
        )}
        {state === 'filed' && (
          <>
            <Button size="small" label={t('correctOf', { name })} onPress={onCorrect}>
              {t('correct')}
            </Button>
            <Button size="small" kind="danger-quiet" label={t('cancelOf', { name })} onPress={onCancel}>
              {t('cancel')}
            </Button>
          </>
        )}
      </span>
      {leaving.problem && <ProblemNotice problem={leaving.problem} onRetry={leave} />}
    </li>
  )
}

const List = ({
  pages,
  state,
  onChanged,
}: {
  pages: Pages<StayNotice>
  state: DeskState
  onChanged: () => void
}) => {
  const [asked, ask] = useState<{ what: 'cancel' | 'correct'; notice: StayNotice } | null>(null)
  const done = () => {
    ask(null)
    onChanged()
  }
  return (
    <>
      <ul class="stay-list">
        {pages.items.map((notice) => (
          <Guest
            key={notice.id}
            notice={notice}
            onCancel={() => ask({ what: 'cancel', notice })}
            onCorrect={() => ask({ what: 'correct', notice })}
            onChanged={onChanged}
          />
        ))}
      </ul>
      {asked?.what === 'cancel' && (
        <CancelDialog notice={asked.notice} onClose={() => ask(null)} onDone={done} />
      )}
      {asked?.what === 'correct' && (
        <CorrectDialog
          notice={asked.notice}
          reasons={state.reasons}
          onClose={() => ask(null)}
          onDone={done}
        />
      )}
    </>
  )
}

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
      <List pages={pages} state={state} onChanged={onChanged} />
      {pages.hasMore && (
        <Button isBusy={pages.isLoading} onPress={pages.more}>
          {t('more')}
        </Button>
      )}
    </Tabs>
  </Card>
)
