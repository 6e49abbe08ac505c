// The counter's frame: who is here and where, search, the queues of her tasks, the keys, the way out.
import type { ComponentChildren } from 'preact'
import { useReachable } from '../../client/reachability.ts'
import { LanguageSwitch, TextSizeButton } from '../../start/language-switch.tsx'
import { isWorldOn } from '../../start/world.ts'
import { Band } from '../../ui/band.tsx'
import { IconButton } from '../../ui/button.tsx'
import { ConsoleFrame } from '../../ui/console-frame.tsx'
import { key, logOut } from '../../ui/icons.tsx'
import { phrases } from '../../ui/phrases.ts'
import { Rich } from '../../ui/rich.tsx'
import { hrefTo, navigate, usePlace } from '../../ui/router.tsx'
import { navEntries } from '../nav.ts'
import { counts } from './counts.ts'
import { KeySheet, type KeyWords } from './key-sheet.tsx'
import { groupsFor } from './nav-entry.ts'
import { officer, signOut } from './officer.ts'

const t = phrases({
  brand: { vi: 'Quầy định danh', en: 'Identity counter' },
  mine: { vi: 'Của tôi', en: 'Mine' },
  passkey: { vi: 'Khoá truy cập', en: 'Passkey' },
  search: { vi: 'Tìm mã hồ sơ hoặc họ tên', en: 'Find a reference or a name' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  offline: { vi: 'Mất kết nối', en: 'No connection' },
  out: { vi: 'Đăng xuất', en: 'Sign out' },
  trial: { vi: '**Môi trường thử.** Máy đọc thẻ, máy ảnh và máy vân tay đang được giả lập.', en: '**Trial environment.** Card reader, camera and fingerprint scanner are simulated.' },
})

/** A text that looks like a reference opens that application; anything else filters the queue by name. */
const find = (text: string) => {
  const asked = text.trim().toUpperCase().replace(/\s+/g, '')
  if (asked === '') return navigate('/review')
  navigate(/^(?=.*\d)[0-9A-Z-]{6,24}$|^SEN-/.test(asked) ? `/cases/${encodeURIComponent(asked)}` : `/review?name=${encodeURIComponent(text.trim())}`)
}

const Aside = ({ keys }: { keys: readonly KeyWords[] }) => (
  <div class="frame-aside">
    {isWorldOn() && <p class="frame-trial"><Rich text={t('trial')} /></p>}
    <KeySheet keys={keys} />
  </div>
)

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
  if (!here) return null
  const queues = groupsFor(navEntries, here.tasks, path, waiting, t('mine'))
  const ownKey = here.hasPasskey ? [] : [{ title: queues.some((group) => group.title) ? undefined : t('mine'), links: [{ href: hrefTo('/passkey'), title: t('passkey'), icon: key }] }]
  return (
    <>
      {document.documentElement.dataset['env'] !== 'live' && <Band />}
      <ConsoleFrame title={title} brand={t('brand')} place={here.office} officer={{ name: here.name, role: here.rank }} groups={[...queues, ...ownKey]}
        search={{ label: t('search'), onSearch: find }} sync={{ isOnline, text: t(isOnline ? 'online' : 'offline') }}
        headEnd={<><TextSizeButton /><LanguageSwitch /><IconButton icon={logOut} label={t('out')} onPress={() => void signOut()} /></>} aside={<Aside keys={keys} />} foot={foot}>
        {children}
      </ConsoleFrame>
    </>
  )
}
