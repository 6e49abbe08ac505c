// Public services to look for, by words or by what happens in a life; and what else the app does.
import './services.css'
import { useState } from 'preact/hooks'
import type { ListServices } from '../../../../contract/services.ts'
import { view } from '../../../client/call.ts'
import { useLoad } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Status } from '../../../ui/attention.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import {
  card,
  check,
  eye,
  globe,
  home,
  inbox,
  message,
  monitor,
  scan,
  search,
  share,
  shield,
} from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { CitizenNav } from '../shell/citizen-nav.tsx'
import { Screen } from '../shell/screen.tsx'
import { searchServices, type LifeEvent, type Service } from './service-search.ts'
import { feeText, lifeEventWords, limitParts, serviceIcon } from './service-words.ts'

const t = phrases({
  title: { vi: 'Dịch vụ', en: 'Services' },
  ask: { vi: 'Bạn cần làm việc gì?', en: 'What do you need to do?' },
  askHint: {
    vi: 'Ví dụ: tạm trú, giấy ct07. Gõ không dấu cũng được.',
    en: 'For example: temporary residence, ct07',
  },
  events: { vi: 'Theo việc trong đời', en: 'By what happens in life' },
  all: { vi: 'Tất cả', en: 'All' },
  found: { vi: '{count} dịch vụ', en: '{count} services' },
  one: { vi: '1 dịch vụ', en: '1 service' },
  none: { vi: 'Chưa có dịch vụ nào như vậy', en: 'No service is called that' },
  noneMore: {
    vi: 'Thử ít từ hơn, hoặc gọi tổng đài 1900 0368 để được chỉ đúng nơi.',
    en: 'Try fewer words, or call the hotline 1900 0368 to be shown the right place.',
  },
  costs: { vi: '{fee} · {time}', en: '{fee} · {time}' },
  upTo: { vi: 'Nhiều nhất {fee}', en: 'At most {fee}' },
  works: { vi: 'Trong ứng dụng này', en: 'In this app' },
  present: { vi: 'Xuất trình căn cước', en: 'Present the identity card' },
  presentMore: { vi: 'Mở được cả khi không có mạng', en: 'Opens without a network too' },
  signIn: { vi: 'Đăng nhập các trang dịch vụ', en: 'Sign in to services' },
  signInMore: {
    vi: 'Ở trang dịch vụ, bấm “Đăng nhập bằng Sen”. Bạn sẽ thấy họ nhận những gì',
    en: 'At a service press “Sign in with Sen”. You see what they get',
  },
  connected: { vi: 'Dịch vụ đã kết nối', en: 'Connected services' },
  shared: { vi: 'Giấy tờ đã chia sẻ', en: 'Documents I shared' },
  parties: { vi: 'Ai được phép hỏi giấy tờ', en: 'Who may ask for documents' },
  looks: { vi: 'Xem ai đã xem dữ liệu', en: 'See who looked at my data' },
  devices: { vi: 'Quản lý thiết bị', en: 'Manage devices' },
  read: { vi: 'Đọc mã QR trên thẻ', en: 'Read the code on a card' },
  petitions: { vi: 'Phản ánh, kiến nghị', en: 'Petitions' },
  petitionsMore: {
    vi: 'Viết cho cơ quan có thẩm quyền, có trả lời trong 10 ngày làm việc',
    en: 'Write to the competent office and hear within 10 working days',
  },
  stays: { vi: 'Báo khách lưu trú', en: 'Guests staying with me' },
  staysMore: {
    vi: 'Có khách ngủ lại thì báo trước 23:00; xem nơi nào đã báo bạn lưu trú',
    en: 'Notify an overnight guest before 23:00; see who notified a stay of yours',
  },
  inbox: { vi: 'Hộp thư', en: 'Inbox' },
  level2: { vi: 'Lên mức 2', en: 'Reach level 2' },
  level2More: {
    vi: 'Đến công an xã, phường với thẻ căn cước gắn chip, khoảng 10 phút: đọc chip, chụp ảnh, lấy vân tay',
    en: 'Come to the commune police with your chip card, about 10 minutes: chip, portrait, fingerprints',
  },
  check: { vi: 'Kiểm tra giấy tờ của người khác', en: "Check somebody else's document" },
  checkMore: { vi: 'Ai cũng dùng được, không cần mạng', en: 'For anyone, without a network' },
})

