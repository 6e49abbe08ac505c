// Who viewed my data: every read of the register and every change, by day, newest first, with its place in
// the transparency log. The server says each line in words; no code of the log is known here.
import './looks.css'
import { useState } from 'preact/hooks'
import type { ViewAccessLog } from '../../../../contract/account.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { usePages } from '../../../client/pages.ts'
import { Button } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows, type RowTone } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { dateVN, dayVN, timeVN } from '../../../ui/format.ts'
import { bank, eye, family, flag, person, shield, settings } from '../../../ui/icons.tsx'
import { language } from '../../../ui/language.ts'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownView } from '../shell/session.ts'
import { AskAboutThisLook } from './ask-about-look.tsx'
import { CheckEntry } from './check-entry.tsx'
import { useOwnQuestions, type OwnQuestions } from './own-questions.ts'
import { TakeLog } from './take-log.tsx'
import { askedOf, everything, isAll, NarrowLog, type Narrowed } from './narrow-log.tsx'

type Run = OutputOf<typeof ViewAccessLog>['items'][number]

const t = phrases({
  title: { vi: 'Ai đã xem', en: 'Who viewed my data' },
  lead: {
    vi: 'Mỗi lần dữ liệu của bạn được xem hay thay đổi đều ghi vào nhật ký không sửa được.',
    en: 'Every time your data is viewed or changed, it is recorded in a log that nobody can edit.',
  },
  today: { vi: 'Hôm nay', en: 'Today' },
  fields: { vi: 'Thông tin: {fields}', en: 'Details: {fields}' },
  outcome: { vi: 'Kết quả: {outcome}', en: 'Result: {outcome}' },
  leaf: { vi: 'Nhật ký minh bạch, dòng {leaf}', en: 'Transparency log, line {leaf}' },
  noLeaf: { vi: 'Đang ghi vào nhật ký minh bạch', en: 'Being added to the transparency log' },
  timesAtOnce: { vi: '{count} lần, {last}', en: '{count} times, {last}' },
  times: { vi: '{count} lần, {first} đến {last}', en: '{count} times, {first} to {last}' },
  each: { vi: 'Xem từng lần', en: 'Show each time' },
  one: { vi: '{time} · dòng {leaf}', en: '{time} · line {leaf}' },
  oneNoLeaf: { vi: '{time} · đang ghi', en: '{time} · being added' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  none: { vi: 'Chưa có ai xem', en: 'Nobody has viewed your data yet' },
  noneMore: {
    vi: 'Khi có người xem dữ liệu của bạn, lần xem sẽ hiện ở đây.',
    en: 'When someone views your data, it will appear here.',
  },
  noneOf: { vi: 'Không có dòng nào', en: 'No entries' },
  noneOfMore: {
    vi: 'Bấm “Bỏ lọc” để xem cả nhật ký.',
    en: 'Press “Show all” to see the whole log.',
  },
  notYet: { vi: 'Chưa thấy dòng nào', en: 'No entries so far' },
  notYetMore: { vi: 'Bấm “Xem thêm” để tìm tiếp.', en: 'Press “Show more” to look further back.' },
  ask: { vi: 'Thấy lần xem lạ?', en: 'Something look wrong?' },
  askMore: {
    vi: 'Bấm “Hỏi về lần xem này” ở dòng đó, hoặc gọi tổng đài. Nếu nghi có người vào tài khoản, hãy đăng xuất khỏi mọi nơi. Không muốn một dịch vụ nhận dữ liệu nữa thì rút lại đồng ý.',
    en: 'Press “Ask about this look” at that entry, or call the hotline. If you think someone is in your account, sign out everywhere. If a service should get nothing more, take your agreement back.',
  },
  connected: { vi: 'Dịch vụ đã kết nối', en: 'Connected services' },
  shared: { vi: 'Giấy tờ đã chia sẻ', en: 'Documents I shared' },
  log: { vi: 'Nhật ký minh bạch', en: 'Transparency log' },
  signOut: { vi: 'Thiết bị và phiên', en: 'Devices and sessions' },
})

const signs: Readonly<Record<Run['whoKind'], readonly [icon: string, tone: RowTone]>> = {
  holder: [person, 'jade'],
  representative: [family, 'jade'],
  relative: [family, 'jade'],
  officer: [shield, 'gold'],
  helper: [shield, 'gold'],
  party: [bank, 'cham'],
  stranger: [person, 'neutral'],
  automatic: [settings, 'neutral'],
}

/** What can be done with a line, and what she has asked about it. */
const LineActs = ({
  line,
  questions,
  isOneOfMany = false,
}: {
  line: Run
  questions: OwnQuestions
  isOneOfMany?: boolean
}) => (
  <>
    <CheckEntry line={line} isOneOfMany={isOneOfMany} />
    {questions.mayAsk && line.whoKind !== 'holder' && (
      <AskAboutThisLook
        line={line}
        asked={questions.of(line.id)}
        isOneOfMany={isOneOfMany}
        onAsked={questions.add}
      />
    )}
  </>
)

type RunProps = { run: Run; questions: OwnQuestions }

const EachTime = ({ run, questions }: RunProps) => (
  <details class="look-each">
    <summary>{t('each')}</summary>
    <ol>
      {run.lines.map(({ id, at, leaf }) => (
        <li key={id}>
          {leaf === null ? t('oneNoLeaf', { time: timeVN(at) }) : t('one', { time: timeVN(at), leaf })}
          <LineActs line={{ ...run, id, at, leaf }} questions={questions} isOneOfMany />
        </li>
      ))}
    </ol>
  </details>
)

const RunRow = ({ run, questions }: RunProps) => {
  const [icon, tone] = signs[run.whoKind]
  const { words, lines } = run
  const isOne = lines.length === 1
  const [first, last] = [timeVN(run.firstAt), timeVN(run.at)]
  const when = isOne
    ? last
    : t(first === last ? 'timesAtOnce' : 'times', { count: lines.length, first, last })
  return (
    <Row
      icon={icon}
      tone={tone}
      title={words.purpose}
      detail={`${run.who} ·\u00a0${when}`}
      below={
        <div class="look-more">
          {words.fields.length > 0 && <p>{t('fields', { fields: words.fields.join(', ') })}</p>}
          {run.outcome !== 'done' && <p>{t('outcome', { outcome: words.outcome })}</p>}
          {words.reason !== null && <p>{words.reason}</p>}
          {isOne ? (
            <>
              <p class="look-leaf">{run.leaf === null ? t('noLeaf') : t('leaf', { leaf: run.leaf })}</p>
              <LineActs line={run} questions={questions} />
            </>
          ) : (
            <EachTime run={run} questions={questions} />
          )}
        </div>
      }
    />
  )
}

const byDay = (runs: readonly Run[]): [string, Run[]][] => [...Map.groupBy(runs, ({ at }) => dateVN(at))]
const dayName = (day: string, first: string): string => (day === dateVN(now()) ? t('today') : dayVN(first))

/** Asked anew for each narrowing and in each language: the words come with the lines. */
const Log = ({ narrowed, questions }: { narrowed: Narrowed; questions: OwnQuestions }) => {
  const isWhole = isAll(narrowed)
  const { items, problem, isLoading, hasMore, more, retry } = usePages((cursor) =>
    ownView<typeof ViewAccessLog>('audit.who-looked', { cursor, ...askedOf(narrowed) }),
  )
  const isEmpty = !isLoading && !problem && items.length === 0
  return (
    <>
      {problem && <ProblemNotice problem={problem} onRetry={retry} />}
      {byDay(items).map(([day, runs]) => (
        <section key={day} class="stack" aria-label={dayName(day, runs[0]?.at ?? day)}>
          <GroupHead title={dayName(day, runs[0]?.at ?? day)} aside={day} />
          <Rows>
            {runs.map((run) => (
              <RunRow key={run.id} run={run} questions={questions} />
            ))}
          </Rows>
        </section>
      ))}
      {isLoading && <Skeleton lines={4} />}
      {isEmpty && (
        <EmptyState icon={eye} title={t(hasMore ? 'notYet' : isWhole ? 'none' : 'noneOf')}>
          {t(hasMore ? 'notYetMore' : isWhole ? 'noneMore' : 'noneOfMore')}
        </EmptyState>
      )}
      {hasMore && !isLoading && (
        <Button isWide onPress={more}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

export default function LooksPage() {
  const [narrowed, setNarrowed] = useState<Narrowed>(everything)
  const questions = useOwnQuestions()
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/')} />}>
      <p class="quiet">{t('lead')}</p>
      <NarrowLog narrowed={narrowed} onNarrow={setNarrowed} />
      <Log
        key={`${JSON.stringify(askedOf(narrowed))} ${language()}`}
        narrowed={narrowed}
        questions={questions}
      />
      <TakeLog />
      <Notice
        isQuiet
        icon={flag}
        title={t('ask')}
        action={
          <span class="look-doors">
            <a href={hrefTo('/devices')}>{t('signOut')}</a>
            <a href={hrefTo('/services/connected')}>{t('connected')}</a>
            <a href={hrefTo('/share')}>{t('shared')}</a>
            <a href={hrefTo('/log')}>{t('log')}</a>
          </span>
        }
      >
        {t('askMore')}
      </Notice>
    </Screen>
  )
}
