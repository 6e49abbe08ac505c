// Where an officer begins: what waits by next action, what the law wants first on top; her own drafts and
// unsent cases beside it.
import './overview.css'
import { useEffect } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import type { Problem } from '../../../client/problem.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { check, dossier, offline, pencil, pin, plus } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { focusFirstRow, QueueTable } from '../../../ui/queue-table.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { Row, Rows } from '../../../ui/card.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { navigation } from '../shell/journey.ts'
import { drafts } from '../case/drafts.ts'
import { outbox } from '../case/outbox.ts'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due, dueMoment } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { officer } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { queues, readOverview, type Queue } from '../shell/overview.ts'

const t = phrases({
  title: { vi: 'Việc hôm nay', en: "Today's work" },
  waiting: { vi: '{n} việc đang chờ', en: '{n} waiting' },
  late: { vi: '{n} quá hạn', en: '{n} overdue' },
  act: { vi: 'Việc cần làm tiếp', en: 'Next action' },
  count: { vi: 'Đang chờ', en: 'Waiting' },
  over: { vi: 'Quá hạn', en: 'Overdue' },
  due: { vi: 'Hạn gần nhất', en: 'Earliest due' },
  none: { vi: 'Không có việc nào chờ', en: 'Nothing waits' },
  noneWhy: {
    vi: 'Việc mới hiện ở đây theo nhiệm vụ của bạn, việc sắp đến hạn ở trên cùng.',
    en: 'New work of your tasks appears here, what is due first on top.',
  },
  noQueues: {
    vi: 'Chưa đọc được các hàng việc. Danh mục bên trái vẫn mở được.',
    en: 'The queues could not be read. The entries at the left still open.',
  },
  begin: { vi: 'Đăng ký mức 2 mới', en: 'New level-2 registration' },
  desk: { vi: 'Bạn chưa chọn quầy cho ca này.', en: 'You have not chosen a desk for this shift.' },
  choose: { vi: 'Chọn quầy', en: 'Choose the desk' },
  mine: { vi: 'Của tôi trên máy này', en: 'Mine on this machine' },
  drafts: { vi: 'Bản nháp đang làm dở', en: 'Drafts to go on with' },
  outbox: { vi: 'Hồ sơ chờ gửi', en: 'Cases to be sent' },
  move: { vi: 'lên, xuống', en: 'up, down' },
  open: { vi: 'mở hàng việc', en: 'open the queue' },
  fresh: { vi: 'đăng ký mức 2 mới', en: 'new level-2 registration' },
})

const entryOf = ({ key }: Queue) => navigation.get().find(({ count }) => count === key)
const hrefOf = (queue: Queue): string => hrefTo(entryOf(queue)?.href ?? '/')
const actOf = (queue: Queue): string => {
  const entry = entryOf(queue)
  return entry ? inLanguage(entry.waiting ?? entry.title) : ''
}

const columns = () => [
  { key: 'act', title: t('act'), isWide: true, cell: actOf },
  { key: 'count', title: t('count'), cell: (row: Queue) => <b class="overview-count">{row.waiting}</b> },
  {
    key: 'over',
    title: t('over'),
    cell: (row: Queue) =>
      row.overdue > 0 ? (
        <Pill tone="son">{t('late', { n: row.overdue })}</Pill>
      ) : (
        <span class="quiet">–</span>
      ),
  },
  {
    key: 'due',
    title: t('due'),
    align: 'end' as const,
    cell: (row: Queue) =>
      row.nextDueAt ? (
        <span class="due-cell">
          <Due dueAt={row.nextDueAt} />
          <small class="quiet">{dueMoment(row.nextDueAt)}</small>
        </span>
      ) : (
        <span class="quiet">–</span>
      ),
  },
]

const byUrgency = (a: Queue, b: Queue): number => (a.nextDueAt ?? '9').localeCompare(b.nextDueAt ?? '9')

const Mine = () => {
  const begun = drafts.use().length
  const unsent = outbox.use().filter(({ state }) => state !== 'sent').length
  if (begun + unsent === 0) {
    return null
  }
  return (
    <section class="stack">
      <h2>{t('mine')}</h2>
      <Rows>
        {begun > 0 && (
          <Row
            icon={pencil}
            title={t('drafts')}
            end={<Pill tone="jade">{begun}</Pill>}
            href={hrefTo('/drafts')}
          />
        )}
        {unsent > 0 && (
          <Row
            icon={offline}
            tone="gold"
            title={t('outbox')}
            end={<Pill tone="gold">{unsent}</Pill>}
            href={hrefTo('/outbox')}
          />
        )}
      </Rows>
    </section>
  )
}

