// Requests to act for a child or ward: those in progress, those that wait for second eyes, a new one, and the
// end of a guardianship.
import './representation.css'
import { useEffect, useState } from 'preact/hooks'
import type { ListRepresentations } from '../../../../contract/representation-request.ts'
import type { ListRepresentationEnds } from '../../../../contract/representation-end.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { close, family, plus } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { setCount } from '../shell/counts.ts'
import {
  CaseQueue,
  dueColumn,
  Lapses,
  personColumn,
  referenceColumn,
  useCaseQueue,
} from '../case/case-queue.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { dueWords } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { officer, orSignIn } from '../shell/officer.ts'
import { kindWords, stateTones, stateWords } from './request.ts'

const t = phrases({
  title: { vi: 'Trẻ em và người được giám hộ', en: 'Children and wards' },
  fresh: { vi: 'Hồ sơ mới', en: 'New request' },
  end: { vi: 'Chấm dứt giám hộ', en: 'End a guardianship' },
  what: {
    vi: 'Cả hai người có mặt. Khi cơ sở dữ liệu đã ghi quan hệ, hồ sơ xong ngay; khi chỉ có giấy tờ, một người thứ hai xem bản gốc.',
    en: 'Both stand here. Where the register names the relation the request is done at once; where only papers do, a second officer looks at the originals.',
  },
  second: { vi: 'Chờ duyệt lần hai', en: 'Waiting for second eyes' },
  ends: { vi: 'Chấm dứt giám hộ chờ duyệt', en: 'Guardianships to end' },
  open: { vi: 'Đang làm', en: 'In progress' },
  kind: { vi: 'Người đại diện là', en: 'Representative' },
  state: { vi: 'Trạng thái', en: 'State' },
  opened: { vi: 'Mở lúc', en: 'Opened' },
  mine: { vi: 'Do bạn lấy', en: 'Taken by you' },
  noneOpen: { vi: 'Không có hồ sơ nào đang làm', en: 'Nothing is in progress' },
  noneOpenWhy: {
    vi: 'Chọn “Hồ sơ mới” khi cha mẹ hoặc người giám hộ cùng người được đại diện đến quầy.',
    en: 'Choose “New request” when a parent or guardian and the represented person stand here.',
  },
  noneEnds: { vi: 'Không có đề nghị chấm dứt nào chờ duyệt', en: 'No proposal to end waits' },
  noneEndsWhy: {
    vi: 'Đề nghị chấm dứt giám hộ của đồng nghiệp sẽ hiện ở đây.',
    en: 'What colleagues propose to end shows here.',
  },
  noneSecond: { vi: 'Không có hồ sơ nào chờ duyệt', en: 'Nothing waits' },
  noneSecondWhy: {
    vi: 'Hồ sơ có điểm cơ sở dữ liệu chưa ghi sẽ hiện ở đây.',
    en: 'Requests with something that the register does not know show here.',
  },
})
type Listed = OutputOf<typeof ListRepresentations>['items'][number]

const columns = () => [
  personColumn<Listed>(),
  referenceColumn<Listed>(),
  { key: 'kind', title: t('kind'), cell: (row: Listed) => kindWords(row.kind) },
  {
    key: 'state',
    title: t('state'),
    cell: (row: Listed) => (
      <>
        <Pill tone={stateTones[row.state]}>{stateWords(row.state)}</Pill>
        {row.isMine && <small class="quiet"> {t('mine')}</small>}
        <Lapses at={row.lapsesAt} />
      </>
    ),
  },
  {
    key: 'opened',
    title: t('opened'),
    isWide: true,
    cell: (row: Listed) => <span class="quiet nowrap">{dateTimeVN(row.openedAt)}</span>,
  },
  dueColumn<Listed>((row) => row.dueAt),
]

