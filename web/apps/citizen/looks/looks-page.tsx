// Who looked at my data: every read of the register and every change, by day, newest first, with its place in
// the transparency log.
import './looks.css'
import { useState } from 'preact/hooks'
import type { ViewLooks } from '../../../../contract/account.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { usePages } from '../../../client/pages.ts'
import { Button } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows, type RowTone } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { dateVN, dayVN, timeVN } from '../../../ui/format.ts'
import { bank, eye, flag, person, shield, settings } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownView } from '../shell/session.ts'
import { fieldsText, kindText, outcomeText, purposeText, whoText } from '../../../kit/look-phrases.ts'

type Look = OutputOf<typeof ViewLooks>['items'][number]

const t = phrases({
  title: { vi: 'Ai đã xem', en: 'Who looked' },
  lead: {
    vi: 'Mỗi lần dữ liệu của bạn được mở hay thay đổi đều ghi vào nhật ký không sửa được.',
    en: 'Every opening and change of your data is written into a log that nobody can edit.',
  },
  today: { vi: 'Hôm nay', en: 'Today' },
  show: { vi: 'Hiện', en: 'Show' },
  all: { vi: 'Tất cả', en: 'All' },
  others: { vi: 'Người khác', en: 'Others' },
  fields: { vi: 'Đã xem: {fields}', en: 'Looked at: {fields}' },
  outcome: { vi: 'Kết quả: {outcome}', en: 'Outcome: {outcome}' },
  leaf: { vi: 'Nhật ký minh bạch, dòng {leaf}', en: 'Transparency log, line {leaf}' },
  noLeaf: { vi: 'Đang ghi vào nhật ký minh bạch', en: 'Being written into the transparency log' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  none: { vi: 'Chưa có ai xem', en: 'Nobody has looked' },
  noneMore: {
    vi: 'Khi có người mở dữ liệu của bạn, lần xem sẽ hiện ở đây.',
    en: 'When somebody opens your data, it shows here.',
  },
  noneOthers: {
    vi: 'Trong phần đã tải, chỉ có bạn và hệ thống.',
    en: 'In what was loaded there are only you and the system.',
  },
  ask: { vi: 'Thấy lần xem lạ?', en: 'Is one of them strange?' },
  askMore: {
    vi: 'Ghi lại giờ và số dòng nhật ký, rồi gọi tổng đài. Nếu nghi có người vào tài khoản, đăng xuất khỏi mọi nơi.',
    en: 'Note the time and the line number and call the hotline. If you think somebody is in your account, sign out everywhere.',
  },
  signOut: { vi: 'Thiết bị và phiên', en: 'Devices and sessions' },
})

const signs: Readonly<Record<Look['whoKind'], readonly [icon: string, tone: RowTone]>> = {
  self: [person, 'jade'],
  officer: [shield, 'gold'],
  'relying-party': [bank, 'cham'],
  system: [settings, 'neutral'],
}

const LookRow = ({ look }: { look: Look }) => {
  const [icon, tone] = signs[look.whoKind]
  const who =
    look.whoKind === 'self'
      ? kindText('self')
      : look.whoKind === 'system'
        ? kindText('system')
        : whoText(look.who)
  return (
    <Row
      icon={icon}
      tone={tone}
      title={purposeText(look.purpose)}
      detail={`${who} · ${timeVN(look.at)}`}
      below={
        <div class="look-more">
          {look.fields.length > 0 && <p>{t('fields', { fields: fieldsText(look.fields) })}</p>}
          <p>{t('outcome', { outcome: outcomeText(look.outcome) })}</p>
          <p class="look-leaf">{look.leaf === null ? t('noLeaf') : t('leaf', { leaf: look.leaf })}</p>
        </div>
      }
    />
  )
}

const byDay = (looks: readonly Look[]): [string, Look[]][] => {
  const days = new Map<string, Look[]>()
  for (const look of looks) {
    days.set(dateVN(look.at), [...(days.get(dateVN(look.at)) ?? []), look])
  }
  return [...days]
}

const dayName = (day: string, first: string): string => (day === dateVN(now()) ? t('today') : dayVN(first))

export default function LooksPage() {
  const { items, problem, isLoading, hasMore, more, reload } = usePages((cursor) =>
    ownView<typeof ViewLooks>('audit.who-looked', { cursor }),
  )
  const [filter, setFilter] = useState<'all' | 'others'>('all')
  const shown =
    filter === 'all'
      ? items
      : items.filter(({ whoKind }) => whoKind === 'officer' || whoKind === 'relying-party')
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/')} />}>
      <p class="quiet">{t('lead')}</p>
      <RadioCards
        name="filter"
        look="tiles"
        legend={t('show')}
        isLegendUnseen
        value={filter}
        onValue={setFilter}
        choices={[
          { value: 'all', title: t('all') },
          { value: 'others', title: t('others') },
        ]}
      />
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {byDay(shown).map(([day, looks]) => (
        <section key={day} class="stack" aria-label={dayName(day, looks[0]?.at ?? day)}>
          <GroupHead title={dayName(day, looks[0]?.at ?? day)} aside={day} />
          <Rows>
            {looks.map((look) => (
              <LookRow key={look.id} look={look} />
            ))}
          </Rows>
        </section>
      ))}
      {isLoading && <Skeleton lines={4} />}
      {!isLoading && !problem && shown.length === 0 && (
        <EmptyState icon={eye} title={t('none')}>
          {items.length > 0 ? t('noneOthers') : t('noneMore')}
        </EmptyState>
      )}
      {hasMore && !isLoading && (
        <Button isWide onPress={more}>
          {t('more')}
        </Button>
      )}
      <Notice isQuiet icon={flag} title={t('ask')} action={<a href={hrefTo('/devices')}>{t('signOut')}</a>}>
        {t('askMore')}
      </Notice>
    </Screen>
  )
}
