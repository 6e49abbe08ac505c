// By when, in the law's hours: before 23:00, after it, and the morning after. It stands still for a screen
// reader; only the figures change.
import { useEffect, useRef } from 'preact/hooks'
import { hourOf, leftWords } from '../../kit/stays/stay-words.ts'
import { useNow } from '../../ui/clock.ts'
import { timeVN } from '../../ui/format.ts'
import { check } from '../../ui/icons.tsx'
import { phrases } from '../../ui/phrases.ts'
import { Pill } from '../../ui/pill.tsx'
import type { DeskState } from './desk.ts'

const t = phrases({
  day: { vi: 'Còn {left} để báo khách hôm nay', en: '{left} left to notify today’s guests' },
  dayMore: {
    vi: 'Báo xong trước 23:00. Ai đến từ 23:00 thì báo trước 08:00 sáng mai (Điều 30 Luật Cư trú).',
    en: 'Notify before 23:00. Whoever comes at 23:00 or later is notified before 08:00 tomorrow (Law on Residence, article 30).',
  },
  night: { vi: 'Đã qua 23:00', en: 'It is past 23:00' },
  nightMore: {
    vi: 'Khách đến từ 23:00: ghi giờ đến và báo trước 08:00 sáng mai, còn {left}. Khách đến sớm hơn mà chưa báo: vẫn báo ngay, thông báo ghi là muộn.',
    en: 'Guests who come at 23:00 or later: enter the time and notify before 08:00, {left} left. Earlier guests not notified yet: notify now, the notice says that it is late.',
  },
  morning: {
    vi: 'Khách đến sau 23:00 đêm qua: báo trước 08:00',
    en: 'Guests who came after 23:00: notify before 08:00',
  },
  morningMore: {
    vi: 'Nhập ngày hôm qua và giờ đến thật để thông báo không bị ghi là muộn.',
    en: 'Enter yesterday and the true time of arrival, so that the notice does not count as late.',
  },
  tonight: { vi: 'Đã báo ở đêm nay: {n}', en: 'Notified for tonight: {n}' },
  late: { vi: 'Báo muộn: {n}', en: 'Late: {n}' },
  office: { vi: '{office} nhận', en: 'Taken by {office}' },
})

/** Every half minute is enough: no second is told. */
const LOOK_S = 30

export const DueCard = ({ state, onDue }: { state: DeskState; onDue: () => void }) => {
  const at = useNow(LOOK_S)
  const due = Date.parse(state.dueAt)
  const asked = useRef('')
  useEffect(() => {
    if (at > due && asked.current !== state.dueAt) {
      asked.current = state.dueAt
      onDue()
    }
  })
  const hour = hourOf(at)
  const left = leftWords(due - at)
  return (
    <section class={`card due-card due-${hour}`} aria-label={timeVN(at)}>
      <div>
        <h1>{t(hour, { left })}</h1>
        <p>{t(`${hour}More`, { left })}</p>
      </div>
      <p class="due-figures">
        <Pill tone="jade" icon={check}>
          {t('tonight', { n: state.tonight })}
        </Pill>
        {state.lateToday > 0 && <Pill tone="gold">{t('late', { n: state.lateToday })}</Pill>}
        <span class="quiet">{t('office', { office: state.facility.office })}</span>
      </p>
    </section>
  )
}
