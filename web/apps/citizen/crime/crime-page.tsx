// Reports of crimes: the way to tell one, what waits on this phone, those under her name, and the receipt.
import type { ViewOwnReports } from '../../../../contract/crime-report.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { useLoad } from '../../../client/press.ts'
import { crimeKindWords } from '../../../kit/crime-words.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { dateVN } from '../../../ui/format.ts'
import { check, key, pencil, shield } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownView } from '../shell/session.ts'
import { Danger } from './danger.tsx'
import { WaitingReport } from './waiting-report.tsx'

const t = phrases({
  title: { vi: 'Báo tin về tội phạm', en: 'Report a crime' },
  lead: {
    vi: 'Bạn thấy hoặc bị hại bởi một việc có dấu hiệu tội phạm. Gửi cho công an ở nơi xảy ra, có tên hoặc ẩn danh; được giải quyết trong 20 ngày.',
    en: 'You saw or suffered what may be a crime. Tell the police of the place, under your name or anonymously; it is settled within 20 days.',
  },
  tell: { vi: 'Báo một việc', en: 'Report something' },
  named: { vi: 'Tin bạn gửi có tên', en: 'Under your name' },
  none: { vi: 'Bạn chưa gửi tin nào có tên.', en: 'You have reported nothing under your name.' },
  due: { vi: '{office} giải quyết trước {day}', en: '{office} settles it by {day}' },
  ended: { vi: '{office} giải quyết ngày {day}', en: '{office} settled it on {day}' },
  asked: { vi: 'Hỏi bạn', en: 'Asks you' },
  late: { vi: 'Quá hạn', en: 'Overdue' },
  anonymous: { vi: 'Tin ẩn danh', en: 'Anonymous reports' },
  receipt: { vi: 'Xem bằng mã biên nhận', en: 'Look by a receipt code' },
  receiptMore: {
    vi: 'Ứng dụng không nhớ tin ẩn danh; chỉ mã bạn ghi lại mở được',
    en: 'The app remembers none of them; only the code you wrote down opens one',
  },
})

type Own = OutputOf<typeof ViewOwnReports>['items'][number]

const stateOf = ({ isAsked, isOverdue, state }: Own) =>
  isAsked ? (
    <Pill tone="gold">{t('asked')}</Pill>
  ) : state === 'open' && isOverdue ? (
    <Pill tone="son">{t('late')}</Pill>
  ) : null

const OwnRow = ({ own }: { own: Own }) => (
  <Row
    icon={own.settled ? check : shield}
    tone={own.settled ? 'ok' : 'jade'}
    title={crimeKindWords(own.kind)}
    detail={
      own.settled
        ? t('ended', { office: own.office, day: dateVN(own.settled.on) })
        : t('due', { office: own.office, day: dateVN(own.dueOn) })
    }
    href={hrefTo(`/crime/${own.id}`)}
    end={stateOf(own)}
  />
)

export const readOwnReports = async (): Promise<readonly Own[]> =>
  (await ownView<typeof ViewOwnReports>('crime-report.own', {})).items

export default function CrimePage() {
  const { data, problem, reload } = useLoad(readOwnReports)
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/services')} />}
      action={
        <LinkButton kind="primary" isWide icon={pencil} href={hrefTo('/crime/new')}>
          {t('tell')}
        </LinkButton>
      }
    >
      <Danger />
      <p class="quiet">{t('lead')}</p>
      <WaitingReport />
      <GroupHead title={t('anonymous')} />
      <Rows>
        <Row icon={key} tone="cham" title={t('receipt')} detail={t('receiptMore')} href={hrefTo('/report')} />
      </Rows>
      <GroupHead title={t('named')} />
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={3} />}
      {data?.length === 0 && <p class="quiet">{t('none')}</p>}
      {data && data.length > 0 && (
        <Rows>
          {data.map((own) => (
            <OwnRow key={own.id} own={own} />
          ))}
        </Rows>
      )}
    </Screen>
  )
}
