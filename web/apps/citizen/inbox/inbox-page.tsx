// Letters of four kinds, newest first. Each says what to do, or that there is nothing to do. What was shown
// counts as read.
import './inbox.css'
import { useEffect, useRef } from 'preact/hooks'
import type { MarkRead, ViewInbox } from '../../../../contract/account.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { usePages } from '../../../client/pages.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { now } from '../../../ui/clock.ts'
import { dateTimeVN, dateVN, timeVN } from '../../../ui/format.ts'
import { alert, dossier, inbox as inboxIcon, info, shield } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill, type PillTone } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView, refreshMe } from '../shell/session.ts'

type Letter = OutputOf<typeof ViewInbox>['items'][number]

const t = phrases({
  title: { vi: 'Hộp thư', en: 'Inbox' },
  todo: { vi: 'Cần làm', en: 'To do' },
  security: { vi: 'Bảo mật', en: 'Security' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  news: { vi: 'Tin', en: 'News' },
  new: { vi: 'chưa đọc', en: 'unread' },
  nothing: { vi: 'Không cần làm gì.', en: 'Nothing to do.' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  none: { vi: 'Chưa có thư nào', en: 'No letters yet' },
  noneMore: {
    vi: 'Thông báo về tài khoản, hồ sơ và bảo mật sẽ tới đây. Thư không bao giờ hỏi mã hay mật khẩu.',
    en: 'News of your account, dossiers and security comes here. No letter ever asks for a code or a password.',
  },
  today: { vi: '{time}, hôm nay', en: '{time}, today' },
})

const kinds: Readonly<Record<Letter['kind'], readonly [icon: string, tone: PillTone]>> = {
  todo: [alert, 'gold'],
  security: [shield, 'son'],
  dossier: [dossier, 'jade'],
  news: [info, 'cham'],
}

const when = (at: string): string =>
  dateVN(at) === dateVN(now()) ? t('today', { time: timeVN(at) }) : dateTimeVN(at)

/** Letters lead into this app only; anything else is not followed. */
const wayOf = (action: Letter['action']): string | null =>
  action?.to.startsWith('/app/') ? hrefTo(action.to.slice('/app'.length)) : null

const LetterCard = ({ letter }: { letter: Letter }) => {
  const [icon, tone] = kinds[letter.kind]
  const way = wayOf(letter.action)
  return (
    <article
      class={`letter${letter.isRead ? '' : ' is-new'}`}
      aria-label={letter.isRead ? letter.title : `${letter.title}, ${t('new')}`}
    >
      <header>
        <Pill tone={tone} icon={icon}>
          {t(letter.kind)}
        </Pill>
        <time dateTime={letter.at}>{when(letter.at)}</time>
      </header>
      <h2>
        {!letter.isRead && <i aria-hidden="true" />}
        {letter.title}
      </h2>
      <p>{letter.text}</p>
      {way && letter.action ? (
        <LinkButton size="small" href={way}>
          {letter.action.label}
        </LinkButton>
      ) : (
        letter.kind === 'news' && <p class="quiet small">{t('nothing')}</p>
      )}
    </article>
  )
}

const readAfter_ms = 1500

export default function InboxPage() {
  const { items, problem, isLoading, hasMore, more, retry } = usePages((cursor) =>
    ownView<typeof ViewInbox>('inbox.list', { cursor }),
  )
  const told = useRef(new Set<string>())
  const unread = items
    .filter(({ id, isRead }) => !isRead && !told.current.has(id))
    .map(({ id }) => id)
    .slice(0, 50)
  useEffect(() => {
    if (unread.length === 0) {
      return
    }
    const timer = setTimeout(() => {
      for (const id of unread) {
        told.current.add(id)
      }
      ownDeed<typeof MarkRead>('inbox.read', { ids: unread })
        .then(refreshMe)
        .catch(() => undefined)
    }, readAfter_ms)
    return () => clearTimeout(timer)
  }, [unread.join()])
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/')} />}>
      {problem && <ProblemNotice problem={problem} onRetry={retry} />}
      {items.map((letter) => (
        <LetterCard key={letter.id} letter={letter} />
      ))}
      {isLoading && <Skeleton lines={4} />}
      {!isLoading && !problem && items.length === 0 && (
        <EmptyState icon={inboxIcon} title={t('none')}>
          {t('noneMore')}
        </EmptyState>
      )}
      {hasMore && !isLoading && (
        <Button isWide onPress={more}>
          {t('more')}
        </Button>
      )}
    </Screen>
  )
}
