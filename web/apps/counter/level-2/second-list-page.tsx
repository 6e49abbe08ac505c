// The shift lead's list: level-2 cases with an exception, each opened with its evidence beside the register.
import type { ListLevel2 } from '../../../../contract/level-2.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { usePages } from '../../../client/pages.ts'
import { Button } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { focusFirstRow, QueueTable } from '../../../ui/queue-table.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { exceptionWords } from '../evidence/exception-words.ts'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due, dueMoment, dueWords } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Duyệt lần hai', en: 'Second pair of eyes' },
  what: {
    vi: 'Hồ sơ có ngoại lệ: vân tay không đọc được, ảnh chưa chắc, đồng ý khi mất mạng, thay người giữ tài khoản. Bạn không duyệt được hồ sơ do chính mình lấy.',
    en: 'Cases with an exception: unreadable prints, an uncertain portrait, consent while the line was down, a displaced holder. You cannot decide a case you took yourself.',
  },
  name: { vi: 'Người dân', en: 'Person' },
  unnamed: { vi: 'Chưa rõ tên', en: 'Name not known' },
  reference: { vi: 'Mã hồ sơ', en: 'Reference' },
  exceptions: { vi: 'Ngoại lệ', en: 'Exceptions' },
  due: { vi: 'Hạn trả', en: 'Due' },
  mine: { vi: 'Do bạn lấy', en: 'Taken by you' },
  none: { vi: 'Không có ngoại lệ nào chờ', en: 'No exception waits' },
  noneWhy: {
    vi: 'Hồ sơ đủ điều kiện được hệ thống quyết định ngay.',
    en: 'Cases without exceptions are decided at once.',
  },
  more: { vi: 'Xem thêm', en: 'Show more' },
  move: { vi: 'lên, xuống', en: 'up, down' },
  open: { vi: 'mở hồ sơ', en: 'open the case' },
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
    key: 'exceptions',
    title: t('exceptions'),
    isWide: true,
    cell: (row: Listed) => (
      <span class="pill-list">
        {row.exceptions.map((one) => (
          <Pill key={exceptionWords(one)} tone="gold">
            {exceptionWords(one)}
          </Pill>
        ))}
        {row.isMine && <Pill>{t('mine')}</Pill>}
      </span>
    ),
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

const SecondPage = () => {
  const pages = usePages<Listed>((cursor) =>
    orSignIn(view<typeof ListLevel2>('level-2.list', { which: 'second', cursor })),
  )
  useNow(30)
  useKeys({ j: focusFirstRow, k: focusFirstRow, ArrowDown: focusFirstRow })
  return (
    <CounterFrame
      title={t('title')}
      keys={[
        ['J K', t('move')],
        ['Enter', t('open')],
      ]}
    >
      <PageHead
        title={t('title')}
        beside={pages.items.length > 0 && <Pill tone="gold">{pages.items.length}</Pill>}
      />
      <Notice isQuiet>{t('what')}</Notice>
      <Refusal problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.items.length === 0 ? (
        <Skeleton lines={5} />
      ) : (
        !pages.problem && (
          <QueueTable
            caption={t('title')}
            rows={pages.items}
            keyOf={(row) => row.caseId}
            hrefOf={(row) => hrefTo(`/second/${row.caseId}`)}
            isMarked={(row) => dueWords(row.dueAt).isOver}
            columns={columns()}
            empty={
              <EmptyState icon={shield} title={t('none')}>
                {t('noneWhy')}
              </EmptyState>
            }
          />
        )
      )}
      {pages.hasMore && (
        <Button onPress={pages.more} isBusy={pages.isLoading}>
          {t('more')}
        </Button>
      )}
    </CounterFrame>
  )
}

export default SecondPage
