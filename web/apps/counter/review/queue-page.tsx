// The applications that wait for an officer, by the moment the law wants an answer.
import './review.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { withoutAccents } from '../../../../formats/vietnamese-text.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { camera, check, pause, search } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { focusFirstRow, QueueTable } from '../../../ui/queue-table.tsx'
import { hrefTo, navigate, type PageProps } from '../../../ui/router.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { doubtWords, doubtsSeen, isGrave } from './doubts.ts'
import { Due, dueMoment, dueWords } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { queue, readMore, readQueue, type Waiting } from './queue.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Hàng đợi', en: 'Queue' },
  waiting: { vi: '{n} hồ sơ đang chờ', en: '{n} applications wait' },
  atApplicants: { vi: '{n} chờ người nộp', en: '{n} wait for their applicants' },
  came: { vi: 'Ảnh khác đã tới', en: 'Other portrait has come' },
  yours: { vi: 'Bạn đã yêu cầu ảnh khác', en: 'You asked for the other portrait' },
  late: { vi: '{n} quá hạn', en: '{n} overdue' },
  name: { vi: 'Người nộp', en: 'Applicant' },
  reference: { vi: 'Mã hồ sơ', en: 'Reference' },
  doubts: { vi: 'Điểm cần xem', en: 'What to look at' },
  sent: { vi: 'Nộp lúc', en: 'Sent' },
  due: { vi: 'Hạn trả', en: 'Due' },
  logged: {
    vi: 'Mở một hồ sơ là đọc dữ liệu của một người: mỗi lần mở đều được ghi lại và chính người đó nhìn thấy.',
    en: "Opening an application reads a person's data: each time is logged, and that person sees it.",
  },
  none: { vi: 'Không còn hồ sơ nào chờ', en: 'Nothing waits' },
  noneWhy: {
    vi: 'Hồ sơ khớp hoàn toàn được hệ thống nhận ngay; chỉ hồ sơ còn nghi vấn mới tới đây. Danh sách tự cập nhật.',
    en: 'Applications that agree in everything are accepted at once; only doubtful ones come here. The list renews itself.',
  },
  noName: { vi: 'Không có ai tên “{name}” trong hàng đợi', en: 'Nobody called “{name}” is in the queue' },
  noNameWhy: {
    vi: 'Chỉ tìm trong các hồ sơ đang chờ của đơn vị bạn.',
    en: 'Only the waiting applications of your office are searched.',
  },
  all: { vi: 'Xem cả hàng đợi', en: 'Show the whole queue' },
  found: { vi: 'Đang lọc theo tên “{name}”', en: 'Only the name “{name}”' },
  move: { vi: 'lên, xuống', en: 'up, down' },
  open: { vi: 'mở hồ sơ', en: 'open' },
  more: { vi: 'Xem thêm', en: 'Show more' },
})

const columns = () => [
  { key: 'name', title: t('name'), cell: (row: Waiting) => row.name },
  {
    key: 'reference',
    title: t('reference'),
    cell: (row: Waiting) => <span class="nowrap">{row.reference}</span>,
  },
  {
    key: 'doubts',
    title: t('doubts'),
    isWide: true,
    cell: (row: Waiting) => (
      <span class="doubt-pills">
        {row.isAnswered && (
          <Pill tone="jade" icon={camera}>
            {t(row.isYours ? 'yours' : 'came')}
          </Pill>
        )}
        {doubtsSeen(row).map((doubt) => (
          <Pill key={doubt} tone={isGrave(doubt) ? 'son' : 'gold'}>
            {doubtWords(doubt)}
          </Pill>
        ))}
      </span>
    ),
  },
  {
    key: 'sent',
    title: t('sent'),
    cell: (row: Waiting) => <span class="quiet nowrap">{dateTimeVN(row.submittedAt)}</span>,
  },
  {
    key: 'due',
    title: t('due'),
    align: 'end' as const,
    cell: (row: Waiting) => (
      <span class="due-cell">
        <Due dueAt={row.dueAt} />
        <small class="quiet">{dueMoment(row.dueAt)}</small>
      </span>
    ),
  },
]

const plain = (text: string) => withoutAccents(text).toLowerCase()

const Empty = ({ name }: { name: string }) =>
  name ? (
    <EmptyState
      icon={search}
      title={t('noName', { name })}
      action={<Button onPress={() => navigate('/review')}>{t('all')}</Button>}
    >
      {t('noNameWhy')}
    </EmptyState>
  ) : (
    <EmptyState icon={check} title={t('none')}>
      {t('noneWhy')}
    </EmptyState>
  )

/** Read again while the page is looked at, unless more was loaded than one reading brings. */
const useReading = () => {
  const reading = usePress()
  const [isFirst, setFirst] = useState(true)
  const read = () =>
    reading
      .press(async () => {
        await readQueue()
      })
      .then(() => setFirst(false))
  useEffect(() => {
    void read()
    const timer = setInterval(() => {
      if (!document.hidden && (queue.get()?.items.length ?? 0) <= 50) {
        void read()
      }
    }, 15_000)
    return () => clearInterval(timer)
  }, [])
  return { reading, isFirst, read }
}

type Here = ReturnType<typeof queue.get>

const Head = ({ here }: { here: Here }) => {
  const late = here?.items.filter(({ dueAt }) => dueWords(dueAt).isOver).length ?? 0
  return (
    <PageHead
      title={t('title')}
      beside={
        here && (
          <>
            <Pill tone="jade">{t('waiting', { n: here.waiting })}</Pill>
            {here.waitingForApplicant > 0 && (
              <Pill icon={pause}>{t('atApplicants', { n: here.waitingForApplicant })}</Pill>
            )}
            {late > 0 && <Pill tone="son">{t('late', { n: late })}</Pill>}
          </>
        )
      }
    />
  )
}

const Filter = ({ name }: { name: string }) => (
  <p class="queue-filter">
    {t('found', { name })}{' '}
    <Button size="small" kind="quiet" onPress={() => navigate('/review')}>
      {t('all')}
    </Button>
  </p>
)

const Table = ({ rows, empty }: { rows: readonly Waiting[]; empty: ComponentChildren }) => (
  <QueueTable
    caption={t('title')}
    rows={rows}
    keyOf={(row) => row.reference}
    hrefOf={(row) => hrefTo(`/cases/${row.reference}`)}
    isMarked={(row) => dueWords(row.dueAt).isOver}
    columns={columns()}
    empty={empty}
  />
)

const QueuePage = ({ query }: PageProps) => {
  const here = queue.use()
  const { reading, isFirst, read } = useReading()
  useNow(30)
  useKeys({ j: focusFirstRow, k: focusFirstRow, ArrowDown: focusFirstRow })
  const name = query.get('name') ?? ''
  const rows = here?.items.filter((item) => plain(item.name).includes(plain(name))) ?? []
  return (
    <CounterFrame
      title={t('title')}
      keys={[
        ['J K', t('move')],
        ['Enter', t('open')],
      ]}
    >
      <Head here={here} />
      <Refusal problem={reading.problem} onRetry={() => void read()} />
      <Notice isQuiet>{t('logged')}</Notice>
      {name && rows.length > 0 && <Filter name={name} />}
      {!here && isFirst ? (
        <Skeleton lines={5} />
      ) : (
        <Table rows={rows} empty={here && <Empty name={name} />} />
      )}
      {here?.next && !name && (
        <Button onPress={() => void reading.press(readMore)} isBusy={reading.isBusy}>
          {t('more')}
        </Button>
      )}
    </CounterFrame>
  )
}

export default QueuePage
