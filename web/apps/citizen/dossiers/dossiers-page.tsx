// Dossiers: of public services, with what she has to do first; the registration and the card as timelines
// with their legal clock; or that there is none.
import './dossiers.css'
import { Problem } from '../../../client/problem.ts'
import { useLoad } from '../../../client/press.ts'
import { useStep } from '../../../ui/attention.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { check, clock, close, dossier, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { CitizenNav } from '../shell/citizen-nav.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { BackToOwn } from '../shell/own-profile-first.tsx'
import { Screen } from '../shell/screen.tsx'
import { awaitedOf, readStatus, type EnrolmentStatus } from '../register/status.ts'
import { useSession } from '../shell/session.ts'
import { CardTimeline, readOwnCards, TrackByReference } from './card-dossiers.tsx'
import { ServiceDossiers } from './service-dossiers.tsx'
import { useOwnDossiers } from './use-own-dossiers.ts'

const t = phrases({
  title: { vi: 'Hồ sơ', en: 'Dossiers' },
  enrolment: { vi: 'Đăng ký tài khoản mức 1', en: 'Registration for level 1' },
  open: { vi: 'Xem chi tiết', en: 'See details' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  checked: { vi: 'Kiểm tra tự động', en: 'Checked automatically' },
  review: { vi: 'Cán bộ xem xét', en: 'Looked at by an officer' },
  asked: { vi: 'Cần bạn gửi ảnh chân dung khác', en: 'Another portrait is needed from you' },
  due: { vi: 'hạn {at}', en: 'due {at}' },
  accepted: { vi: 'Được chấp nhận', en: 'Accepted' },
  refused: { vi: 'Chưa được chấp nhận', en: 'Not accepted' },
  decision: { vi: 'Kết quả', en: 'Result' },
  activate: { vi: 'Kích hoạt trước {at}', en: 'Activate by {at}' },
  none: { vi: 'Không có hồ sơ đang xử lý', en: 'No dossier is open' },
  noneMore: {
    vi: 'Hồ sơ nộp qua Sen sẽ hiện ở đây, với hạn trả theo luật.',
    en: 'Dossiers sent through Sen show here with their legal due time.',
  },
  register: { vi: 'Đăng ký mức 1', en: 'Register for level 1' },
  ownOnly: {
    vi: 'Hồ sơ bạn đã nộp hiện trong hồ sơ cá nhân của bạn. Nếu có mã hồ sơ thẻ, bạn xem được ngay bên dưới.',
    en: 'The dossiers that you sent show in your own profile. With the reference of a card application you can look it up below.',
  },
  services: { vi: 'Tìm dịch vụ', en: 'Look for a service' },
  letters: { vi: 'Xem thư về hồ sơ cũ', en: 'Letters about earlier dossiers' },
})

const mine = async (): Promise<EnrolmentStatus | null> => {
  try {
    return await readStatus()
  } catch (error) {
    if (
      error instanceof Problem &&
      (error.code === 'enrolment.draft-gone' || error.code === 'session.required')
    ) {
      return null
    }
    throw error
  }
}

type Mark = { state: 'done' | 'now' | 'to-come' | 'refused'; title: string; detail?: string }

const marksOf = (status: EnrolmentStatus): Mark[] => {
  const { state } = status
  const isOver = state === 'accepted' || state === 'refused'
  const awaited = awaitedOf(status)
  const due = awaited ? undefined : t('due', { at: dateTimeVN(status.dueAt) })
  return [
    { state: 'done', title: t('sent'), detail: dateTimeVN(status.submittedAt) },
    { state: state === 'submitted' ? 'now' : 'done', title: t('checked') },
    ...(state === 'in-review'
      ? [{ state: awaited ? 'to-come' : 'now', title: t('review'), detail: due } as const]
      : []),
    ...(awaited
      ? [
          {
            state: 'now',
            title: t('asked'),
            detail: t('due', { at: dateTimeVN(awaited.answerBy) }),
          } as const,
        ]
      : []),
    isOver
      ? {
          state: state === 'refused' ? 'refused' : 'done',
          title: t(state),
          detail: status.decidedAt ? dateTimeVN(status.decidedAt) : undefined,
        }
      : { state: 'to-come', title: t('decision'), detail: due },
    ...(status.activateBy
      ? [{ state: 'now', title: t('activate', { at: dateTimeVN(status.activateBy) }) } as const]
      : []),
  ]
}

const signs = { done: check, now: clock, 'to-come': clock, refused: close } as const

const Timeline = ({ status }: { status: EnrolmentStatus }) => (
  <Card title={t('enrolment')} icon={dossier} aside={<Pill tone="neutral">{status.reference}</Pill>}>
    <ol class="timeline">
      {marksOf(status).map(({ state, title, detail }) => (
        <li key={title} class={`mark-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <i aria-hidden="true">
            <Icon of={signs[state]} size={16} />
          </i>
          <span>
            <b>{title}</b>
            {detail && <small>{detail}</small>}
          </span>
        </li>
      ))}
    </ol>
    <LinkButton size="small" href={hrefTo('/enrol/result')}>
      {t('open')}
    </LinkButton>
  </Card>
)

const OwnDossiers = () => {
  const { phase } = useSession()
  const enrolment = useLoad(mine)
  const carded = useLoad(() => readOwnCards(phase === 'open'))
  const isOpen = phase === 'open' || phase === 'offline'
  const services = useOwnDossiers(phase === 'open')
  const status = enrolment.data
  const cards = carded.data ?? []
  const failed = enrolment.problem ? enrolment : carded
  const isLoading = enrolment.isLoading || carded.isLoading || services.isLoading
  const isNone = !status && cards.length + services.items.length + services.drafts.length === 0
  return (
    <>
      {failed.problem && <ProblemNotice problem={failed.problem} onRetry={failed.reload} />}
      {isLoading && isNone && <Skeleton lines={4} />}
      <ServiceDossiers own={services} />
      {status && <Timeline status={status} />}
      {cards.map((one) => (
        <CardTimeline key={one.reference} dossier={one} />
      ))}
      {!isLoading && !failed.problem && !services.problem && isNone && (
        <EmptyState
          icon={dossier}
          title={t('none')}
          action={
            isOpen ? (
              <div class="stack">
                <LinkButton kind="primary" href={hrefTo('/services')}>
                  {t('services')}
                </LinkButton>
                <LinkButton kind="quiet" href={hrefTo('/inbox')}>
                  {t('letters')}
                </LinkButton>
              </div>
            ) : (
              <LinkButton kind="primary" href={hrefTo('/enrol')}>
                {t('register')}
              </LinkButton>
            )
          }
        >
          {t('noneMore')}
        </EmptyState>
      )}
      <TrackByReference own={cards} />
    </>
  )
}

/** Of a profile that she acts for: its public services; what she filed for herself stands in her own. */
const OfAnother = ({ name }: { name: string }) => (
  <>
    <ServiceDossiers own={useOwnDossiers(true)} />
    <BackToOwn name={name}>{t('ownOnly')}</BackToOwn>
    <TrackByReference own={[]} />
  </>
)

export default function DossiersPage() {
  const { me, phase } = useSession()
  useStep(me && (me.acting ? 'of-another' : 'own'))
  return (
    <Screen title={t('title')} nav={<CitizenNav current="dossiers" />} head={<TopBar title={t('title')} />}>
      {me?.acting ? (
        <OfAnother key={me.acting.tieId} name={me.fullName} />
      ) : phase === 'starting' ? (
        <Skeleton lines={4} />
      ) : (
        <OwnDossiers key={phase} />
      )}
    </Screen>
  )
}
