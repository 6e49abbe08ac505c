// The legal deadline of an application, in colour and in words (Decree 69/2024 art. 13: one working day for
// level 1).
import { now } from '../../../ui/clock.ts'
import { dateTimeVN, dayVN, timeVN } from '../../../ui/format.ts'
import { clock } from '../../../ui/icons.tsx'
import { Pill, type PillTone } from '../../../ui/pill.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  days: { vi: 'Còn {n} ngày', en: '{n} days left' },
  hours: { vi: 'Còn {n} giờ', en: '{n} hours left' },
  minutes: { vi: 'Còn {n} phút', en: '{n} minutes left' },
  overDays: { vi: 'Quá hạn {n} ngày', en: '{n} days overdue' },
  overHours: { vi: 'Quá hạn {n} giờ', en: '{n} hours overdue' },
  overMinutes: { vi: 'Quá hạn {n} phút', en: '{n} minutes overdue' },
  until: { vi: '{time} {day}', en: '{time} {day}' },
})

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Words and colour for the time left until `dueAt`. */
export const dueWords = (dueAt: string): { words: string; tone: PillTone; isOver: boolean } => {
  const left = Date.parse(dueAt) - now()
  const size = Math.abs(left)
  const isOver = left < 0
  const words =
    size >= 2 * DAY
      ? t(isOver ? 'overDays' : 'days', { n: Math.floor(size / DAY) })
      : size >= HOUR
        ? t(isOver ? 'overHours' : 'hours', { n: Math.floor(size / HOUR) })
        : t(isOver ? 'overMinutes' : 'minutes', { n: Math.max(1, Math.floor(size / MINUTE)) })
  return { words, isOver, tone: isOver ? 'son' : left < 4 * HOUR ? 'gold' : 'ok' }
}

export const Due = ({ dueAt }: { dueAt: string }) => {
  const { words, tone } = dueWords(dueAt)
  return (
    <time dateTime={dueAt} title={dateTimeVN(dueAt)}>
      <Pill tone={tone} icon={clock}>
        {words}
      </Pill>
    </time>
  )
}

/** `17:00 thứ Tư 25/11` */
export const dueMoment = (dueAt: string): string => t('until', { time: timeVN(dueAt), day: dayVN(dueAt) })
