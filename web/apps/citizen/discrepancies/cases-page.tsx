// My cases of differing data: those that run are open, those that ended are a line each; and the way to
// report a wrong field.
import { useLoad } from '../../../client/press.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { dateVN } from '../../../ui/format.ts'
import { check, flag, pencil } from '../../../ui/icons.tsx'
import { fieldWords, outcomeWords, reasonWords, stateTones, stateWords } from '../../../kit/mismatch-words.ts'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { CaseCard } from './case-card.tsx'
import { readOwnCases, type OwnCase } from './own-cases.ts'
import { Withdraw } from './withdraw.tsx'

const t = phrases({
  title: { vi: 'Sai lệch dữ liệu', en: 'Data mismatches' },
  lead: {
    vi: 'Khi thẻ, cơ sở dữ liệu hay giấy tờ ghi khác nhau về bạn, một hồ sơ được mở, có nơi giải quyết và hạn trả lời.',
    en: 'When card, register or papers say different things about you, a case is opened, with an office that settles it and a due date.',
  },
  running: { vi: 'Đang xử lý', en: 'Running' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  report: { vi: 'Báo thông tin sai', en: 'Report wrong data' },
  none: { vi: 'Không có sai lệch nào', en: 'No mismatch' },
  noneMore: {
    vi: 'Nếu thấy thông tin nào của mình bị ghi sai, hãy báo ở đây. Hai cán bộ sẽ kiểm tra trước khi sửa.',
    en: 'When something about you is recorded wrongly, report it here. Two officers check before anything is corrected.',
  },
  endedOn: { vi: 'Kết thúc {day}. {what}', en: 'Ended {day}. {what}' },
})

const endOf = ({ outcome, reason, state }: OwnCase): string =>
  outcome ? outcomeWords(outcome) : reason ? reasonWords(reason) : stateWords(state)

export default function CasesPage() {
  const { data, problem, isLoading, reload } = useLoad(readOwnCases)
  const running = data?.filter(({ endedAt }) => endedAt === null) ?? []
  const ended = data?.filter(({ endedAt }) => endedAt !== null) ?? []
  const report = (
    <LinkButton kind="primary" isWide icon={pencil} href={hrefTo('/cases/report')}>
      {t('report')}
    </LinkButton>
  )
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/me')} />}
      action={data && data.length > 0 && report}
    >
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {isLoading && !data && <Skeleton lines={5} />}
      {data && data.length > 0 && <p class="quiet">{t('lead')}</p>}
      {data?.length === 0 && (
        <EmptyState icon={check} title={t('none')} action={report}>
          {t('noneMore')}
        </EmptyState>
      )}
      {running.length > 0 && <GroupHead title={t('running')} />}
      {running.map((own) => (
        <div key={own.id} class="stack">
          <CaseCard own={own} />
          {own.mayWithdraw && <Withdraw own={own} onDone={reload} />}
        </div>
      ))}
      {ended.length > 0 && <GroupHead title={t('ended')} />}
      {ended.length > 0 && (
        <Rows>
          {ended.map((own) => (
            <Row
              key={own.id}
              icon={own.state === 'settled' ? check : flag}
              tone={own.state === 'settled' ? 'ok' : 'neutral'}
              title={fieldWords(own.field)}
              href={hrefTo(`/cases/${own.id}`)}
              detail={t('endedOn', { day: dateVN(own.endedAt ?? own.dueAt), what: endOf(own) })}
              end={<Pill tone={stateTones[own.state]}>{stateWords(own.state)}</Pill>}
            />
          ))}
        </Rows>
      )}
    </Screen>
  )
}
