// The hotline: a new call, and the agent's own calls. Nobody's data stands here.
import '../case/assisted.css'
import type { BeginCall, ListCalls } from '../../../../contract/assistance.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, view } from '../../../client/call.ts'
import { usePages } from '../../../client/pages.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { phoneCall, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { PagedTable } from '../shell/paged-table.tsx'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Tổng đài', en: 'Hotline' },
  begin: { vi: 'Cuộc gọi mới', en: 'New call' },
  may: {
    vi: 'Tổng đài được khoá và giải thích, không bao giờ mở khoá',
    en: 'The hotline locks and explains; it never unlocks',
  },
  mayWhy: {
    vi: 'Bạn không thấy dữ liệu của ai. Người gọi trả lời, Sen chỉ cho biết đủ hay chưa đủ. Không hỏi mã, mật khẩu, mã PIN.',
    en: "You see nobody's data. The caller answers, and Sen says only enough or not enough. Never ask for codes, passwords or passcodes.",
  },
  reference: { vi: 'Mã cuộc gọi', en: 'Call reference' },
  when: { vi: 'Bắt đầu', en: 'Began' },
  caller: { vi: 'Người gọi', en: 'Caller' },
  known: { vi: 'Trả lời đủ', en: 'Answered enough' },
  unknown: { vi: 'Chưa nhận diện', en: 'Not known' },
  did: { vi: 'Đã làm', en: 'Done' },
  nothing: { vi: 'Hướng dẫn chung', en: 'General advice' },
  lock: { vi: 'Khoá tài khoản', en: 'Locked the account' },
  explain: { vi: 'Giải thích khoá', en: 'Explained a lock' },
  dossier: { vi: 'Xem hồ sơ', en: 'Looked at a dossier' },
  phone: { vi: 'Xem số điện thoại', en: 'Checked a phone number' },
  'phone-code': { vi: 'Gửi mã tới số điện thoại', en: 'Sent a code to a phone number' },
  'phone-given-up': { vi: 'Ghi số không còn của người gọi', en: 'Noted a number given up' },
  state: { vi: 'Trạng thái', en: 'State' },
  running: { vi: 'Đang gọi', en: 'Running' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  none: { vi: 'Chưa có cuộc gọi nào', en: 'No calls yet' },
  noneWhy: { vi: 'Bấm N khi có người gọi.', en: 'Press N when somebody calls.' },
})
type Call = OutputOf<typeof ListCalls>['items'][number]

const columns = () => [
  {
    key: 'reference',
    title: t('reference'),
    cell: (row: Call) => <span class="nowrap">{row.reference}</span>,
  },
  {
    key: 'when',
    title: t('when'),
    cell: (row: Call) => <span class="nowrap">{dateTimeVN(row.beganAt)}</span>,
  },
  { key: 'caller', title: t('caller'), cell: (row: Call) => t(row.isKnown ? 'known' : 'unknown') },
  {
    key: 'did',
    title: t('did'),
    isWide: true,
    cell: (row: Call) =>
      row.deeds.length > 0 ? (
        row.deeds.map((done) => t(done)).join('; ')
      ) : (
        <span class="quiet">{t('nothing')}</span>
      ),
  },
  {
    key: 'state',
    title: t('state'),
    align: 'end' as const,
    cell: (row: Call) => (
      <Pill tone={row.endedAt ? 'neutral' : 'gold'}>{t(row.endedAt ? 'ended' : 'running')}</Pill>
    ),
  },
]

const CallsPage = () => {
  const pages = usePages<Call>((cursor) => orSignIn(view<typeof ListCalls>('hotline.list', { cursor })))
  const beginning = usePress()
  const begin = () =>
    void beginning.press(async () => {
      const { call } = await orSignIn(deed<typeof BeginCall>('hotline.begin', {}))
      navigate(`/hotline/${call.id}`)
    })
  useKeys({ n: begin })
  return (
    <CounterFrame title={t('title')} keys={[['N', t('begin')]]}>
      <PageHead
        title={t('title')}
        end={
          <Button kind="primary" icon={phoneCall} shortcut="N" isBusy={beginning.isBusy} onPress={begin}>
            {t('begin')}
          </Button>
        }
      />
      <Notice isQuiet icon={shield} title={t('may')}>
        {t('mayWhy')}
      </Notice>
      <Refusal problem={beginning.problem} onRetry={begin} />
      <PagedTable
        pages={pages}
        lines={4}
        caption={t('title')}
        keyOf={(row) => row.id}
        hrefOf={(row) => hrefTo(`/hotline/${row.id}`)}
        columns={columns()}
        empty={{ icon: phoneCall, title: t('none'), why: t('noneWhy') }}
      />
    </CounterFrame>
  )
}

export default CallsPage
