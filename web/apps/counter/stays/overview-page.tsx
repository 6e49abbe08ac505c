// Places of stay of the office tonight: those with late notices first. No guest is named here; whoever opens
// a place leaves a line with each of its guests.
import '../../../ui/card.css'
import './stays.css'
import { useState } from 'preact/hooks'
import type { ViewStayOverview } from '../../../../contract/stays.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { usePages } from '../../../client/pages.ts'
import { hourOf, kindWords, leftWords } from '../../../kit/stays/stay-words.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { now, useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { timeOrDayVN } from '../../../ui/format.ts'
import { home, search } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { orSignIn } from '../shell/officer.ts'
import { PagedTable } from '../shell/paged-table.tsx'

const t = phrases({
  title: { vi: 'Thông báo lưu trú', en: 'Notices of stay' },
  find: { vi: 'Tìm một người', en: 'Find a person' },
  tonight: { vi: 'Ở lại đêm nay', en: 'Staying tonight' },
  foreign: { vi: '{n} người dùng hộ chiếu', en: '{n} with a passport' },
  late: { vi: 'Báo muộn', en: 'Late' },
  lateMore: { vi: 'Vẫn được nhận, ghi rõ muộn bao lâu', en: 'Taken all the same, each says by how much' },
  seeLate: { vi: 'Xem khách báo muộn', en: 'See the late ones' },
  left: { vi: 'Còn lại', en: 'Left' },
  day: { vi: 'tới 23:00', en: 'to 23:00' },
  night: { vi: 'tới 08:00, cho khách đến từ 23:00', en: 'to 08:00, for arrivals from 23:00 on' },
  morning: { vi: 'tới 23:00 hôm nay', en: 'to 23:00 today' },
  places: { vi: 'Theo chỗ ở', en: 'By place' },
  place: { vi: 'Chỗ ở', en: 'Place' },
  guests: { vi: 'Đêm nay', en: 'Tonight' },
  last: { vi: 'Báo gần nhất', en: 'Last notice' },
  state: { vi: 'Tình trạng', en: 'State' },
  isLate: { vi: '{n} báo muộn', en: '{n} late' },
  inTime: { vi: 'Đúng hạn', en: 'In time' },
  nobody: { vi: 'Chưa báo ai', en: 'Nobody yet' },
  suspended: { vi: 'Đang tạm dừng', en: 'Suspended' },
  none: { vi: 'Chưa có chỗ ở nào báo về đơn vị này', en: 'No place tells this office' },
  noneWhy: {
    vi: 'Người vận hành đăng ký khách sạn, bệnh viện, ký túc xá; nhà riêng và phòng trọ do chủ nhà thêm trong ứng dụng.',
    en: 'The operator registers hotels, hospitals and dormitories; homes and rented rooms are added by their hosts in the app.',
  },
})

type Overview = OutputOf<typeof ViewStayOverview>
type Place = Overview['places']['items'][number]

const State = ({ place: { isSuspended, late, tonight } }: { place: Place }) =>
  isSuspended ? (
    <Pill tone="son">{t('suspended')}</Pill>
  ) : late > 0 ? (
    <Pill tone="gold">{t('isLate', { n: late })}</Pill>
  ) : (
    <Pill tone={tonight > 0 ? 'ok' : 'neutral'}>{t(tonight > 0 ? 'inTime' : 'nobody')}</Pill>
  )

const columns = () => [
  {
    key: 'place',
    title: t('place'),
    isWide: true,
    cell: (row: Place) => (
      <>
        <b>{row.name}</b>
        <small class="stay-place">
          {[kindWords(row.kind), ...(row.name === row.address ? [] : [row.address])].join(' · ')}
        </small>
      </>
    ),
  },
  { key: 'guests', title: t('guests'), align: 'end' as const, cell: (row: Place) => row.tonight },
  {
    key: 'last',
    title: t('last'),
    cell: (row: Place) =>
      row.lastFiledAt ? (
        <time class="nowrap" dateTime={row.lastFiledAt}>
          {timeOrDayVN(row.lastFiledAt, now())}
        </time>
      ) : (
        <span class="quiet">–</span>
      ),
  },
  { key: 'state', title: t('state'), align: 'end' as const, cell: (row: Place) => <State place={row} /> },
]

const Figures = ({ overview }: { overview: Overview }) => {
  const at = useNow(30)
  return (
    <div class="stay-figures">
      <section class="card" aria-label={t('tonight')}>
        <span>{t('tonight')}</span>
        <b>{overview.tonight}</b>
        <span class="quiet">{t('foreign', { n: overview.foreign })}</span>
      </section>
      <section class="card" aria-label={t('late')}>
        <span>{t('late')}</span>
        <b>{overview.late}</b>
        {overview.late > 0 ? (
          <a href={hrefTo('/stays/late')}>{t('seeLate')}</a>
        ) : (
          <span class="quiet">{t('lateMore')}</span>
        )}
      </section>
      <section class="card" aria-label={t('left')}>
        <span>{t('left')}</span>
        <b>{leftWords(Date.parse(overview.dueAt) - at)}</b>
        <span class="quiet">{t(hourOf(at))}</span>
      </section>
    </div>
  )
}

const OverviewPage = () => {
  const [overview, setOverview] = useState<Overview | null>(null)
  const pages = usePages<Place>(async (cursor) => {
    const read = await orSignIn(view<typeof ViewStayOverview>('stays.commune', cursor ? { cursor } : {}))
    setOverview(read)
    return read.places
  })
  return (
    <CounterFrame title={t('title')}>
      <PageHead
        title={t('title')}
        end={
          <LinkButton icon={search} href={hrefTo('/stays/search')}>
            {t('find')}
          </LinkButton>
        }
      />
      {overview && <Figures overview={overview} />}
      <PagedTable
        pages={pages}
        caption={t('places')}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => hrefTo(`/stays/at/${id}`)}
        isMarked={({ late }) => late > 0}
        columns={columns()}
        empty={{ icon: home, title: t('none'), why: t('noneWhy') }}
      />
    </CounterFrame>
  )
}

export default OverviewPage
