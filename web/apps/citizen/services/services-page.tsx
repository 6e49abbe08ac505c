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
  alert,
  card,
  check,
  dossier,
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
import { appWorks, type AppWork } from './app-works.ts'
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
  crime: { vi: 'Thấy hoặc bị tội phạm', en: 'I saw or suffered a crime' },
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
    <a class="event-chip" href={hrefTo('/crime')}>
      {t('crime')}
    </a>
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

const workIcons: Readonly<Record<AppWork['id'], string>> = {
  present: card,
  read: scan,
  check: check,
  'check-paper': dossier,
  petitions: message,
  crime: alert,
  stays: home,
  looks: eye,
  devices: monitor,
  inbox: inbox,
  'sign-in': globe,
  connected: globe,
  shared: share,
  parties: search,
  level2: shield,
}

const WorkRow = ({ work: { id, tone, title, summary, path, isElsewhere } }: { work: AppWork }) => (
  <Row
    icon={workIcons[id]}
    {...(tone ? { tone } : {})}
    title={inLanguage(title)}
    {...(summary.vi === '' ? {} : { detail: inLanguage(summary) })}
    {...(path === null ? {} : { href: isElsewhere ? path : hrefTo(path) })}
  />
)

type Asked = { readonly asked: string; readonly onAsk: (text: string) => void }

const PublicServices = ({ event, asked, onAsk, works }: Asked & { event: string | null; works: number }) => {
  const { data, problem, reload } = useLoad(() => view<typeof ListServices>('services.list', {}))
  const services = data?.services ?? []
  const events = eventsOf(services)
  const chosen = events.find((one) => one === event) ?? null
  const found = searchServices(
    chosen === null ? services : services.filter(({ lifeEvents }) => lifeEvents.includes(chosen)),
    asked,
  )
  const isAsked = asked.trim() !== ''
  const count = found.length + (isAsked ? works : 0)
  return (
    <>
      <Field
        id="service-search"
        type="search"
        inputMode="search"
        label={t('ask')}
        hint={t('askHint')}
        value={asked}
        onValue={onAsk}
        maxLength={80}
      />
      {events.length > 1 && <Events events={events} chosen={chosen} />}
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={4} />}
      <Status class={isAsked ? 'quiet small' : 'unseen'}>
        {data && (count === 1 ? t('one') : t('found', { count }))}
      </Status>
      {found.length > 0 && (
        <Rows>
          {found.map((one) => (
            <ServiceRow key={one.id} service={one} />
          ))}
        </Rows>
      )}
      {data && count === 0 && (
        <EmptyState icon={search} title={t('none')}>
          {t('noneMore')}
        </EmptyState>
      )}
    </>
  )
}

/** What nothing is found for leaves the whole list standing: something to go on with. */
const worksShown = (found: readonly AppWork[]): readonly AppWork[] => (found.length > 0 ? found : appWorks)

export default function ServicesPage({ query }: PageProps) {
  const [asked, ask] = useState('')
  const works = searchServices(appWorks, asked)
  return (
    <Screen title={t('title')} nav={<CitizenNav current="services" />} head={<TopBar title={t('title')} />}>
      <PublicServices event={query.get('event')} asked={asked} onAsk={ask} works={works.length} />
      <GroupHead title={t('works')} />
      <Rows>
        {worksShown(works).map((work) => (
          <WorkRow key={work.id} work={work} />
        ))}
      </Rows>
    </Screen>
  )
}
