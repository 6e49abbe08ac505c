// Guests who were notified, a line each: one leaves, or her notice is corrected or taken back.
import './stays.css'
import { useState } from 'preact/hooks'
import { usePress } from '../../client/press.ts'
import { announce } from '../../ui/attention.tsx'
import { Button } from '../../ui/button.tsx'
import { now } from '../../ui/clock.ts'
import { isoDayVN, timeOrDayVN } from '../../ui/format.ts'
import { phrases } from '../../ui/phrases.ts'
import { Pill } from '../../ui/pill.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { CancelDialog, CorrectDialog, type SendChange } from './change-dialogs.tsx'
import type { Reason } from './guest-form.tsx'
import {
  cancelWords,
  lateText,
  reasonWords,
  stayTimeWords,
  wayWords,
  type Notice as StayNotice,
} from './stay-words.ts'

const t = phrases({
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
const Guest = ({
  notice,
  send,
  onCancel,
  onCorrect,
  onChanged,
}: { notice: StayNotice; send: SendChange } & Acts) => {
  const leaving = usePress()
  const { id, fullName: name, state, late_min, cancelledWhy } = notice
  const leave = () =>
    void leaving.press(async () => {
      await send(id, { change: 'leave', at: isoDayVN(now()) })
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

/** `hasRooms`: a home has none. */
export const GuestRows = ({
  notices,
  reasons,
  hasRooms = true,
  send,
  onChanged,
}: {
  notices: readonly StayNotice[]
  reasons: readonly Reason[]
  hasRooms?: boolean
  send: SendChange
  onChanged: () => void
}) => {
  const [asked, ask] = useState<{ what: 'cancel' | 'correct'; notice: StayNotice } | null>(null)
  const done = () => {
    ask(null)
    onChanged()
  }
  const dialog = { send, onClose: () => ask(null), onDone: done }
  return (
    <>
      <ul class="stay-list">
        {notices.map((notice) => (
          <Guest
            key={notice.id}
            notice={notice}
            send={send}
            onCancel={() => ask({ what: 'cancel', notice })}
            onCorrect={() => ask({ what: 'correct', notice })}
            onChanged={onChanged}
          />
        ))}
      </ul>
      {asked?.what === 'cancel' && <CancelDialog notice={asked.notice} {...dialog} />}
      {asked?.what === 'correct' && (
        <CorrectDialog notice={asked.notice} reasons={reasons} hasRooms={hasRooms} {...dialog} />
      )}
    </>
  )
}
