// For whoever supervises an office: officers who named unusually many people by their numbers. She asks, and
// says what came of it; whom they looked up stands in no list, only in the log.
import { useState } from 'preact/hooks'
import type { SettleUnusualVolume, ViewUnusualVolumes } from '../../../../contract/supervision.ts'
import type { InputOf, OutputOf } from '../../../../contract/operation.ts'
import { deed, view } from '../../../client/call.ts'
import { usePages } from '../../../client/pages.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { check, eye } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { orSignIn } from '../shell/officer.ts'
import { readOverview } from '../shell/overview.ts'
import { PagedTable } from '../shell/paged-table.tsx'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Tra cứu nhiều bất thường', en: 'Unusually many look-ups' },
  what: {
    vi: 'Cán bộ của đơn vị đã nhập số của nhiều người hơn mức thường thấy. Đông khách cũng là một lý do: hãy hỏi trước khi kết luận.',
    en: 'Officers of your office who entered the numbers of more people than usual. A busy day is a reason too: ask before you judge.',
  },
  at: { vi: 'Lúc', en: 'When' },
  who: { vi: 'Cán bộ', en: 'Officer' },
  many: { vi: 'Ghi nhận', en: 'Noticed' },
  'persons-per-hour': { vi: '{n} người trong một giờ', en: '{n} people within an hour' },
  'persons-at-night': { vi: '{n} người trong một giờ ban đêm', en: '{n} people within an hour of the night' },
  'looks-per-day': { vi: '{n} lần tra cứu trong một ngày', en: '{n} look-ups within a day' },
  state: { vi: 'Tình trạng', en: 'State' },
  settle: { vi: 'Ghi kết quả', en: 'Say what it was' },
  mine: { vi: 'Về bạn: người khác xem xét', en: 'About you: somebody else looks into it' },
  ask: { vi: 'Đã hỏi cán bộ {number}?', en: 'Have you asked officer {number}?' },
  askWhy: {
    vi: '{name}: {many}, lúc {moment}. Kết quả ghi vào nhật ký với số hiệu của bạn và không sửa lại được.',
    en: '{name}: {many}, {moment}. What you say is logged with your number and cannot be changed.',
  },
  explained: { vi: 'Đã rõ lý do', en: 'It is explained' },
  reported: { vi: 'Đã báo thanh tra', en: 'Reported to the inspectors' },
  cancel: { vi: 'Để sau', en: 'Later' },
  none: { vi: 'Không có gì bất thường', en: 'Nothing unusual' },
  noneWhy: {
    vi: 'Khi một cán bộ tra cứu nhiều hơn mức thường thấy, ghi nhận hiện ở đây.',
    en: 'When an officer looks up more people than usual, it shows here.',
  },
})
type Noticed = OutputOf<typeof ViewUnusualVolumes>['items'][number]
type Verdict = InputOf<typeof SettleUnusualVolume>['verdict']

const manyWords = ({ kind, count }: Noticed): string => t(kind, { n: count })

const columns = (onSettle: (row: Noticed) => void) => [
  {
    key: 'at',
    title: t('at'),
    cell: (row: Noticed) => (
      <time class="nowrap" dateTime={row.at}>
        {dateTimeVN(row.at)}
      </time>
    ),
  },
  {
    key: 'who',
    title: t('who'),
    cell: (row: Noticed) => `${row.officer.name} · ${row.officer.number}`,
  },
  { key: 'many', title: t('many'), isWide: true, cell: manyWords },
  {
    key: 'state',
    title: t('state'),
    align: 'end' as const,
    cell: (row: Noticed) =>
      row.settled ? (
        <Pill tone={row.settled.verdict === 'explained' ? 'ok' : 'son'}>{t(row.settled.verdict)}</Pill>
      ) : row.officer.isMe ? (
        <span class="quiet">{t('mine')}</span>
      ) : (
        <Button size="small" onPress={() => onSettle(row)}>
          {t('settle')}
        </Button>
      ),
  },
]

const SettleDialog = ({
  row,
  onClose,
  onSettled,
}: {
  row: Noticed
  onClose: () => void
  onSettled: (settled: NonNullable<Noticed['settled']>) => void
}) => {
  const settling = usePress()
  const settle = (verdict: Verdict) =>
    void settling.press(async () => {
      const input = { noticeId: row.id, verdict }
      onSettled(await orSignIn(deed<typeof SettleUnusualVolume>('supervision.settle', input)))
    })
  const { name, number } = row.officer
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('ask', { number })}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="danger-quiet" isBusy={settling.isBusy} onPress={() => settle('reported')}>
            {t('reported')}
          </Button>
          <Button kind="primary" icon={check} isBusy={settling.isBusy} onPress={() => settle('explained')}>
            {t('explained')}
          </Button>
        </>
      }
    >
      <Refusal problem={settling.problem} />
      <p>{t('askWhy', { name, many: manyWords(row), moment: dateTimeVN(row.at) })}</p>
    </Dialog>
  )
}

const ListPage = () => {
  const pages = usePages<Noticed>((cursor) =>
    orSignIn(view<typeof ViewUnusualVolumes>('supervision.list', { cursor })),
  )
  const [asked, ask] = useState<Noticed | null>(null)
  const settled = (row: Noticed, how: NonNullable<Noticed['settled']>) => {
    ask(null)
    pages.change((one) => (one.id === row.id ? { ...one, settled: how } : one))
    readOverview().catch(() => undefined)
  }
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
        isMarked={(row) => !row.settled}
        columns={columns(ask)}
        empty={{ icon: check, title: t('none'), why: t('noneWhy') }}
      />
      {asked && (
        <SettleDialog row={asked} onClose={() => ask(null)} onSettled={(how) => settled(asked, how)} />
      )}
    </CounterFrame>
  )
}

export default ListPage
