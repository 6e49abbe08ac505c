// Requests to lock or unlock that wait at this office: those to be received and forwarded, or those to be
// decided; what is due first on top.
// The acts with a person at the counter begin here as well.
import './locks.css'
import { useEffect } from 'preact/hooks'
import type { ListLockRequests } from '../../../../contract/lock.ts'
import { view } from '../../../client/call.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { dossier, lock, unlock } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo, navigate, usePlace } from '../../../ui/router.tsx'
import { readOverview } from '../shell/overview.ts'
import {
  CaseQueue,
  dueColumn,
  queueKeyWords,
  queueKeys,
  referenceColumn,
  useCaseQueue,
} from '../case/case-queue.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { dueWords } from '../shell/due.tsx'
import type { KeyWords } from '../shell/key-sheet.tsx'
import { useKeys } from '../shell/keys.ts'
import { officer, orSignIn } from '../shell/officer.ts'
import { kindWords, stateWords, type ListedRequest } from '../words/lock-words.ts'

const t = phrases({
  receive: { vi: 'Khoá và mở khoá', en: 'Locking and unlocking' },
  decide: { vi: 'Quyết định khoá, mở khoá', en: 'Decide on locks' },
  receiveWhat: {
    vi: 'Phiếu TK03 vừa nhận phải chuyển trong **01 ngày làm việc** (NĐ 69/2024, Điều 15).',
    en: 'A TK03 that was received is forwarded within **one working day** (Decree 69/2024, art. 15).',
  },
  decideWhat: {
    vi: 'Bạn không quyết định được yêu cầu do chính mình tiếp nhận hoặc chuyển. Phiếu TK03: 02 ngày làm việc. Người dân xin mở khoá tại quầy: làm ngay.',
    en: 'You cannot decide what you received or forwarded yourself. A TK03: two working days. A holder at the counter: at once.',
  },
  kind: { vi: 'Việc', en: 'What' },
  state: { vi: 'Tình trạng', en: 'State' },
  received: { vi: 'Nhận lúc', en: 'Received' },
  lock: { vi: 'Khoá cho người dân', en: 'Lock for a holder' },
  unlock: { vi: 'Yêu cầu mở khoá', en: 'Ask to unlock' },
  tk03: { vi: 'Nhận phiếu TK03', en: 'Receive a TK03' },
  none: { vi: 'Không có yêu cầu nào chờ', en: 'No request waits' },
  noneReceive: {
    vi: 'Phiếu TK03 chưa chuyển hiện ở đây. Người dân ở quầy: chọn khoá hoặc mở khoá ở trên.',
    en: 'TK03 forms that are not forwarded show here. For somebody at the counter choose an act above.',
  },
  noneDecide: {
    vi: 'Yêu cầu mở khoá và phiếu TK03 đã chuyển hiện ở đây.',
    en: 'Requests to unlock and forwarded TK03 forms show here.',
  },
  open: { vi: 'mở yêu cầu', en: 'open the request' },
})

const columns = () => [
  referenceColumn<ListedRequest>(),
  { key: 'kind', title: t('kind'), isWide: true, cell: (row: ListedRequest) => kindWords(row.kind) },
  {
    key: 'state',
    title: t('state'),
    cell: (row: ListedRequest) => (
      <Pill tone={row.state === 'received' ? 'jade' : 'gold'}>{stateWords(row.state)}</Pill>
    ),
  },
  {
    key: 'received',
    title: t('received'),
    cell: (row: ListedRequest) => <span class="quiet nowrap">{dateTimeVN(row.receivedAt)}</span>,
  },
  dueColumn<ListedRequest>((row) => row.dueAt),
]
const bold = (text: string) => text.split('**').map((part, i) => (i % 2 ? <b key={i}>{part}</b> : part))

type Stage = 'receive' | 'decide'

const Queue = ({ stage }: { stage: Stage }) => {
  const pages = useCaseQueue<ListedRequest>((cursor) =>
    orSignIn(view<typeof ListLockRequests>('lock.requests', { stage, cursor })),
  )
  return (
    <>
      <Notice isQuiet>{bold(t(`${stage}What`))}</Notice>
      <CaseQueue
        pages={pages}
        caption={t(stage)}
        keyOf={(row) => row.reference}
        hrefOf={(row) => hrefTo(`/locks/requests/${row.reference}`)}
        isMarked={(row) => dueWords(row.dueAt).isOver}
        columns={columns()}
        empty={{
          icon: stage === 'receive' ? dossier : unlock,
          title: t('none'),
          why: t(stage === 'receive' ? 'noneReceive' : 'noneDecide'),
        }}
      />
    </>
  )
}

const ListPage = () => {
  const stage: Stage = usePlace().path === '/locks/decide' ? 'decide' : 'receive'
  const tasks = officer.use()?.tasks ?? []
  const mayTake = tasks.includes('lock.take')
  const mayReceive = tasks.includes('lock.receive')
  useEffect(() => {
    readOverview().catch(() => undefined)
  }, [])
  useKeys({
    ...queueKeys,
    ...(mayTake ? { l: () => navigate('/locks/lock'), u: () => navigate('/locks/unlock') } : {}),
    ...(mayReceive ? { t: () => navigate('/locks/tk03') } : {}),
  })
  const keys: KeyWords[] = [
    ...(mayTake ? [['L', t('lock')] as const, ['U', t('unlock')] as const] : []),
    ...(mayReceive ? [['T', t('tk03')] as const] : []),
    ...queueKeyWords(t('open')),
  ]
  return (
    <CounterFrame title={t(stage)} keys={keys}>
      <PageHead title={t(stage)} />
      {stage === 'receive' && (
        <div class="lock-tools">
          {mayTake && (
            <LinkButton kind="primary" icon={lock} href={hrefTo('/locks/lock')}>
              {t('lock')}
            </LinkButton>
          )}
          {mayTake && (
            <LinkButton icon={unlock} href={hrefTo('/locks/unlock')}>
              {t('unlock')}
            </LinkButton>
          )}
          {mayReceive && (
            <LinkButton icon={dossier} href={hrefTo('/locks/tk03')}>
              {t('tk03')}
            </LinkButton>
          )}
        </div>
      )}
      {(stage === 'decide' || mayReceive) && <Queue stage={stage} />}
    </CounterFrame>
  )
}

export default ListPage