/** Those of which some service is, in the order in which they come in a life. */
const eventsOf = (services: readonly Service[]): readonly LifeEvent[] => [
  ...new Set(services.flatMap(({ lifeEvents }) => lifeEvents)),
]

const Events = ({ events, chosen }: { events: readonly LifeEvent[]; chosen: string | null }) => (
  <nav class="event-chips" aria-label={t('events')}>
    {[null, ...events].map((event) => (
      <a
        key={event ?? ''}
        class="event-chip"
        href={hrefTo(event === null ? '/services' : `/services?event=${event}`)}
        aria-current={event === chosen ? 'true' : undefined}
      >
        {event === null ? t('all') : lifeEventWords(event)}
      </a>
    ))}
  </nav>
)

const ServiceRow = ({ service }: { service: Service }) => (
  <Row
    icon={serviceIcon(service.icon)}
    title={inLanguage(service.title)}
    detail={t('costs', {
      fee: service.fee_vnd === 0 ? feeText(0) : t('upTo', { fee: feeText(service.fee_vnd) }),
      time: limitParts(service.limit).time,
    })}
    href={hrefTo(`/services/${service.id}`)}
  />
)

const PublicServices = ({ event }: { event: string | null }) => {
  const { data, problem, reload } = useLoad(() => view<typeof ListServices>('services.list', {}))
  const [asked, ask] = useState('')
  const services = data?.services ?? []
  const events = eventsOf(services)
  const chosen = events.find((one) => one === event) ?? null
  const found = searchServices(
    chosen === null ? services : services.filter(({ lifeEvents }) => lifeEvents.includes(chosen)),
    asked,
  )
  return (
    <>
      <Field
        id="service-search"
        type="search"
        inputMode="search"
        label={t('ask')}
        hint={t('askHint')}
        value={asked}
        onValue={ask}
        maxLength={80}
      />
      {events.length > 1 && <Events events={events} chosen={chosen} />}
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={4} />}
      <Status class={asked.trim() === '' ? 'unseen' : 'quiet small'}>
        {data && (found.length === 1 ? t('one') : t('found', { count: found.length }))}
      </Status>
      {found.length > 0 && (
        <Rows>
          {found.map((one) => (
            <ServiceRow key={one.id} service={one} />
          ))}
        </Rows>
      )}
      {data && found.length === 0 && (
        <EmptyState icon={search} title={t('none')}>
          {t('noneMore')}
        </EmptyState>
      )}
    </>
  )
}

export default function ServicesPage({ query }: PageProps) {
  return (
    <Screen title={t('title')} nav={<CitizenNav current="services" />} head={<TopBar title={t('title')} />}>
      <PublicServices event={query.get('event')} />
      <GroupHead title={t('works')} />
      <Rows>
        <Row icon={card} title={t('present')} detail={t('presentMore')} href={hrefTo('/present')} />
        <Row icon={scan} title={t('read')} href={hrefTo('/scan')} />
        <Row icon={check} title={t('check')} detail={t('checkMore')} href="/verify/" />
        <Row icon={message} title={t('petitions')} detail={t('petitionsMore')} href={hrefTo('/petitions')} />
        <Row icon={home} title={t('stays')} detail={t('staysMore')} href={hrefTo('/stays')} />
        <Row icon={eye} title={t('looks')} href={hrefTo('/looks')} />
        <Row icon={monitor} title={t('devices')} href={hrefTo('/devices')} />
        <Row icon={inbox} title={t('inbox')} href={hrefTo('/inbox')} />
        <Row icon={globe} tone="cham" title={t('signIn')} detail={t('signInMore')} />
        <Row icon={globe} tone="cham" title={t('connected')} href={hrefTo('/services/connected')} />
        <Row icon={share} tone="cham" title={t('shared')} href={hrefTo('/share')} />
        <Row icon={search} tone="cham" title={t('parties')} href={hrefTo('/parties')} />
        <Row icon={shield} tone="gold" title={t('level2')} detail={t('level2More')} />
      </Rows>
    </Screen>
  )
}