/** Where the queues cannot be read, and for whose tasks have none: the entries of her tasks. */
const Entries = ({ tasks }: { tasks: readonly string[] }) => (
  <Rows>
    {navigation
      .get()
      .filter((entry) => entry.group !== 'mine' && entry.tasks.some((task) => tasks.includes(task)))
      .map(({ href, title, icon }) => (
        <Row key={href} icon={icon} title={inLanguage(title)} href={hrefTo(href)} />
      ))}
  </Rows>
)

/** Read again while the page is looked at. */
const useReading = () => {
  const reading = usePress()
  const read = () => void reading.press(readOverview)
  useEffect(() => {
    read()
    const timer = setInterval(() => {
      if (!document.hidden) {
        read()
      }
    }, 20_000)
    return () => clearInterval(timer)
  }, [])
  return { reading, read }
}

const Head = ({ waiting, mayTake }: { waiting: readonly Queue[] | null; mayTake: boolean }) => {
  const sum = waiting?.reduce((all, queue) => all + queue.waiting, 0) ?? 0
  const late = waiting?.reduce((all, queue) => all + queue.overdue, 0) ?? 0
  return (
    <PageHead
      title={t('title')}
      beside={
        waiting && (
          <>
            <Pill tone="jade">{t('waiting', { n: sum })}</Pill>
            {late > 0 && <Pill tone="son">{t('late', { n: late })}</Pill>}
          </>
        )
      }
      end={
        mayTake && (
          <LinkButton kind="primary" icon={plus} href={hrefTo('/level-2/new')}>
            {t('begin')}
          </LinkButton>
        )
      }
    />
  )
}

const NoDesk = () => (
  <Notice
    isQuiet
    icon={pin}
    action={
      <LinkButton size="small" href={hrefTo('/shift')}>
        {t('choose')}
      </LinkButton>
    }
  >
    {t('desk')}
  </Notice>
)

/** Nothing was read yet: why, and the entries of her tasks meanwhile. */
const NotRead = ({
  problem,
  tasks,
  onRetry,
}: {
  problem: Problem
  tasks: readonly string[] | undefined
  onRetry: () => void
}) => (
  <>
    {problem.isOfNetwork ? (
      <Refusal problem={problem} onRetry={onRetry} />
    ) : (
      <Notice isQuiet tone="warn">
        {t('noQueues')}
      </Notice>
    )}
    {tasks && <Entries tasks={tasks} />}
  </>
)

const Queues = ({ waiting }: { waiting: readonly Queue[] }) => (
  <QueueTable
    caption={t('title')}
    rows={waiting}
    keyOf={(row) => row.key}
    hrefOf={hrefOf}
    isMarked={(row) => row.overdue > 0}
    columns={columns()}
    empty={
      <EmptyState icon={waiting.length > 0 ? dossier : check} title={t('none')}>
        {t('noneWhy')}
      </EmptyState>
    }
  />
)

const OverviewPage = () => {
  const here = officer.use()
  const told = queues.use()
  const { reading, read } = useReading()
  useNow(30)
  const mayTake = here?.tasks.includes('level-2.take') ?? false
  useKeys({
    j: focusFirstRow,
    k: focusFirstRow,
    ArrowDown: focusFirstRow,
    ...(mayTake ? { n: () => navigate('/level-2/new') } : {}),
  })
  const waiting = told?.filter((queue) => queue.waiting > 0).toSorted(byUrgency) ?? null
  return (
    <CounterFrame
      title={t('title')}
      keys={[['J K', t('move')], ['Enter', t('open')], ...(mayTake ? [['N', t('fresh')] as const] : [])]}
    >
      <Head waiting={waiting} mayTake={mayTake} />
      {here?.desk === '' && <NoDesk />}
      {!told && reading.problem && <NotRead problem={reading.problem} tasks={here?.tasks} onRetry={read} />}
      {!told && !reading.problem && <Skeleton lines={5} />}
      {told?.length === 0 && here && <Entries tasks={here.tasks} />}
      {waiting && told && told.length > 0 && <Queues waiting={waiting} />}
      <Mine />
    </CounterFrame>
  )
}

export default OverviewPage
