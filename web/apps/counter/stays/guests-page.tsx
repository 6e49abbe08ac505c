// The guests of tonight at one place, or all who were notified late. Each of them reads that the office
// looked.
import './stays.css'
import type { ListStayGuests } from '../../../../contract/stays.ts'
import { view } from '../../../client/call.ts'
import { usePages } from '../../../client/pages.ts'
import { now } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { isoDayVN } from '../../../ui/format.ts'
import { eye, home } from '../../../ui/icons.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { orSignIn } from '../shell/officer.ts'
import { PagedTable } from '../shell/paged-table.tsx'
import { guestColumns, type SeenGuest } from './seen-guests.tsx'

const t = phrases({
  late: { vi: 'Khách báo muộn đêm nay', en: 'Guests notified late tonight' },
  atPlace: { vi: 'Khách ở đêm nay', en: 'Guests of tonight' },
  seen: {
    vi: 'Mỗi khách trong danh sách thấy dòng “Công an xem ai đang lưu trú tại địa bàn” trong nhật ký của mình.',
    en: 'Each guest of this list reads in her log that the police looked at who stays in the area.',
  },
  back: { vi: 'Mọi chỗ ở', en: 'All places' },
  none: { vi: 'Không có khách nào', en: 'No guest' },
  noneWhy: {
    vi: 'Thông báo của đêm nay hiện ở đây ngay khi được gửi.',
    en: 'Notices of tonight show here as soon as they are sent.',
  },
})

const GuestsPage = ({ params }: PageProps) => {
  const { place } = params
  const title = t(place === undefined ? 'late' : 'atPlace')
  const pages = usePages<SeenGuest>((cursor) =>
    orSignIn(
      view<typeof ListStayGuests>('stays.seen-guests', {
        day: isoDayVN(now()),
        ...(place === undefined ? {} : { placeId: place }),
        ...(cursor ? { cursor } : {}),
      }),
    ),
  )
  const name = place === undefined ? undefined : pages.items[0]?.place
  return (
    <CounterFrame title={title}>
      <PageHead
        title={name ? `${name} · ${title}` : title}
        end={<LinkButton href={hrefTo('/stays')}>{t('back')}</LinkButton>}
      />
      <Notice isQuiet icon={eye}>
        {t('seen')}
      </Notice>
      <PagedTable
        pages={pages}
        caption={title}
        keyOf={({ id }) => id}
        isMarked={({ late_min }) => late_min > 0}
        columns={guestColumns(place === undefined)}
        empty={{ icon: home, title: t('none'), why: t('noneWhy') }}
      />
    </CounterFrame>
  )
}

export default GuestsPage
