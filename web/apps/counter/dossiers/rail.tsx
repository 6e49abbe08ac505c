// The list beside the dossier: what has to be done next, the late ones first. One Tab stop is enough: J and K
// go through it, Enter opens.
import './rail.css'
import { cx } from '../../../ui/class-names.ts'
import { useNow } from '../../../ui/clock.ts'
import { focusOn } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { chevronRight, Icon } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { counts } from '../shell/counts.ts'
import { dueWords } from '../shell/due.tsx'
import { officer } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { DossierList, Listed } from './dossier.ts'
import { actionTitles, nameOf, stateWords } from './dossier-words.ts'
import type { useList } from './lists.ts'
import { byNextAction, type ActionGroup } from './next-actions.ts'

const t = phrases({
  title: { vi: 'Việc kế tiếp', en: 'Next' },
  none: { vi: 'Không có hồ sơ nào ở đây', en: 'No dossier is here' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  differs: { vi: '{n} chỗ khác', en: '{n} that differ' },
  waiting: { vi: 'Đang chờ, không cần làm', en: 'Waiting: nothing to do' },
  count: { vi: '{n} hồ sơ', en: '{n} dossiers' },
  paused: { vi: 'dừng tính', en: 'clock stopped' },
})

const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('a.rail-link')]

/** From where the focus is, else from the dossier that is open. */
const step = (by: 1 | -1) => {
  const all = links()
  const held = all.findIndex((link) => link === document.activeElement)
  const open = all.findIndex((link) => link.ariaCurrent !== null)
  const from = held >= 0 ? held : open
  focusOn(all[from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + by))])
}
export const railKeys = { j: () => step(1), k: () => step(-1) }

const isStanding = ({ state }: Listed): boolean =>
  state === 'paused' || state === 'supplement-asked' || state === 'payment-asked'

const TimeLeft = ({ row }: { row: Listed }) => {
  if (isStanding(row)) {
    return <Pill>{t('paused')}</Pill>
  }
  if (row.dueAt === null) {
    return null
  }
  const { words, tone } = dueWords(row.dueAt)
  return (
    <time dateTime={row.dueAt}>
      <Pill tone={tone === 'ok' ? 'neutral' : tone}>{words}</Pill>
    </time>
  )
}

const RailRow = ({ row, which, isOpen }: { row: Listed; which: DossierList; isOpen: boolean }) => (
  <li>
    <a
      class="rail-link"
      href={hrefTo(`/dossiers/${which}/${row.reference}`)}
      aria-current={isOpen ? 'page' : undefined}
    >
      <span>
        <b>{nameOf(row)}</b>
        <small>
          {inLanguage(row.title)}
          {row.differences > 0 && ` · ${t('differs', { n: row.differences })}`}
          {isStanding(row) && ` · ${stateWords(row.state)}`}
        </small>
      </span>
      <TimeLeft row={row} />
    </a>
  </li>
)

const Group = ({
  group: { action, rows },
  which,
  open,
}: {
  group: ActionGroup
  which: DossierList
  open: string | null
}) => (
  <section class={cx('rail-group', action === 'late' && 'is-late')}>
    <h3 id={`rail-${action}`}>
      {actionTitles(action)}
      <span>
        <span aria-hidden="true">{rows.length}</span>
        <span class="unseen">{t('count', { n: rows.length })}</span>
      </span>
    </h3>
    <ul aria-labelledby={`rail-${action}`}>
      {rows.map((row) => (
        <RailRow key={row.reference} row={row} which={which} isOpen={row.reference === open} />
      ))}
    </ul>
  </section>
)

/** Below what is to be done: what is not. */
const WaitingLink = () => {
  const waiting = counts.use()['dossiers-waiting']?.n
  if (!officer.use()?.tasks.includes('dossier.work')) {
    return null
  }
  return (
    <a class="rail-waiting" href={hrefTo('/dossiers/waiting')}>
      {t('waiting')}
      {waiting !== undefined && <span>{waiting}</span>}
      <Icon of={chevronRight} size={18} />
    </a>
  )
}

export const Rail = ({
  which,
  pages,
  open = null,
}: {
  which: DossierList
  pages: ReturnType<typeof useList>
  /** The dossier beside it, by its reference. */
  open?: string | null
}) => {
  useNow(30)
  const { items, isLoading, problem } = pages
  return (
    <aside class="rail" aria-label={t('title')}>
      <header>
        <h2>{t('title')}</h2>
        <span aria-hidden="true">
          <kbd>J</kbd> <kbd>K</kbd>
        </span>
      </header>
      <Refusal problem={problem} onRetry={pages.retry} />
      {isLoading && items.length === 0 && <Skeleton lines={4} />}
      {!isLoading && !problem && items.length === 0 && <p class="quiet rail-none">{t('none')}</p>}
      {byNextAction(items, which).map((group) => (
        <Group key={group.action} group={group} which={which} open={open} />
      ))}
      {pages.next !== null && (
        <Button size="small" kind="quiet" isBusy={isLoading} onPress={pages.more}>
          {t('more')}
        </Button>
      )}
      {which === 'work' && <WaitingLink />}
    </aside>
  )
}
