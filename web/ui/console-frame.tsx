// The officers' desk: dark head with place, search and person; queues by next action at the left; the work; a
// foot that keeps its actions.
import './console-frame.css'
import './console-print.css'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Icon, pin, search as searchIcon } from './icons.tsx'
import { Lotus } from './lotus.tsx'
import { phrases } from './phrases.ts'
import { Portrait } from './portrait.tsx'
import { Rich } from './rich.tsx'
import { focusOn, usePage, Status } from './attention.tsx'

type ConsoleLink = {
  href: string
  title: string
  icon: string
  count?: number
  isUrgent?: boolean
  isCurrent?: boolean
}
export type ConsoleGroup = { title?: string; links: readonly ConsoleLink[] }
export type ConsoleFrameProps = {
  title: string
  brand: string
  place?: string
  officer: { name: string; role: string; portrait?: string }
  groups: readonly ConsoleGroup[]
  children: ComponentChildren
  /** Search in the head; the key `/` leads to it. */
  search?: { label: string; onSearch: (text: string) => void }
  sync?: { isOnline: boolean; text: string }
  /** Stands at the end of the head, e.g. a language button. */
  headEnd?: ComponentChildren
  /** Below the navigation. */
  aside?: ComponentChildren
  foot?: ComponentChildren
}

const t = phrases({
  skip: { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  queues: { vi: 'Các hàng việc', en: 'Queues' },
  waiting: { vi: '{count} việc', en: '{count} waiting' },
  trial: {
    vi: '**Môi trường thử.** Dữ liệu giả, không có giá trị pháp lý.',
    en: '**Trial environment.** Made-up data, no legal value.',
  },
})

const Search = ({ label, onSearch }: { label: string; onSearch: (text: string) => void }) => (
  <form
    class="console-search"
    role="search"
    onSubmit={(event) => {
      event.preventDefault()
      onSearch(String(new FormData(event.currentTarget).get('q') ?? ''))
    }}
  >
    <Icon of={searchIcon} size={20} />
    <input
      name="q"
      type="search"
      aria-label={label}
      placeholder={label}
      autocomplete="off"
      aria-keyshortcuts="/"
      ref={(input) => {
        const lead = (event: KeyboardEvent) => {
          if (
            event.key !== '/' ||
            event.target instanceof HTMLInputElement ||
            event.target instanceof HTMLTextAreaElement
          ) {
            return
          }
          event.preventDefault()
          focusOn(input)
        }
        addEventListener('keydown', lead)
        return () => removeEventListener('keydown', lead)
      }}
    />
    <kbd aria-hidden="true">/</kbd>
  </form>
)

const NavLink = ({ href, title, icon, count, isUrgent, isCurrent }: ConsoleLink) => (
  <a href={href} aria-current={isCurrent ? 'page' : undefined}>
    <Icon of={icon} size={22} />
    <span>{title}</span>
    {count !== undefined && count > 0 && (
      <em class={isUrgent ? 'is-urgent' : ''}>
        <span aria-hidden="true">{count}</span>
        <span class="unseen">, {t('waiting', { count })}</span>
      </em>
    )}
  </a>
)

/**
 * The navigation may be longer than the window, and on a phone it is a strip: where one is must be in sight.
 * Only the navigation itself is moved: the page would open with its title out of sight.
 */
const useCurrentInSight = (current: string | undefined) =>
  useEffect(() => {
    const strip = document.querySelector('.console-nav')
    const here = strip?.querySelector('[aria-current=page]')
    if (strip && here) {
      const [all, one] = [strip.getBoundingClientRect(), here.getBoundingClientRect()]
      strip.scrollBy({
        left: one.left - all.left - (all.width - one.width) / 2,
        top: Math.min(0, one.top - all.top) || Math.max(0, one.bottom - Math.min(all.bottom, innerHeight)),
      })
    }
  }, [current])

const Head = ({
  brand,
  place,
  officer,
  search,
  sync,
  headEnd,
}: Pick<ConsoleFrameProps, 'brand' | 'place' | 'officer' | 'search' | 'sync' | 'headEnd'>) => (
  <header class="console-head on-dark">
    <span class="console-brand">
      <Lotus size={30} />
      <b>{brand}</b>
    </span>
    {place && (
      <span class="console-place">
        <Icon of={pin} size={19} />
        {place}
      </span>
    )}
    {search ? <Search {...search} /> : <span class="console-gap" />}
    {sync && (
      <Status as="span" class={`console-sync${sync.isOnline ? '' : ' is-offline'}`}>
        <i />
        {sync.text}
      </Status>
    )}
    {headEnd}
    <span class="console-me">
      <Portrait name={officer.name} src={officer.portrait} size={36} />
      <span>
        <b>{officer.name}</b>
        <small>{officer.role}</small>
      </span>
    </span>
  </header>
)

const Navigation = ({ groups, aside }: Pick<ConsoleFrameProps, 'groups' | 'aside'>) => (
  <nav class="console-nav" aria-label={t('queues')}>
    {groups.map((group, i) => (
      <div key={i} role={group.title ? 'group' : undefined} aria-label={group.title}>
        {group.title && <p aria-hidden="true">{group.title}</p>}
        {group.links.map((link) => (
          <NavLink key={link.href} {...link} />
        ))}
      </div>
    ))}
    <div class="console-aside">
      {aside ?? (
        <p>
          <Rich text={t('trial')} />
        </p>
      )}
    </div>
  </nav>
)

export const ConsoleFrame = ({ title, groups, children, aside, foot, ...head }: ConsoleFrameProps) => {
  usePage(title)
  useCurrentInSight(groups.flatMap(({ links }) => links).find(({ isCurrent }) => isCurrent)?.href)
  return (
    <div class="console">
      <a class="skip unseen" href="#content">
        {t('skip')}
      </a>
      <Head {...head} />
      <Navigation groups={groups} aside={aside} />
      <main class="console-main" id="content" tabIndex={-1}>
        {children}
      </main>
      {foot && <footer class="console-foot">{foot}</footer>}
    </div>
  )
}

/** The line over the work: heading, pills beside it, something at the far end. */
export const PageHead = ({
  title,
  beside,
  end,
}: {
  title: string
  beside?: ComponentChildren
  end?: ComponentChildren
}) => (
  <div class="page-head">
    <h1>{title}</h1>
    {beside}
    {end && <span class="page-head-end">{end}</span>}
  </div>
)
