// The time that the law gives, in working days as blocks or working hours in words: what is used, why it
// stands still, what is over.
import { Card } from '../../../ui/card.tsx'
import { cx } from '../../../ui/class-names.ts'
import { dateTimeVN, dayVN, numberText, timeVN } from '../../../ui/format.ts'
import { clock as clockIcon, Icon, pause } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import type { Dossier } from './dossier.ts'
import { pausedWords } from './dossier-words.ts'

const t = phrases({
  due: { vi: 'Hạn trả: {day}', en: 'Due: {day}' },
  dueAt: { vi: 'Hạn trả: {time} {day}', en: 'Due: {time} {day}' },
  none: { vi: 'Hạn trả', en: 'Due' },
  notYet: {
    vi: 'Đồng hồ chạy khi hồ sơ được tiếp nhận.',
    en: 'The clock begins when the dossier is received.',
  },
  days: { vi: 'Đã dùng {used} trên {whole} ngày làm việc.', en: '{used} of {whole} working days used.' },
  hours: { vi: 'Đã dùng {used} trên {whole} giờ làm việc.', en: '{used} of {whole} working hours used.' },
  overdays: { vi: 'Quá hạn {n} ngày làm việc.', en: '{n} working days over.' },
  overhours: { vi: 'Quá hạn {n} giờ làm việc.', en: '{n} working hours over.' },
  cutOff: {
    vi: 'Nộp sau giờ nhận nên tính từ ngày làm việc sau.',
    en: 'It came after the hour of receipt, so the next working day counts first.',
  },
  from: { vi: 'Tính từ {day}.', en: 'Counted from {day}.' },
  paused: { vi: 'Dừng tính từ {at}: {why}', en: 'Stopped since {at}: {why}' },
  apology: {
    vi: 'Đã xin lỗi và hẹn lại {day} (hạn cũ {was}): {reason}',
    en: 'Apologised, new day {day} (was {was}): {reason}',
  },
  more: { vi: '+{n}', en: '+{n}' },
})

type Clock = NonNullable<Dossier['clock']>
/** More blocks than this are no picture any more. */
const BLOCKS_MAX = 15

const Blocks = ({ clock }: { clock: Clock }) => {
  const whole = Math.ceil(clock.whole)
  if (whole > BLOCKS_MAX) {
    return null
  }
  const over = Math.min(Math.ceil(clock.over), 5)
  return (
    <ol class="dos-blocks" aria-hidden="true">
      {Array.from({ length: whole }, (_, i) => (
        <li
          key={i}
          class={cx(i < Math.floor(clock.used) && 'is-used', i === Math.floor(clock.used) && 'is-now')}
        >
          {i + 1}
        </li>
      ))}
      {Array.from({ length: over }, (_, i) => (
        <li key={`over-${i}`} class="is-over">
          {t('more', { n: i + 1 })}
        </li>
      ))}
    </ol>
  )
}

const inShort = (n: number): string => numberText(n, Number.isInteger(n) ? 0 : 1)

const Running = ({ clock }: { clock: Clock }) => (
  <>
    <Blocks clock={clock} />
    <p>
      {t(clock.unit, { used: inShort(clock.used), whole: inShort(clock.whole) })}
      {clock.over > 0 && <b class="dos-over"> {t(`over${clock.unit}`, { n: inShort(clock.over) })}</b>}
    </p>
    {clock.pausedSince && clock.pausedFor && (
      <p class="dos-paused">
        <Icon of={pause} size={18} />
        {t('paused', { at: dateTimeVN(clock.pausedSince), why: pausedWords(clock.pausedFor) })}
      </p>
    )}
    <p class="quiet dos-small">
      {t('from', { day: dayVN(clock.from) })} {clock.cameAfterCutOff && `${t('cutOff')} `}
      {inLanguage(clock.law)}
    </p>
  </>
)

export const ClockCard = ({ dossier: { clock, dueAt, apology } }: { dossier: Dossier }) => {
  const day = dueAt && dayVN(dueAt)
  const title = !dueAt
    ? t('none')
    : clock?.unit === 'hours'
      ? t('dueAt', { time: timeVN(dueAt), day: day ?? '' })
      : t('due', { day: day ?? '' })
  return (
    <Card title={title} icon={clockIcon} class="dos-clock">
      {clock ? <Running clock={clock} /> : <p class="quiet">{t('notYet')}</p>}
      {apology && (
        <p class="dos-small">
          {t('apology', {
            day: dayVN(apology.newDueAt),
            was: dayVN(apology.wasDueAt),
            reason: apology.reason,
          })}
        </p>
      )}
    </Card>
  )
}
