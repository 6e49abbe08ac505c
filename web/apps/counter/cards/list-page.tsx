// The office's card applications by what is to be done next: taken, decided, printed, received, handed over;
// those due first on top.
import { useState } from 'preact/hooks'
import type { ListCards } from '../../../../contract/card-taking.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { card, plus } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo, navigate, usePlace } from '../../../ui/router.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import {
  CaseQueue,
  dueColumn,
  Lapses,
  personColumn,
  queueKeyWords,
  queueKeys,
  referenceColumn,
  useCaseQueue,
} from '../case/case-queue.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { dueWords } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { officer, orSignIn } from '../shell/officer.ts'
import { exceptionFact, stateWords } from './card-words.ts'
import { kindWords, reasonWords } from '../words/card-kinds.ts'

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
  kind: { vi: 'Loại', en: 'Kind' },
  what: { vi: 'Lý do', en: 'Reason' },
  state: { vi: 'Tình trạng', en: 'State' },
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
  which === 'second' ? row.exceptions.map((one) => exceptionFact(one)).join('; ') : reasonWords(row.reason)

const columns = (which: Which) => [
  personColumn<Listed>(),
  referenceColumn<Listed>(),
  { key: 'kind', title: t('kind'), cell: (row: Listed) => <span class="nowrap">{kindWords(row.kind)}</span> },
  {
    key: 'what',
    title: t('what'),
    isWide: true,
    cell: (row: Listed) => (
      <>
        {whyOf(row, which)}
        <Lapses at={row.lapsesAt} />
        {row.withAccount && <small class="quiet"> · {t('account')}</small>}
        {row.isMine && which !== 'open' && which !== 'receive' && <small class="quiet"> · {t('mine')}</small>}
      </>
    ),
  },
  { key: 'state', title: t('state'), cell: stateOf },
  dueColumn<Listed>((row) => (which === 'ready' ? null : row.dueAt)),
]

const Queue = ({ which }: { which: Which }) => {
  const pages = useCaseQueue<Listed>((cursor) =>
    orSignIn(view<typeof ListCards>('card.list', { which, cursor })),
  )
  return (
    <>
      <CaseQueue
        pages={pages}
        caption={t(which)}
        keyOf={(row) => row.caseId}
        hrefOf={(row) => hrefTo(`/cards/${row.caseId}`)}
        isMarked={(row) => which !== 'ready' && dueWords(row.dueAt).isOver}
        columns={columns(which)}
        empty={{ icon: card, title: t(`none-${which}`), why: t('noneWhy') }}
      />
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
  useKeys({ ...queueKeys, ...(mayTake ? { n: begin } : {}) })
  return (
    <CounterFrame
      title={t(at)}
      keys={[...(mayTake ? [['N', t('fresh')] as const] : []), ...queueKeyWords(t('enter'))]}
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
