// Notices of stay: her home and the rooms that she lets, and where somebody has notified her own stay.
import type { AddHome, ViewHomes, ViewOwnStays } from '../../../../contract/home-stays.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { usePages, type Pages } from '../../../client/pages.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { kindWords } from '../../../kit/stays/stay-words.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { calendar, home, key, plus } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView } from '../shell/session.ts'

const t = phrases({
  title: { vi: 'Lưu trú', en: 'Stays' },
  lead: {
    vi: 'Có khách ngủ lại nhà bạn thì báo trước 23:00; khách đến từ 23:00 thì báo trước 08:00 sáng hôm sau (khoản 4 Điều 30 Luật Cư trú).',
    en: 'Notify a guest who stays overnight with you before 23:00; one who comes at 23:00 or later before 08:00 next morning (Law on Residence, article 30(4)).',
  },
  homes: { vi: 'Tôi có khách lưu trú', en: 'I have a guest' },
  addHome: { vi: 'Báo khách ở nhà tôi', en: 'A guest in my own home' },
  addHomeMore: {
    vi: 'Nơi cư trú trong cơ sở dữ liệu: {address}',
    en: 'Where the register has you live: {address}',
  },
  noResidence: {
    vi: 'Cơ sở dữ liệu chưa có nơi cư trú của bạn nên chưa thêm nhà được. Hãy đăng ký cư trú trước.',
    en: 'The register has no residence of yours, so your home cannot be added. Register where you live first.',
  },
  addRooms: { vi: 'Thêm phòng cho thuê, nhà trọ', en: 'Add rooms that I let' },
  left: { vi: 'Không còn ở', en: 'Moved out' },
  suspended: { vi: 'Tạm dừng', en: 'Suspended' },
  level2: {
    vi: 'Báo khách ở nhà mình cần tài khoản mức 2',
    en: 'Notifying guests at home needs an account of level 2',
  },
  level2More: {
    vi: 'Đến công an xã, phường với thẻ căn cước gắn chip, khoảng 10 phút. Tối nay đã có khách thì gọi công an xã, phường để báo.',
    en: 'Come to the commune police with your chip card, about 10 minutes. If a guest stays tonight already, notify by calling the commune police.',
  },
  own: { vi: 'Nơi đã báo tôi lưu trú', en: 'Where my stay was notified' },
  days: { vi: '{from} đến {to} · báo {at} cho {office}', en: '{from} to {to} · notified {at} to {office}' },
  aHome: { vi: 'Một nhà riêng', en: 'Somebody’s home' },
  someRooms: { vi: 'Một nhà có phòng cho thuê', en: 'A house with rooms to let' },
  cancelled: { vi: 'Đã huỷ', en: 'Taken back' },
  none: { vi: 'Chưa nơi nào báo bạn lưu trú', en: 'Nobody has notified a stay of yours' },
  noneMore: {
    vi: 'Khách sạn, bệnh viện, nhà trọ hay chủ nhà báo bạn ở lại thì hiện ở đây và trong nhật ký.',
    en: 'When a hotel, a hospital or a host notifies your stay, it shows here and in your log.',
  },
  notMe: {
    vi: 'Không phải bạn? Mở nhật ký, bấm vào dòng đó rồi hỏi vì sao.',
    en: 'Was it not you? Open the log, press that line and ask why.',
  },
  log: { vi: 'Mở nhật ký', en: 'Open the log' },
  more: { vi: 'Xem thêm', en: 'Show more' },
})

type Homes = OutputOf<typeof ViewHomes>
type Home = Homes['items'][number]
type OwnStay = OutputOf<typeof ViewOwnStays>['items'][number]

const HomeRow = ({ one: { id, kind, name, address, isLeft, isSuspended } }: { one: Home }) => (
  <Row
    icon={kind === 'household' ? home : key}
    tone={isLeft || isSuspended ? 'neutral' : 'jade'}
    title={name === address ? kindWords(kind) : name}
    detail={address}
    end={(isLeft || isSuspended) && <Pill tone="neutral">{t(isSuspended ? 'suspended' : 'left')}</Pill>}
    href={hrefTo(`/stays/${id}`)}
  />
)

