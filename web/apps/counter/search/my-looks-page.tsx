// The officer's own log of look-ups: each one that the person concerned and the inspectors see too, without
// names. One with the picture stands here as any other: that it was shown is said in their log alone.
import type { ViewMyLooks } from '../../../../contract/counter.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { usePages } from '../../../client/pages.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { eye } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { orSignIn } from '../shell/officer.ts'
import { PagedTable } from '../shell/paged-table.tsx'
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
      <PagedTable
        pages={pages}
        caption={t('title')}
        keyOf={(row) => row.id}
        columns={columns()}
        empty={{ icon: eye, title: t('none'), why: t('noneWhy') }}
      />
    </CounterFrame>
  )
}

export default MyLooksPage
