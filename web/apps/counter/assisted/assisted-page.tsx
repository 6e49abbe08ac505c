// A helper's own page: begin with a citizen who is present, and the receipts of those who were helped.
import '../case/assisted.css'
import { useState } from 'preact/hooks'
import type { ListAssisted, OpenAssisted } from '../../../../contract/assistance.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, view } from '../../../client/call.ts'
import { faultSentence, faultsOf } from '../../../client/faults.ts'
import { usePages } from '../../../client/pages.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { check, heart, monitor, person, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { QueueTable } from '../../../ui/queue-table.tsx'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { ScreenPanel } from '../screen/screen-panel.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { welcome } from './said.ts'
import {
  actWords,
  purposes,
  purposeWords,
  stateWords,
  type Purpose,
  type Way,
} from '../words/assist-words.ts'

const t = phrases({
  title: { vi: 'Hỗ trợ người dân', en: 'Helping people' },
  begin: { vi: 'Người dân đang ở bên bạn', en: 'A citizen is beside you' },
  ask: { vi: 'Hỏi người dân', en: 'Ask the citizen' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: {
    vi: 'Đủ 12 số, bác đọc hoặc đưa thẻ. Bạn sẽ không thấy dữ liệu nào của bác khi bác chưa đồng ý.',
    en: 'All 12 digits, as she says or shows them. You see nothing of hers before she agrees.',
  },
  purpose: { vi: 'Bác cần gì?', en: 'What does she need?' },
  purposeMissing: {
    vi: 'Chọn điều bác cần; bác thấy mục đích này.',
    en: 'Choose what she needs; she sees this purpose.',
  },
  way: { vi: 'Bác đồng ý bằng cách nào?', en: 'How does she agree?' },
  code: { vi: 'Mã gửi tới điện thoại của bác', en: 'A code to her phone' },
  codeMore: {
    vi: 'Cần để xem hay đổi bất cứ điều gì. Bác tự nhập mã.',
    en: 'Needed to look at or change anything. She types it herself.',
  },
  press: { vi: 'Bấm trên màn hình của bác', en: 'A press at her screen' },
  pressMore: {
    vi: 'Khi chưa có tài khoản: chỉ đưa máy để bác tự đăng ký.',
    en: 'Without an account: only to hand the machine over for a registration.',
  },
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
  more: { vi: 'Xem thêm', en: 'Show more' },
})
type Listed = OutputOf<typeof ListAssisted>['items'][number]

const BeginForm = () => {
  const [number, setNumber] = useState('')
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const [way, setWay] = useState<Way>('code')
  const [isTried, setTried] = useState(false)
  const asking = usePress()
  const isWhole = /^\d{12}$/.test(number)
  const ask = () => {
    setTried(true)
    if (!isWhole || !purpose) {
      return
    }
    void asking.press(async () => {
      const { id } = await orSignIn(
        deed<typeof OpenAssisted>('assist.open', { personalNumber: number, purpose, way }),
      )
      navigate(`/assisted/${id}`)
    })
  }
  const fault = asking.problem ? faultsOf(asking.problem)['personalNumber'] : undefined
  return (
    <Card title={t('begin')} icon={person}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <Refusal
          problem={asking.problem && asking.problem.fields.length === 0 ? asking.problem : null}
          onRetry={ask}
        />
        <PersonalNumberField
          id="assist-number"
          label={t('number')}
          hint={t('numberHint')}
          value={number}
          onValue={setNumber}
          autocomplete="off"
          error={fault ?? (isTried && !isWhole ? faultSentence('personalNumber', 'length') : undefined)}
        />
        <RadioCards<Purpose>
          name="assist-purpose"
          legend={t('purpose')}
          error={isTried && !purpose ? t('purposeMissing') : undefined}
          value={purpose}
          onValue={(wanted) => {
            setPurpose(wanted)
            if (wanted === 'register') {
              setWay('press')
            }
          }}
          choices={purposes.map((value) => ({ value, title: purposeWords(value) }))}
        />
        <RadioCards<Way>
          name="assist-way"
          legend={t('way')}
          value={way}
          onValue={setWay}
          choices={[
            { value: 'code', title: t('code'), detail: t('codeMore') },
            { value: 'press', title: t('press'), detail: t('pressMore') },
          ]}
        />
        <div class="search-acts">
          <Button kind="primary" type="submit" icon={heart} isBusy={asking.isBusy}>
            {t('ask')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

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
        <Refusal problem={pages.problem} onRetry={pages.reload} />
        {pages.isLoading && pages.items.length === 0 ? (
          <Skeleton lines={3} />
        ) : (
          !pages.problem && (
            <QueueTable
              caption={t('receipts')}
              rows={pages.items}
              keyOf={(row) => row.id}
              hrefOf={(row) => hrefTo(`/assisted/${row.id}`)}
              columns={columns()}
              empty={
                <EmptyState icon={check} title={t('none')}>
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
      </section>
    </CounterFrame>
  )
}

export default AssistedPage
