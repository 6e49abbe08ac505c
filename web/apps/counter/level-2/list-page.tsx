// The office's level-2 cases that are not finished, those due first on top; a new one begins here.
import { useEffect, useState } from 'preact/hooks'
import type { ListLevel2 } from '../../../../contract/level-2.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { usePages } from '../../../client/pages.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { person, plus } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { QueueTable } from '../../../ui/queue-table.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due, dueMoment, dueWords } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Đăng ký mức 2', en: 'Level-2 registration' },
  begin: { vi: 'Hồ sơ mới', en: 'New case' },
  name: { vi: 'Người dân', en: 'Person' },
  unnamed: { vi: 'Chưa rõ tên', en: 'Name not known' },
  reference: { vi: 'Mã hồ sơ', en: 'Reference' },
  opened: { vi: 'Mở lúc', en: 'Opened' },
  state: { vi: 'Tình trạng', en: 'State' },
  due: { vi: 'Hạn trả', en: 'Due' },
  open: { vi: 'Đang làm', en: 'Open' },
  'waiting-second': { vi: 'Chờ duyệt lần hai', en: 'Waits for second eyes' },
  accepted: { vi: 'Đã cấp', en: 'Issued' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  discarded: { vi: 'Đã bỏ', en: 'Discarded' },
  mine: { vi: 'Chỉ hồ sơ của tôi', en: 'Only mine' },
  none: { vi: 'Không có hồ sơ nào đang làm', en: 'No case is open' },
  noneWhy: {
    vi: 'Mời người dân đặt thẻ lên máy đọc để bắt đầu.',
    en: 'Ask the person to lay the card on the reader to begin.',
  },
  more: { vi: 'Xem thêm', en: 'Show more' },
  move: { vi: 'lên, xuống', en: 'up, down' },
  enter: { vi: 'mở hồ sơ', en: 'open the case' },
  fresh: { vi: 'hồ sơ mới', en: 'new case' },
})
type Listed = OutputOf<typeof ListLevel2>['items'][number]

const columns = () => [
  { key: 'name', title: t('name'), cell: (row: Listed) => row.name ?? t('unnamed') },
  {
    key: 'reference',
    title: t('reference'),
    cell: (row: Listed) => <span class="nowrap">{row.reference}</span>,
  },
  {
    key: 'state',
    title: t('state'),
    isWide: true,
    cell: (row: Listed) => (
      <Pill tone={row.state === 'waiting-second' ? 'gold' : 'jade'}>{t(row.state)}</Pill>
    ),
  },
  {
    key: 'opened',
    title: t('opened'),
    cell: (row: Listed) => <span class="quiet nowrap">{dateTimeVN(row.openedAt)}</span>,
  },
  {
    key: 'due',
    title: t('due'),
    align: 'end' as const,
    cell: (row: Listed) => (
      <span class="due-cell">
        <Due dueAt={row.dueAt} />
        <small class="quiet">{dueMoment(row.dueAt)}</small>
      </span>
    ),
  },
]
const focusFirst = () => {
  if (!document.activeElement?.closest('.queue tbody')) {
    document.querySelector<HTMLElement>('a.queue-link')?.focus()
  }
}

const ListPage = () => {
  const [isMine, setMine] = useState(false)
  const pages = usePages<Listed>((cursor) =>
    orSignIn(view<typeof ListLevel2>('level-2.list', { which: 'open', cursor })),
  )
  useNow(30)
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden && pages.items.length <= 50) {
        pages.reload()
      }
    }, 20_000)
    return () => clearInterval(timer)
  }, [])
  const begin = () => navigate('/level-2/new')
  useKeys({ n: begin, j: focusFirst, k: focusFirst, ArrowDown: focusFirst })
  const rows = pages.items.filter((row) => !isMine || row.isMine)
  return (
    <CounterFrame
      title={t('title')}
      keys={[
        ['N', t('fresh')],
        ['J K', t('move')],
        ['Enter', t('enter')],
      ]}
    >
      <PageHead
        title={t('title')}
        end={
          <LinkButton kind="primary" icon={plus} href={hrefTo('/level-2/new')}>
            {t('begin')}
          </LinkButton>
        }
      />
      <Refusal problem={pages.problem} onRetry={pages.reload} />
      {pages.items.some((row) => !row.isMine) && (
        <div class="rows">
          <Switch label={t('mine')} isOn={isMine} onSwitch={setMine} />
        </div>
      )}
      {pages.isLoading && pages.items.length === 0 ? (
        <Skeleton lines={5} />
      ) : (
        <QueueTable
          caption={t('title')}
          rows={rows}
          keyOf={(row) => row.caseId}
          hrefOf={(row) => hrefTo(`/level-2/${row.caseId}`)}
          isMarked={(row) => dueWords(row.dueAt).isOver}
          columns={columns()}
          empty={
            !pages.problem && (
              <EmptyState icon={person} title={t('none')}>
                {t('noneWhy')}
              </EmptyState>
            )
          }
        />
      )}
      {pages.hasMore && (
        <Button onPress={pages.more} isBusy={pages.isLoading}>
          {t('more')}
        </Button>
      )}
    </CounterFrame>
  )
}

export default ListPage
