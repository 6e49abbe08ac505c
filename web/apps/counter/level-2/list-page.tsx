// The office's level-2 cases that are not finished, those due first on top; a new one begins here.
import { useState } from 'preact/hooks'
import type { ListLevel2 } from '../../../../contract/level-2.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { person, plus } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { Switch } from '../../../ui/switch.tsx'
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
import { orSignIn } from '../shell/officer.ts'

const t = phrases({
  title: { vi: 'Đăng ký mức 2', en: 'Level-2 registration' },
  begin: { vi: 'Hồ sơ mới', en: 'New case' },
  opened: { vi: 'Mở lúc', en: 'Opened' },
  state: { vi: 'Tình trạng', en: 'State' },
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
  enter: { vi: 'mở hồ sơ', en: 'open the case' },
  fresh: { vi: 'hồ sơ mới', en: 'new case' },
})
type Listed = OutputOf<typeof ListLevel2>['items'][number]

const columns = () => [
  personColumn<Listed>(),
  referenceColumn<Listed>(),
  {
    key: 'state',
    title: t('state'),
    isWide: true,
    cell: (row: Listed) => (
      <>
        <Pill tone={row.state === 'waiting-second' ? 'gold' : 'jade'}>{t(row.state)}</Pill>
        <Lapses at={row.lapsesAt} />
      </>
    ),
  },
  {
    key: 'opened',
    title: t('opened'),
    cell: (row: Listed) => <span class="quiet nowrap">{dateTimeVN(row.openedAt)}</span>,
  },
  dueColumn<Listed>((row) => row.dueAt),
]

const ListPage = () => {
  const [isMine, setMine] = useState(false)
  const pages = useCaseQueue<Listed>((cursor) =>
    orSignIn(view<typeof ListLevel2>('level-2.list', { which: 'open', cursor })),
  )
  const begin = () => navigate('/level-2/new')
  useKeys({ n: begin, ...queueKeys })
  const rows = pages.items.filter((row) => !isMine || row.isMine)
  return (
    <CounterFrame title={t('title')} keys={[['N', t('fresh')], ...queueKeyWords(t('enter'))]}>
      <PageHead
        title={t('title')}
        end={
          <LinkButton kind="primary" icon={plus} href={hrefTo('/level-2/new')}>
            {t('begin')}
          </LinkButton>
        }
      />
      {pages.items.some((row) => !row.isMine) && (
        <div class="rows">
          <Switch label={t('mine')} isOn={isMine} onSwitch={setMine} />
        </div>
      )}
      <CaseQueue
        pages={pages}
        caption={t('title')}
        rows={rows}
        keyOf={(row) => row.caseId}
        hrefOf={(row) => hrefTo(`/level-2/${row.caseId}`)}
        isMarked={(row) => dueWords(row.dueAt).isOver}
        columns={columns()}
        empty={{ icon: person, title: t('none'), why: t('noneWhy') }}
      />
    </CounterFrame>
  )
}

export default ListPage
