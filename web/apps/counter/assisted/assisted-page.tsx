// A helper's own page: begin with a citizen who is present, and the receipts of those who were helped.
import '../case/assisted.css'
import type { ListAssisted } from '../../../../contract/assistance.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { usePages } from '../../../client/pages.ts'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { check, monitor, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { ScreenPanel } from '../screen/screen-panel.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { orSignIn } from '../shell/officer.ts'
import { PagedTable } from '../shell/paged-table.tsx'
import { BeginForm } from './begin-form.tsx'
import { welcome } from './said.ts'
import { actWords, purposeWords, stateWords } from '../words/assist-words.ts'

const t = phrases({
  title: { vi: 'Hỗ trợ người dân', en: 'Helping people' },
  screen: { vi: 'Màn hình của người dân', en: "The citizen's screen" },
  screenWhy: {
    vi: 'Mở trên máy thứ hai hoặc cửa sổ quay về phía bác. Chỉ bác được bấm và nhập ở đó.',
    en: 'On a second machine, or a window turned towards her. Only she presses and types there.',
  },
  never: { vi: 'Không bao giờ', en: 'Never' },
  never1: { vi: 'hỏi hay nhập hộ mã, mật khẩu, mã PIN', en: 'ask for or type codes, passwords or passcodes' },
  never2: { vi: 'bấm hay nhập thay trên màn hình của bác', en: 'press or type at her screen' },
  never3: { vi: 'giữ điện thoại hay giấy tờ của bác', en: 'keep her phone or papers' },
  receipts: { vi: 'Biên nhận của tôi', en: 'My receipts' },
  receipt: { vi: 'Biên nhận', en: 'Receipt' },
  when: { vi: 'Lúc', en: 'At' },
  what: { vi: 'Đã làm', en: 'Done' },
  nothing: { vi: 'Chưa làm gì', en: 'Nothing' },
  state: { vi: 'Trạng thái', en: 'State' },
  why: { vi: 'Mục đích', en: 'Purpose' },
  none: { vi: 'Bạn chưa hỗ trợ ai', en: 'You have helped nobody yet' },
  noneWhy: {
    vi: 'Mỗi việc làm cùng người dân có biên nhận cho cả hai bên. Ở đây không có dữ liệu của ai.',
    en: "Each act leaves a receipt with both. Nobody's data stands here.",
  },
})
type Listed = OutputOf<typeof ListAssisted>['items'][number]

const columns = () => [
  { key: 'receipt', title: t('receipt'), cell: (row: Listed) => <span class="nowrap">{row.reference}</span> },
  {
    key: 'when',
    title: t('when'),
    cell: (row: Listed) => <span class="nowrap">{dateTimeVN(row.askedAt)}</span>,
  },
  { key: 'why', title: t('why'), cell: (row: Listed) => purposeWords(row.purpose) },
  {
    key: 'what',
    title: t('what'),
    isWide: true,
    cell: (row: Listed) =>
      row.acts.length > 0 ? (
        row.acts.map((act) => actWords(act)).join('; ')
      ) : (
        <span class="quiet">{t('nothing')}</span>
      ),
  },
  {
    key: 'state',
    title: t('state'),
    align: 'end' as const,
    cell: (row: Listed) => (
      <Pill tone={row.state === 'open' ? 'ok' : row.state === 'asked' ? 'gold' : 'neutral'}>
        {stateWords(row.state)}
      </Pill>
    ),
  },
]

const AssistedPage = () => {
  const pages = usePages<Listed>((cursor) => orSignIn(view<typeof ListAssisted>('assist.list', { cursor })))
  return (
    <CounterFrame title={t('title')}>
      <PageHead title={t('title')} />
      <div class="assisted">
        <BeginForm />
        <div class="assisted-side">
          <Card title={t('screen')} icon={monitor}>
            <div class="stack">
              <p class="quiet">{t('screenWhy')}</p>
              <ScreenPanel prompt={welcome} />
            </div>
          </Card>
          <Notice isQuiet tone="warn" icon={shield} title={t('never')}>
            <ul class="assisted-never">
              <li>{t('never1')}</li>
              <li>{t('never2')}</li>
              <li>{t('never3')}</li>
            </ul>
          </Notice>
        </div>
      </div>
      <section class="stack">
        <h2>{t('receipts')}</h2>
        <PagedTable
          pages={pages}
          lines={3}
          caption={t('receipts')}
          keyOf={(row) => row.id}
          hrefOf={(row) => hrefTo(`/assisted/${row.id}`)}
          columns={columns()}
          empty={{ icon: check, title: t('none'), why: t('noneWhy') }}
        />
      </section>
    </CounterFrame>
  )
}

export default AssistedPage
