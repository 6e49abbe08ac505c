// The office's voucher cases that are not finished, or those that wait for a second pair of eyes; the oldest
// on top.
import type { ListVoucherCases } from '../../../../contract/recovery-voucher.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { plus, print, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo, navigate, usePlace } from '../../../ui/router.tsx'
import {
  CaseQueue,
  DoubtPills,
  Lapses,
  personColumn,
  queueKeyWords,
  queueKeys,
  referenceColumn,
  useCaseQueue,
} from '../case/case-queue.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { doubtWords, stateTone, stateWords } from './voucher-words.ts'

const t = phrases({
  open: { vi: 'Phiếu lấy lại tài khoản', en: 'Recovery vouchers' },
  second: { vi: 'Duyệt lần hai phiếu', en: 'Second eyes: vouchers' },
  begin: { vi: 'Cấp phiếu mới', en: 'New voucher' },
  openWhat: {
    vi: 'Cho người mất điện thoại và có mặt tại quầy. Bạn lấy vân tay hoặc ảnh; đồng nghiệp gặp người ấy rồi xác nhận.',
    en: 'For somebody who has lost the phone and stands here. You take prints or portrait; a colleague meets the person and confirms.',
  },
  secondWhat: {
    vi: 'Mỗi phiếu cần hai người. Ra quầy gặp người dân trước khi xác nhận. Bạn không duyệt được hồ sơ do chính mình lấy.',
    en: 'Each voucher takes two persons. Go to the desk and meet the person before you confirm. You cannot decide cases that you took yourself.',
  },
  state: { vi: 'Tình trạng', en: 'State' },
  at: { vi: 'Mở lúc', en: 'Opened' },
  none: { vi: 'Không có hồ sơ nào đang làm', en: 'No case is open' },
  noneSecond: { vi: 'Không có hồ sơ nào chờ bạn', en: 'No case waits for you' },
  noneWhy: {
    vi: 'Hồ sơ đã in phiếu không nằm ở đây nữa.',
    en: 'A case whose voucher was printed leaves this list.',
  },
  enter: { vi: 'mở hồ sơ', en: 'open the case' },
  fresh: { vi: 'cấp phiếu mới', en: 'new voucher' },
})
type Listed = OutputOf<typeof ListVoucherCases>['items'][number]

const columns = () => [
  personColumn<Listed>(),
  referenceColumn<Listed>(),
  {
    key: 'state',
    title: t('state'),
    isWide: true,
    cell: (row: Listed) => (
      <>
        <DoubtPills doubts={row.doubts.map((doubt) => doubtWords(doubt))} isMine={row.isMine}>
          <Pill tone={stateTone(row.state)}>{stateWords(row.state)}</Pill>
        </DoubtPills>
        <Lapses at={row.lapsesAt} />
      </>
    ),
  },
  {
    key: 'at',
    title: t('at'),
    align: 'end' as const,
    cell: (row: Listed) => <span class="quiet nowrap">{dateTimeVN(row.openedAt)}</span>,
  },
]

const ListPage = () => {
  const which = usePlace().path === '/voucher/second' ? 'second' : 'open'
  const pages = useCaseQueue<Listed>((cursor) =>
    orSignIn(view<typeof ListVoucherCases>('voucher.list', { which, cursor })),
  )
  const begin = () => {
    if (which === 'open') {
      navigate('/voucher/new')
    }
  }
  useKeys({ n: begin, ...queueKeys })
  return (
    <CounterFrame
      title={t(which)}
      keys={[...(which === 'open' ? [['N', t('fresh')] as const] : []), ...queueKeyWords(t('enter'))]}
    >
      <PageHead
        title={t(which)}
        end={
          which === 'open' && (
            <LinkButton kind="primary" icon={plus} href={hrefTo('/voucher/new')}>
              {t('begin')}
            </LinkButton>
          )
        }
      />
      <Notice isQuiet>{t(which === 'open' ? 'openWhat' : 'secondWhat')}</Notice>
      <CaseQueue
        pages={pages}
        caption={t(which)}
        keyOf={(row) => row.caseId}
        hrefOf={(row) => hrefTo(`/voucher/${row.caseId}`)}
        columns={columns()}
        empty={{
          icon: which === 'open' ? print : shield,
          title: t(which === 'open' ? 'none' : 'noneSecond'),
          why: t('noneWhy'),
        }}
      />
    </CounterFrame>
  )
}

export default ListPage
