// A service before anything is filled in: whether this person can file it and what to do where not, what it
// costs, by when it is decided, who will have to agree, what she would have to type.
import './services.css'
import type { ListServices } from '../../../../contract/services.ts'
import { view } from '../../../client/call.ts'
import { useLoad } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { arrowRight, search } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { useSession } from '../shell/session.ts'
import { FilingProblem } from './filing/filing-problem.tsx'
import { useFiling, type Opened } from './filing/use-filing.ts'
import { goOnAt } from './filing/filing-parts.ts'
import { CanDo } from './can-do.tsx'
import { feeText, limitParts } from './service-words.ts'
import type { Service } from './service-search.ts'
import { Tile, Tiles } from './tiles.tsx'

const t = phrases({
  title: { vi: 'Dịch vụ', en: 'Service' },
  begin: { vi: 'Bắt đầu', en: 'Begin' },
  goOn: { vi: 'Làm tiếp bản nháp', en: 'Go on with the draft' },
  fee: { vi: 'Lệ phí', en: 'Fee' },
  most: { vi: 'nhiều nhất', en: 'at most' },
  limit: { vi: 'Hạn trả', en: 'Decided within' },
  agency: { vi: 'Nơi giải quyết: {agency}', en: 'Decided by: {agency}' },
  level: { vi: 'Cần tài khoản mức {level}', en: 'Needs an account of level {level}' },
  open: { vi: 'Mở ứng dụng để nộp', en: 'Open the app to file it' },
  register: { vi: 'Đăng ký tài khoản', en: 'Register' },
  checks: {
    vi: 'Khi bạn mở ứng dụng, chúng tôi xem trước giúp bạn có đủ điều kiện không, chưa phải điền gì.',
    en: 'Once you open the app we look for you whether you can file it, before you fill in anything.',
  },
  none: { vi: 'Không có dịch vụ này', en: 'There is no such service' },
  noneMore: {
    vi: 'Có thể thủ tục đã đổi tên hoặc chưa bắt đầu áp dụng. Tìm lại trong danh sách.',
    en: 'It may be called differently now, or has not begun yet. Look for it in the list.',
  },
  list: { vi: 'Xem các dịch vụ', en: 'See the services' },
})

const NoSuchService = () => (
  <EmptyState
    icon={search}
    title={t('none')}
    action={
      <LinkButton kind="primary" href={hrefTo('/services')}>
        {t('list')}
      </LinkButton>
    }
  >
    {t('noneMore')}
  </EmptyState>
)

const Face = ({ service }: { service: Service }) => {
  const { time, law } = limitParts(service.limit)
  return (
    <>
      <div class="page-lead">
        <h2>{inLanguage(service.title)}</h2>
        <p class="quiet">{inLanguage(service.summary)}</p>
      </div>
      <Tiles>
        <Tile
          name={t('fee')}
          value={feeText(service.fee_vnd)}
          note={service.fee_vnd > 0 ? t('most') : null}
        />
        <Tile name={t('limit')} value={time} note={law} />
      </Tiles>
      <p class="quiet small">
        {t('agency', { agency: inLanguage(service.agency) })}
        <br />
        {t('level', { level: service.level })}
      </p>
      <p>{t('checks')}</p>
    </>
  )
}

/** Nobody is signed in: what it is, and the way in that leads back here. */
const PublicService = ({ id, isStranger }: { id: string; isStranger: boolean }) => {
  const { data, problem, reload } = useLoad(() => view<typeof ListServices>('services.list', {}))
  const service = data?.services.find((one) => one.id === id)
  return (
    <Screen
      title={service ? inLanguage(service.title) : t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/services')} />}
      action={
        service && (
          <LinkButton
            kind="primary"
            isWide
            href={hrefTo(isStranger ? '/enrol' : `/open?to=${encodeURIComponent(`/services/${id}`)}`)}
          >
            {isStranger ? t('register') : t('open')}
          </LinkButton>
        )
      }
    >
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={5} />}
      {service && <Face service={service} />}
      {data && !service && <NoSuchService />}
    </Screen>
  )
}

const OwnService = ({ id, opened }: { id: string; opened: Opened }) => {
  const { held, problem, reload } = opened
  const filing = held?.filing
  const title = filing ? inLanguage(filing.title) : t('title')
  const isBegun = Boolean(filing?.draft) || Object.keys(held?.unsaved ?? {}).length > 0
  const mayBegin = filing && filing.shut === null
  return (
    <Screen
      title={title}
      head={<TopBar title={title} back={hrefTo('/services')} />}
      action={
        mayBegin && (
          <LinkButton
            kind="primary"
            isWide
            iconEnd={arrowRight}
            href={hrefTo(`/services/${id}/${goOnAt(filing, held.page)}`)}
          >
            {isBegun ? t('goOn') : t('begin')}
          </LinkButton>
        )
      }
    >
      {problem?.code === 'services.no-such-procedure' ? (
        <NoSuchService />
      ) : (
        problem && <FilingProblem problem={problem} onRetry={reload} />
      )}
      {!held && !problem && <Skeleton lines={6} />}
      {held && <CanDo held={held} />}
    </Screen>
  )
}

const Owned = ({ id }: { id: string }) => <OwnService id={id} opened={useFiling(id, { isFresh: true })} />

export default function ServicePage({ params }: PageProps) {
  const { phase, me } = useSession()
  const id = params['id'] ?? ''
  if (phase === 'starting') {
    return (
      <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/services')} />}>
        <Skeleton lines={6} />
      </Screen>
    )
  }
  // Whose profile is open is another filing.
  return phase === 'open' || phase === 'offline' ? (
    <Owned key={me?.acting?.tieId ?? 'self'} id={id} />
  ) : (
    <PublicService id={id} isStranger={phase === 'stranger'} />
  )
}
