// The office's card applications by what is to be done next: taken, decided, printed, received, handed over;
// those due first on top.
import { useEffect, useState } from 'preact/hooks'
import type { ListCards } from '../../../../contract/card.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { usePages } from '../../../client/pages.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { card, plus } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { QueueTable } from '../../../ui/queue-table.tsx'
import { hrefTo, navigate, usePlace } from '../../../ui/router.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due, dueMoment, dueWords } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { officer, orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { exceptionWords, kindWords, reasonWords, stateWords } from './card-words.ts'

const t = phrases({
  open: { vi: 'Hồ sơ thẻ căn cước', en: 'Card applications' },
  second: { vi: 'Duyệt hồ sơ thẻ', en: 'Decide on cards' },
  print: { vi: 'In thẻ', en: 'Print cards' },
  receive: { vi: 'Trả thẻ', en: 'Hand cards over' },
  ready: { vi: 'Trả thẻ', en: 'Hand cards over' },
  begin: { vi: 'Hồ sơ mới', en: 'New application' },
  which: { vi: 'Hàng thẻ', en: 'Queues of cards' },
  tabReceive: { vi: 'Thẻ vừa in, chờ nhận', en: 'Printed, to receive' },
  tabReady: { vi: 'Chờ người dân đến lấy', en: 'Waiting for the holder' },
  name: { vi: 'Người dân', en: 'Person' },
  unnamed: { vi: 'Chưa rõ tên', en: 'Name not known' },
  reference: { vi: 'Mã hồ sơ', en: 'Reference' },
  kind: { vi: 'Loại', en: 'Kind' },
  what: { vi: 'Lý do', en: 'Reason' },
  state: { vi: 'Tình trạng', en: 'State' },
  due: { vi: 'Hạn trả', en: 'Due' },
  account: { vi: 'kèm tài khoản mức 2', en: 'with a level-2 account' },
  changes: { vi: 'Chờ hồ sơ sai lệch', en: 'Waits for a mismatch case' },
  mine: { vi: 'Bạn đã làm bước trước', en: 'You did the step before' },
  'none-open': { vi: 'Không có hồ sơ thẻ nào đang làm', en: 'No application is open' },
  'none-second': { vi: 'Không có hồ sơ nào chờ duyệt', en: 'Nothing waits for a decision' },
  'none-print': { vi: 'Không có thẻ nào chờ in', en: 'No card waits to be printed' },
  'none-receive': { vi: 'Không có thẻ nào đang trên đường về', en: 'No card is on its way' },
  'none-ready': { vi: 'Không có thẻ nào chờ trả', en: 'No card waits to be handed over' },
  noneWhy: {
    vi: 'Việc mới hiện ở đây, việc sắp đến hạn ở trên cùng.',
    en: 'New work appears here, what is due first on top.',
  },
  more: { vi: 'Xem thêm', en: 'Show more' },
  move: { vi: 'lên, xuống', en: 'up, down' },
  enter: { vi: 'mở hồ sơ', en: 'open it' },
  fresh: { vi: 'hồ sơ mới', en: 'new application' },
})
type Listed = OutputOf<typeof ListCards>['items'][number]
type Which = 'open' | 'second' | 'print' | 'receive' | 'ready'

const stateOf = (row: Listed) =>
  row.waitsForChanges ? (
    <Pill tone="gold">{t('changes')}</Pill>
  ) : (
    <Pill tone={row.state === 'ready' ? 'ok' : row.state === 'waiting-second' ? 'gold' : 'jade'}>
      {stateWords(row.state)}
    </Pill>
  )
const whyOf = (row: Listed, which: Which): string =>
  which === 'second' ? row.exceptions.map((one) => exceptionWords(one)).join('; ') : reasonWords(row.reason)

const columns = (which: Which) => [
  { key: 'name', title: t('name'), cell: (row: Listed) => row.name ?? t('unnamed') },
  {
    key: 'reference',
    title: t('reference'),
    cell: (row: Listed) => <span class="nowrap">{row.reference}</span>,
  },
  { key: 'kind', title: t('kind'), cell: (row: Listed) => <span class="nowrap">{kindWords(row.kind)}</span> },
  {
    key: 'what',
    title: t('what'),
    isWide: true,
    cell: (row: Listed) => (
      <>
        {whyOf(row, which)}
        {row.withAccount && <small class="quiet"> · {t('account')}</small>}
        {row.isMine && which !== 'open' && which !== 'receive' && <small class="quiet"> · {t('mine')}</small>}
      </>
    ),
  },
  { key: 'state', title: t('state'), cell: stateOf },
  {
    key: 'due',
    title: t('due'),
    align: 'end' as const,
    cell: (row: Listed) =>
      which === 'ready' ? (
        <span class="quiet">–</span>
      ) : (
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

const Queue = ({ which }: { which: Which }) => {
  const pages = usePages<Listed>((cursor) => orSignIn(view<typeof ListCards>('card.list', { which, cursor })))
  useNow(30)
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden && pages.items.length <= 50) {
        pages.reload()
      }
    }, 15_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <>
      <Refusal problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.items.length === 0 ? (
        <Skeleton lines={5} />
      ) : (
        <QueueTable
          caption={t(which)}
          rows={pages.items}
          keyOf={(row) => row.applicationId}
          hrefOf={(row) => hrefTo(`/cards/${row.applicationId}`)}
          isMarked={(row) => which !== 'ready' && dueWords(row.dueAt).isOver}
          columns={columns(which)}
          empty={
            !pages.problem && (
              <EmptyState icon={card} title={t(`none-${which}`)}>
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
    </>
  )
}

const whichOf = (path: string): Which =>
  path === '/cards/decide'
    ? 'second'
    : path === '/cards/print'
      ? 'print'
      : path === '/cards/hand-over'
        ? 'receive'
        : 'open'

const ListPage = () => {
  const at = whichOf(usePlace().path)
  const [tab, setTab] = useState<'receive' | 'ready'>('receive')
  const mayTake = officer.use()?.tasks.includes('card.take') ?? false
  const begin = () => navigate('/cards/new')
  useKeys({ j: focusFirst, k: focusFirst, ArrowDown: focusFirst, ...(mayTake ? { n: begin } : {}) })
  return (
    <CounterFrame
      title={t(at)}
      keys={[...(mayTake ? [['N', t('fresh')] as const] : []), ['J K', t('move')], ['Enter', t('enter')]]}
    >
      <PageHead
        title={t(at)}
        end={
          mayTake &&
          at === 'open' && (
            <LinkButton kind="primary" icon={plus} href={hrefTo('/cards/new')}>
              {t('begin')}
            </LinkButton>
          )
        }
      />
      {at === 'receive' ? (
        <Tabs
          label={t('which')}
          tabs={[
            { key: 'receive', title: t('tabReceive') },
            { key: 'ready', title: t('tabReady') },
          ]}
          current={tab}
          onTab={setTab}
        >
          <Queue key={tab} which={tab} />
        </Tabs>
      ) : (
        <Queue key={at} which={at} />
      )}
    </CounterFrame>
  )
}

export default ListPage
