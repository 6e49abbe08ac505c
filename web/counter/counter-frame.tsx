// The counter's frame: who is here, the queue, search by reference, the keys, the way out.
import type { ComponentChildren } from 'preact'
import { LanguageSwitch, TextSizeButton } from '../start/language-switch.tsx'
import { useReachable } from '../client/reachability.ts'
import { Band } from '../ui/band.tsx'
import { IconButton } from '../ui/button.tsx'
import { ConsoleFrame } from '../ui/console-frame.tsx'
import { inbox, key, logOut } from '../ui/icons.tsx'
import { phrases } from '../ui/phrases.ts'
import { hrefTo, navigate } from '../ui/router.tsx'
import { dueWords } from './due.tsx'
import { officer, signOut } from './officer.ts'
import { queue } from './queue.ts'

const t = phrases({
  brand: { vi: 'Quầy định danh', en: 'Identity counter' },
  queue: { vi: 'Hàng đợi', en: 'Queue' },
  mine: { vi: 'Của tôi', en: 'Mine' },
  passkey: { vi: 'Khoá truy cập', en: 'Passkey' },
  search: { vi: 'Tìm mã hồ sơ hoặc họ tên', en: 'Find a reference or a name' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  offline: { vi: 'Mất kết nối', en: 'No connection' },
  out: { vi: 'Đăng xuất', en: 'Sign out' },
  keys: { vi: 'Phím tắt', en: 'Keys' },
  find: { vi: 'tìm', en: 'search' },
  move: { vi: 'lên, xuống', en: 'up, down' },
  open: { vi: 'mở hồ sơ', en: 'open' },
  accept: { vi: 'chấp nhận', en: 'accept' },
  refuse: { vi: 'từ chối', en: 'refuse' },
  zoom: { vi: 'phóng to ảnh', en: 'enlarge portraits' },
  back: { vi: 'quay lại', en: 'back' },
})

const Keys = () => (
  <section class="keys" aria-label={t('keys')}>
    <b>{t('keys')}</b>
    <dl>
      {([['/', t('find')], ['J K', t('move')], ['Enter', t('open')], ['A', t('accept')], ['R', t('refuse')], ['Z', t('zoom')], ['Esc', t('back')]] as const)
        .map(([name, what]) => <div key={name}><dt><kbd>{name}</kbd></dt><dd>{what}</dd></div>)}
    </dl>
  </section>
)

/** A text that looks like a reference opens that application; anything else filters the queue by name. */
const find = (text: string) => {
  const asked = text.trim().toUpperCase().replace(/\s+/g, '')
  if (asked === '') return navigate('/')
  navigate(/^(?=.*\d)[0-9A-Z-]{6,24}$|^SEN-/.test(asked) ? `/cases/${encodeURIComponent(asked)}` : `/?name=${encodeURIComponent(text.trim())}`)
}

export const CounterFrame = ({ title, isQueue, foot, children }: { title: string; isQueue?: boolean; foot?: ComponentChildren; children: ComponentChildren }) => {
  const here = officer.use()
  const waiting = queue.use()
  const isOnline = useReachable()
  if (!here) return null
  const links = [{ href: hrefTo('/'), title: t('queue'), icon: inbox, count: waiting?.waiting ?? undefined, isUrgent: waiting?.items.some(({ dueAt }) => dueWords(dueAt).isOver), isCurrent: isQueue }]
  const mine = here.hasPasskey ? [] : [{ title: t('mine'), links: [{ href: hrefTo('/passkey'), title: t('passkey'), icon: key }] }]
  return (
    <>
      {document.documentElement.dataset['env'] !== 'live' && <Band />}
      <ConsoleFrame title={title} brand={t('brand')} place={here.office} officer={{ name: here.name, role: here.rank }} groups={[{ links }, ...mine]}
        search={{ label: t('search'), onSearch: find }} sync={{ isOnline, text: t(isOnline ? 'online' : 'offline') }}
        headEnd={<><TextSizeButton /><LanguageSwitch /><IconButton icon={logOut} label={t('out')} onPress={() => void signOut()} /></>} aside={<Keys />} foot={foot}>
        {children}
      </ConsoleFrame>
    </>
  )
}
