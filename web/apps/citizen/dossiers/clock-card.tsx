// The legal clock as blocks of working days or hours, with its article; why it stands still; how far past it
// is.
import './dossier.css'
import type { ViewOwnDossier } from '../../../../contract/dossiers.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { Card } from '../../../ui/card.tsx'
import { dateVN, numberText } from '../../../ui/format.ts'
import { clock as clockIcon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { limitParts } from '../services/service-words.ts'
import { dueText } from './dossier-words.ts'

export type OwnDossier = OutputOf<typeof ViewOwnDossier>
type Clock = NonNullable<OwnDossier['clock']>

const t = phrases({
  runs: { vi: 'Đồng hồ theo luật', en: 'The legal clock' },
  stands: { vi: 'Đồng hồ đang dừng', en: 'The clock stands still' },
  ended: { vi: 'Đồng hồ đã dừng hẳn', en: 'The clock has ended' },
  usedDays: {
    vi: 'Đã dùng {used} trên {whole} ngày làm việc ({law}).',
    en: '{used} of {whole} working days are used ({law}).',
  },
  usedHours: {
    vi: 'Đã dùng {used} trên {whole} giờ làm việc ({law}).',
    en: '{used} of {whole} working hours are used ({law}).',
  },
  overDays: { vi: 'Quá {over} ngày làm việc.', en: '{over} working days past it.' },
  overHours: { vi: 'Quá {over} giờ làm việc.', en: '{over} working hours past it.' },
  newDue: { vi: 'Hạn mới: {at}.', en: 'The new day is {at}.' },
  from: { vi: 'Tính từ {day}.', en: 'Counted from {day}.' },
  late: {
    vi: 'Nộp sau giờ nhận hồ sơ nên tính từ {day}.',
    en: 'It came after the day’s last hour, so it counts from {day}.',
  },
  supplement: { vi: 'Dừng từ {at} vì chờ bạn bổ sung.', en: 'It stands still since {at}: it waits for you.' },
  payment: {
    vi: 'Dừng từ {at} vì chờ bạn nộp phí.',
    en: 'It stands still since {at}: it waits for the fee.',
  },
  consultation: {
    vi: 'Dừng từ {at} vì chờ cơ quan khác trả lời.',
    en: 'It stands still since {at}: another office was asked.',
  },
  other: { vi: 'Dừng từ {at}, có lý do trong hồ sơ.', en: 'It stands still since {at}.' },
  due: { vi: 'Hạn trả: {at}.', en: 'Due by {at}.' },
  calendar: {
    vi: 'Không tính thứ Bảy, Chủ nhật và ngày lễ. Có ngày nghỉ mới thì hạn tự dời và chúng tôi báo bạn.',
    en: 'Weekends and holidays do not count. If a holiday is added, the day moves and you are told.',
  },
  pause: { vi: 'dừng', en: 'stop' },
  over: { vi: '+{over}', en: '+{over}' },
})

/** More would be too small to read; the sentence says it anyway. */
const MOST = 14

const Blocks = ({ clock, isRunning }: { clock: Clock; isRunning: boolean }) => {
  const { used, whole, over, pausedSince } = clock
  const done = Math.min(Math.floor(used), whole)
  if (whole > MOST) {
    return (
      <div class="clock-bar" aria-hidden="true">
        <i style={`width:${Math.min(100, (used / whole) * 100)}%`} class={over > 0 ? 'is-over' : ''} />
      </div>
    )
  }
  return (
    <ol class="clock-blocks" aria-hidden="true">
      {Array.from({ length: whole }, (_, i) => i + 1).flatMap((n) => {
        const isStop = pausedSince !== null && n === done + 1
        const block = (
          <li key={n} class={n <= done ? 'is-done' : isRunning && n === done + 1 && !isStop ? 'is-now' : ''}>
            {n}
          </li>
        )
        return isStop
          ? [
              <li key="stop" class="is-stop">
                {t('pause')}
              </li>,
              block,
            ]
          : [block]
      })}
      {over > 0 && (
        <li key="over" class="is-over">
          {t('over', { over: numberText(Math.ceil(over)) })}
        </li>
      )}
    </ol>
  )
}

const decimals = (n: number): string => numberText(n, Number.isInteger(n) ? 0 : 1)

export const ClockCard = ({ own }: { own: OwnDossier }) => {
  const { clock, dueAt, endedAt, apology } = own
  if (!clock) {
    return null
  }
  const { unit, used, whole, over, from, cameAfterCutOff, pausedSince, pausedFor, law } = clock
  const parts = limitParts(law)
  const told = { used: decimals(used), whole: decimals(whole), law: parts.law ?? parts.time }
  return (
    <Card
      class="clock-card"
      title={t(endedAt !== null ? 'ended' : pausedSince === null ? 'runs' : 'stands')}
      icon={clockIcon}
    >
      <Blocks clock={clock} isRunning={endedAt === null} />
      <p>
        {t(unit === 'days' ? 'usedDays' : 'usedHours', told)}{' '}
        {over > 0 && <b>{t(unit === 'days' ? 'overDays' : 'overHours', { over: decimals(over) })} </b>}
        {endedAt === null && pausedSince !== null && (
          <b>{t(pausedFor ?? 'other', { at: dueText(pausedSince) })} </b>
        )}
        {endedAt === null && pausedSince === null && dueAt !== null && (
          <b>{t(apology === null ? 'due' : 'newDue', { at: dueText(dueAt) })}</b>
        )}
      </p>
      <p class="quiet small spaced">
        {t(cameAfterCutOff ? 'late' : 'from', { day: dateVN(from) })}
        {endedAt === null && ` ${t('calendar')}`}
      </p>
    </Card>
  )
}
