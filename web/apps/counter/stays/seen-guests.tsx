// Guests as the police reads them: the latest first, and what the register says of name and number.
import { lateText, reasonWords, stayTimeWords, wayWords } from '../../../kit/stays/stay-words.ts'
import type { ListStayGuests } from '../../../../contract/stays.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { now } from '../../../ui/clock.ts'
import { timeOrDayVN } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import { Pill, type PillTone } from '../../../ui/pill.tsx'

export type SeenGuest = OutputOf<typeof ListStayGuests>['items'][number]

const t = phrases({
  name: { vi: 'Khách', en: 'Guest' },
  paper: { vi: 'sinh {birth} · giấy tờ …{end}', en: 'born {birth} · paper …{end}' },
  foreign: { vi: 'sinh {birth} · hộ chiếu {nation} …{end}', en: 'born {birth} · passport {nation} …{end}' },
  stay: { vi: 'Ở từ, đến', en: 'From, to' },
  days: { vi: '{from} đến {to}', en: '{from} to {to}' },
  room: { vi: 'phòng {room}', en: 'room {room}' },
  told: { vi: 'Báo lúc', en: 'Notified' },
  register: { vi: 'Đối chiếu', en: 'Register' },
  waiting: { vi: 'Đang đối chiếu', en: 'Being compared' },
  agrees: { vi: 'Khớp dữ liệu', en: 'Agrees' },
  differs: { vi: 'Tên và số không khớp', en: 'Name and number differ' },
  unknown: { vi: 'Không có số này', en: 'No such number' },
  'foreign-paper': { vi: 'Hộ chiếu', en: 'Passport' },
  cancelled: { vi: 'Đã huỷ', en: 'Taken back' },
})

const tones: Readonly<Record<SeenGuest['registerSays'], PillTone>> = {
  waiting: 'neutral',
  agrees: 'ok',
  differs: 'gold',
  unknown: 'gold',
  foreign: 'neutral',
}
const paperOf = ({ birthDate: birth, documentEnd: end, nationality: nation }: SeenGuest): string => {
  const shown = birth.split('-').toReversed().join('/')
  return nation === null ? t('paper', { birth: shown, end }) : t('foreign', { birth: shown, nation, end })
}

/** `hasPlace`: where guests of several places stand in one list. */
export const guestColumns = (hasPlace: boolean) => [
  {
    key: 'name',
    title: t('name'),
    isWide: true,
    cell: (row: SeenGuest) => (
      <>
        <b>{row.fullName}</b>
        <small class="stay-place">{paperOf(row)}</small>
      </>
    ),
  },
  {
    key: 'stay',
    title: t('stay'),
    cell: (row: SeenGuest) => (
      <>
        {t('days', { from: stayTimeWords(row.from), to: stayTimeWords(row.to) })}
        <small class="stay-place">
          {[hasPlace && row.place, row.room && t('room', { room: row.room }), reasonWords(row.reason)]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </>
    ),
  },
  {
    key: 'told',
    title: t('told'),
    cell: (row: SeenGuest) => (
      <>
        <time class="nowrap" dateTime={row.filedAt}>
          {timeOrDayVN(row.filedAt, now())}
        </time>
        <small class="stay-place">{wayWords(row.way)}</small>
      </>
    ),
  },
  {
    key: 'register',
    title: t('register'),
    align: 'end' as const,
    cell: (row: SeenGuest) => (
      <span class="stay-pills">
        {row.state === 'cancelled' && <Pill tone="neutral">{t('cancelled')}</Pill>}
        {row.late_min > 0 && <Pill tone="gold">{lateText(row.late_min)}</Pill>}
        <Pill tone={tones[row.registerSays]}>
          {t(row.registerSays === 'foreign' ? 'foreign-paper' : row.registerSays)}
        </Pill>
      </span>
    ),
  },
]
