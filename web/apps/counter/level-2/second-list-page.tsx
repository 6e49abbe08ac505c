// The shift lead's list: level-2 cases with an exception, each opened with its evidence beside the register.
import type { ListLevel2 } from '../../../../contract/level-2.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import {
  CaseQueue,
  DoubtPills,
  dueColumn,
  personColumn,
  queueKeyWords,
  queueKeys,
  referenceColumn,
  useCaseQueue,
} from '../case/case-queue.tsx'
import { exceptionFact } from '../evidence/exception-words.ts'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { dueWords } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'

const t = phrases({
  title: { vi: 'Duyệt lần hai', en: 'Second pair of eyes' },
  what: {
    vi: 'Hồ sơ có ngoại lệ: vân tay không đọc được, ảnh chưa chắc, đồng ý khi mất mạng, thay người giữ tài khoản. Bạn không duyệt được hồ sơ do chính mình lấy.',
    en: 'Cases with an exception: unreadable prints, an uncertain portrait, consent while the line was down, a displaced holder. You cannot decide a case you took yourself.',
  },
  exceptions: { vi: 'Ngoại lệ', en: 'Exceptions' },
  none: { vi: 'Không có ngoại lệ nào chờ', en: 'No exception waits' },
  noneWhy: {
    vi: 'Hồ sơ đủ điều kiện được hệ thống quyết định ngay.',
    en: 'Cases without exceptions are decided at once.',
  },
  open: { vi: 'mở hồ sơ', en: 'open the case' },
})
type Listed = OutputOf<typeof ListLevel2>['items'][number]

const columns = () => [
  personColumn<Listed>(),
  referenceColumn<Listed>(),
  {
    key: 'exceptions',
    title: t('exceptions'),
    isWide: true,
    cell: (row: Listed) => (
      <DoubtPills doubts={row.exceptions.map((one) => exceptionFact(one))} isMine={row.isMine} />
    ),
  },
  dueColumn<Listed>((row) => row.dueAt),
]

const SecondPage = () => {
  const pages = useCaseQueue<Listed>((cursor) =>
    orSignIn(view<typeof ListLevel2>('level-2.list', { which: 'second', cursor })),
  )
  useKeys(queueKeys)
  return (
    <CounterFrame title={t('title')} keys={queueKeyWords(t('open'))}>
      <PageHead
        title={t('title')}
        beside={pages.items.length > 0 && <Pill tone="gold">{pages.items.length}</Pill>}
      />
      <Notice isQuiet>{t('what')}</Notice>
      <CaseQueue
        pages={pages}
        caption={t('title')}
        keyOf={(row) => row.caseId}
        hrefOf={(row) => hrefTo(`/second/${row.caseId}`)}
        isMarked={(row) => dueWords(row.dueAt).isOver}
        columns={columns()}
        empty={{ icon: shield, title: t('none'), why: t('noneWhy') }}
      />
    </CounterFrame>
  )
}

export default SecondPage