const MyHomes = ({ homes: { items, mayAdd, residence } }: { homes: Homes }) => {
  const adding = usePress()
  const hasOwn = items.some(({ kind, isLeft }) => kind === 'household' && !isLeft)
  const add = () =>
    void adding.press(async () => {
      const added = await ownDeed<typeof AddHome>('stays.add-home', { kind: 'household' })
      navigate(`/stays/${added.id}`)
    })
  return (
    <>
      {adding.problem && <ProblemNotice key={adding.refusals} problem={adding.problem} onRetry={add} />}
      {(items.length > 0 || mayAdd) && (
        <Rows>
          {mayAdd && !hasOwn && residence !== null && (
            <Row
              icon={plus}
              title={t('addHome')}
              detail={t('addHomeMore', { address: residence })}
              onPress={add}
            />
          )}
          {items.map((one) => (
            <HomeRow key={one.id} one={one} />
          ))}
          {mayAdd && <Row icon={plus} tone="neutral" title={t('addRooms')} href={hrefTo('/stays/rooms')} />}
        </Rows>
      )}
      {mayAdd && residence === null && <Notice isQuiet>{t('noResidence')}</Notice>}
      {!mayAdd && items.length === 0 && (
        <Notice isQuiet title={t('level2')}>
          {t('level2More')}
        </Notice>
      )}
    </>
  )
}

const placeOf = ({ place, kind }: OwnStay): string => place ?? t(kind === 'household' ? 'aHome' : 'someRooms')

const Own = ({ stay }: { stay: OwnStay }) => {
  const { address, office, from, to, filedAt, state } = stay
  const days = { from: dateVN(from), to: dateVN(to), at: dateTimeVN(filedAt), office }
  return (
    <Row
      icon={calendar}
      tone={state === 'cancelled' ? 'neutral' : 'cham'}
      title={placeOf(stay)}
      detail={
        <>
          {address !== null && (
            <>
              {address}
              <br />
            </>
          )}
          {t('days', days)}
        </>
      }
      end={state === 'cancelled' && <Pill tone="neutral">{t('cancelled')}</Pill>}
    />
  )
}

/** `isTold`: what failed stands above already, with the way to try all of it again. */
const OwnStays = ({ pages, isTold }: { pages: Pages<OwnStay>; isTold: boolean }) => {
  const { items, problem, isLoading, hasMore, more, retry } = pages
  return (
    <>
      <GroupHead title={t('own')} />
      {problem && !isTold && <ProblemNotice problem={problem} onRetry={retry} />}
      {items.length === 0 && isLoading && <Skeleton lines={3} />}
      {items.length > 0 && (
        <>
          <Rows>
            {items.map((stay) => (
              <Own key={stay.id} stay={stay} />
            ))}
          </Rows>
          <p class="quiet">{t('notMe')}</p>
          <LinkButton href={hrefTo('/looks')}>{t('log')}</LinkButton>
        </>
      )}
      {items.length === 0 && !isLoading && !problem && (
        <EmptyState icon={calendar} title={t('none')}>
          {t('noneMore')}
        </EmptyState>
      )}
      {hasMore && (
        <Button isBusy={isLoading} onPress={more}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

export default function StaysPage() {
  const { data, problem, reload } = useLoad(() => ownView<typeof ViewHomes>('stays.homes', {}))
  const pages = usePages<OwnStay>((cursor) =>
    ownView<typeof ViewOwnStays>('stays.own', cursor ? { cursor } : {}),
  )
  const retry = () => {
    reload()
    pages.retry()
  }
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/services')} />}>
      <p class="quiet">{t('lead')}</p>
      <GroupHead title={t('homes')} />
      {problem && <ProblemNotice problem={problem} onRetry={retry} />}
      {data ? <MyHomes homes={data} /> : !problem && <Skeleton lines={3} />}
      <OwnStays pages={pages} isTold={problem !== null} />
    </Screen>
  )
}
