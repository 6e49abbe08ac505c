// The officer's own log of look-ups: each one that the person concerned and the inspectors see too, without
// names. One with the picture stands here as any other: that it was shown is said in their log alone.
import type { ViewMyLooks } from '../../../../contract/counter.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { usePages } from '../../../client/pages.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { eye } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { QueueTable } from '../../../ui/queue-table.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { purposeWords } from '../words/search-purposes.ts'

const t = phrases({
  title: { vi: 'Nhật ký tra cứu của tôi', en: 'My look-ups' },
  what: {
    vi: 'Những lần bạn tra cứu một người. Chính người đó và thanh tra cũng thấy; không ai xoá được.',
    en: 'Each time you looked somebody up. That person and the inspectors see it too; nobody can delete it.',
  },
  at: { vi: 'Lúc', en: 'When' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  reference: { vi: 'Số văn bản', en: 'Reference' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  result: { vi: 'Kết quả', en: 'Result' },
  isFound: { vi: 'Có', en: 'Found' },
  notFound: { vi: 'Không có ai', en: 'Nobody' },
  none: { vi: 'Bạn chưa tra cứu ai', en: 'You looked nobody up' },
  noneWhy: { vi: 'Lần tra cứu đầu tiên sẽ hiện ở đây.', en: 'The first look-up will stand here.' },
  more: { vi: 'Xem thêm', en: 'Show more' },
})
type Look = OutputOf<typeof ViewMyLooks>['items'][number]

const columns = () => [
  {
    key: 'at',
    title: t('at'),
    cell: (row: Look) => (
      <time class="nowrap" dateTime={row.at}>
        {dateTimeVN(row.at)}
      </time>
    ),
  },
  { key: 'purpose', title: t('purpose'), isWide: true, cell: (row: Look) => purposeWords(row.purpose) },
  {
    key: 'reference',
    title: t('reference'),
    cell: (row: Look) => row.reference ?? <span class="quiet">–</span>,
  },
  {
    key: 'number',
    title: t('number'),
    cell: (row: Look) => <span class="nowrap">••• ••• {row.numberEnd}</span>,
  },
  {
    key: 'result',
    title: t('result'),
    align: 'end' as const,
    cell: (row: Look) => (
      <Pill tone={row.isFound ? 'jade' : 'neutral'}>{t(row.isFound ? 'isFound' : 'notFound')}</Pill>
    ),
  },
]

const MyLooksPage = () => {
  const pages = usePages<Look>((cursor) => orSignIn(view<typeof ViewMyLooks>('counter.my-looks', { cursor })))
  return (
    <CounterFrame title={t('title')}>
      <PageHead title={t('title')} />
      <Notice isQuiet icon={eye}>
        {t('what')}
      </Notice>
      <Refusal problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.items.length === 0 ? (
        <Skeleton lines={5} />
      ) : (
        !pages.problem && (
          <QueueTable
            caption={t('title')}
            rows={pages.items}
            keyOf={(row) => row.id}
            columns={columns()}
            empty={
              <EmptyState icon={eye} title={t('none')}>
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

export default MyLooksPage