type OnWaiting = (waiting: number) => void
type Read = {
  readonly items: readonly unknown[]
  readonly isLoading: boolean
  readonly problem: unknown
  readonly hasMore: boolean
}
/** Told once all of a list has been read. */
const useWaiting = ({ items, isLoading, problem, hasMore }: Read, onWaiting: OnWaiting | undefined) => {
  useEffect(() => {
    if (!isLoading && !problem && !hasMore) {
      onWaiting?.(items.length)
    }
  }, [isLoading, items.length])
}

const Queue = ({ which, onWaiting }: { which: 'open' | 'second'; onWaiting?: OnWaiting }) => {
  const pages = useCaseQueue<Listed>((cursor) =>
    orSignIn(view<typeof ListRepresentations>('representation.list', { which, cursor })),
  )
  useWaiting(pages, onWaiting)
  return (
    <section class="stack">
      <h2>{t(which)}</h2>
      <CaseQueue
        pages={pages}
        caption={t(which)}
        keyOf={(row) => row.caseId}
        hrefOf={(row) => hrefTo(`/representation/${row.caseId}`)}
        isMarked={(row) => dueWords(row.dueAt).isOver}
        columns={columns()}
        empty={{
          icon: family,
          title: t(which === 'open' ? 'noneOpen' : 'noneSecond'),
          why: t(which === 'open' ? 'noneOpenWhy' : 'noneSecondWhy'),
        }}
      />
    </section>
  )
}

type ListedEnd = OutputOf<typeof ListRepresentationEnds>['items'][number]

const endColumns = () => [
  personColumn<ListedEnd>(),
  referenceColumn<ListedEnd>(),
  {
    key: 'opened',
    title: t('opened'),
    cell: (row: ListedEnd) => (
      <>
        <span class="quiet nowrap">{dateTimeVN(row.openedAt)}</span>
        {row.isMine && <small class="quiet"> {t('mine')}</small>}
      </>
    ),
  },
]

const Ends = ({ onWaiting }: { onWaiting: OnWaiting }) => {
  const pages = useCaseQueue<ListedEnd>((cursor) =>
    orSignIn(view<typeof ListRepresentationEnds>('representation.list-ends', { which: 'second', cursor })),
  )
  useWaiting(pages, onWaiting)
  return (
    <section class="stack">
      <h2>{t('ends')}</h2>
      <CaseQueue
        pages={pages}
        caption={t('ends')}
        keyOf={(row) => row.caseId}
        hrefOf={(row) => hrefTo(`/representation/end/${row.caseId}`)}
        columns={endColumns()}
        empty={{ icon: close, title: t('noneEnds'), why: t('noneEndsWhy') }}
      />
    </section>
  )
}

/** Requests and ends stand behind one count of the navigation. */
const useCountOfBoth = () => {
  const [requests, setRequests] = useState<number | null>(null)
  const [ends, setEnds] = useState<number | null>(null)
  useEffect(() => {
    if (requests !== null && ends !== null) {
      setCount('representation', { n: requests + ends })
    }
  }, [requests, ends])
  return { setRequests, setEnds }
}

const ListPage = () => {
  const tasks = officer.use()?.tasks ?? []
  const { setRequests, setEnds } = useCountOfBoth()
  const mayTake = tasks.includes('representation.take')
  const maySecond = tasks.includes('representation.second')
  useKeys(mayTake ? { n: () => navigate('/representation/new') } : {})
  return (
    <CounterFrame title={t('title')} keys={mayTake ? [['N', t('fresh')]] : []}>
      <PageHead
        title={t('title')}
        end={
          <>
            {(mayTake || maySecond) && (
              <LinkButton size="small" icon={close} href={hrefTo('/representation/end')}>
                {t('end')}
              </LinkButton>
            )}
            {mayTake && (
              <LinkButton size="small" kind="primary" icon={plus} href={hrefTo('/representation/new')}>
                {t('fresh')}
              </LinkButton>
            )}
          </>
        }
      />
      <Notice isQuiet>{t('what')}</Notice>
      {maySecond && <Queue which="second" onWaiting={setRequests} />}
      {maySecond && <Ends onWaiting={setEnds} />}
      {mayTake && <Queue which="open" />}
    </CounterFrame>
  )
}

export default ListPage
