// The counter's frame: who is here and where, search, the queues of her tasks, the keys, the way out.
import type { ComponentChildren } from 'preact'
import { useReachable } from '../../../client/reachability.ts'
import { LanguageSwitch, TextSizeButton } from '../../../kit/language-switch.tsx'
import { simulators } from '../../../kit/simulators.ts'
import { Band } from '../../../ui/band.tsx'
import { ConsoleFrame } from '../../../ui/console-frame.tsx'
import { key, offline } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Rich } from '../../../ui/rich.tsx'
import { hrefTo, navigate, usePlace } from '../../../ui/router.tsx'
import { outbox } from '../case/outbox.ts'
import { asked, SearchDialog } from './search-dialog.tsx'
import { counts } from './counts.ts'
import { KeySheet, type KeyWords } from './key-sheet.tsx'
import { groupsFor, navigation } from './journey.ts'
import { officer } from './officer.ts'
import { SignOut } from './sign-out.tsx'

const t = phrases({
  brand: { vi: 'Quầy định danh', en: 'Identity counter' },
  mine: { vi: 'Của tôi', en: 'Mine' },
  passkey: { vi: 'Khoá truy cập', en: 'Passkey' },
  another: { vi: 'Thêm khoá truy cập', en: 'Add a passkey' },
  search: { vi: 'Số định danh hoặc mã hồ sơ', en: 'Personal number or reference' },
  synced: { vi: 'Trực tuyến · đã đồng bộ', en: 'Online · synchronised' },
  unsent: { vi: 'Trực tuyến · {n} chờ gửi', en: 'Online · {n} to send' },
  offline: { vi: 'Mất mạng · vẫn làm việc được', en: 'Line down · work goes on' },
  down: {
    vi: 'Đang mất kết nối với máy chủ. Bạn vẫn làm hồ sơ mức 2 được; mọi việc **chưa có hiệu lực cho đến khi đồng bộ**.',
    en: 'The line to the server is down. Level-2 cases can still be taken; nothing is **final until synchronised**.',
  },
})

/**
 * Twelve digits are a person, who is looked up for a purpose; a reference opens its case, whatever its kind;
 * anything else filters the level-1 queue by name.
 */
const find = (text: string, maySearch: boolean) => {
  const asIs = text.trim().toUpperCase().replace(/\s+/g, '')
  const digits = asIs.replace(/[.-]/g, '')
  if (maySearch && (asIs === '' || /^\d{9,12}$/.test(digits))) {
    return asked.set(digits)
  }
  if (asIs === '') {
    return navigate('/')
  }
  if (/^(?=.*\d)[0-9A-Z-]{6,24}$|^SEN-/.test(asIs)) {
    return navigate(`/find/${encodeURIComponent(asIs)}`)
  }
  navigate(`/review?name=${encodeURIComponent(text.trim())}`)
}

const lineWords = (isOnline: boolean, unsent: number): string =>
  !isOnline ? t('offline') : unsent > 0 ? t('unsent', { n: unsent }) : t('synced')

const Aside = ({ keys }: { keys: readonly KeyWords[] }) => {
  const simulated = simulators()
  return (
    <div class="frame-aside">
      {simulated && (
        <p class="frame-trial">
          <Rich text={inLanguage(simulated.words.desk)} />
        </p>
      )}
      <KeySheet keys={keys} />
    </div>
  )
}

export type CounterFrameProps = {
  title: string
  foot?: ComponentChildren
  /** The keys that this page listens to, for the sheet behind `?`. */
  keys?: readonly KeyWords[]
  children: ComponentChildren
}

export const CounterFrame = ({ title, foot, keys = [], children }: CounterFrameProps) => {
  const here = officer.use()
  const waiting = counts.use()
  const { path } = usePlace()
  const isOnline = useReachable()
  const unsent = outbox.use().filter(({ state }) => state !== 'sent').length
  if (!here) {
    return null
  }
  const queues = groupsFor(navigation.get(), here.tasks, path, waiting, t('mine'))
  const ownKey = {
    title: queues.some((group) => group.title) ? undefined : t('mine'),
    links: [{ href: hrefTo('/passkey'), title: t(here.hasPasskey ? 'another' : 'passkey'), icon: key }],
  }
  return (
    <>
      {document.documentElement.dataset['env'] !== 'live' && <Band />}
      <ConsoleFrame
        title={title}
        brand={t('brand')}
        place={[here.office, here.desk].filter(Boolean).join(' · ')}
        officer={{ name: here.name, role: here.rank }}
        groups={[...queues, ownKey]}
        search={{ label: t('search'), onSearch: (text) => find(text, here.tasks.includes('person.search')) }}
        sync={{ isOnline, text: lineWords(isOnline, unsent) }}
        headEnd={
          <>
            <TextSizeButton />
            <LanguageSwitch />
            <SignOut />
          </>
        }
        aside={<Aside keys={keys} />}
        foot={foot}
      >
        {!isOnline && (
          <Notice tone="warn" icon={offline}>
            <Rich text={t('down')} />
          </Notice>
        )}
        {children}
      </ConsoleFrame>
      <SearchDialog />
    </>
  )
}
