// The doors out of the demo world's first page. The officer's is opened with a one-time ticket, as on her
// first working day.
import {
  bank,
  code,
  heart,
  home,
  Icon,
  monitor,
  phone,
  phoneCall,
  scan,
  settings,
  shield,
} from '../../web/ui/icons.tsx'
import { phrases } from '../../web/ui/phrases.ts'
import type { Places } from './world.ts'

const t = phrases({
  doors: { vi: 'Các cửa', en: 'Doors' },
  app: { vi: 'Ứng dụng', en: 'The app' },
  appDetail: { vi: 'của công dân', en: 'of the citizen' },
  counter: { vi: 'Quầy', en: 'The counter' },
  enter: { vi: 'Vào với vai Đại uý Bảo', en: 'Enter as Captain Bảo' },
  thu: { vi: 'Trung tá Thu', en: 'Lieutenant Colonel Thu' },
  thuDetail: { vi: 'quầy: duyệt lần hai', en: 'the counter: second eyes' },
  long: { vi: 'Bạn Long', en: 'Long' },
  longDetail: { vi: 'tổ công nghệ số: hỗ trợ', en: 'community helper' },
  lan: { vi: 'Chị Lan', en: 'Lan' },
  lanDetail: { vi: 'tổng đài', en: 'the hotline' },
  portal: { vi: 'Cổng Sông Lam', en: 'Sông Lam portal' },
  portalDetail: { vi: 'bên tin cậy mẫu', en: 'a sample relying party' },
  portalOff: { vi: 'chưa mở ở bản này', en: 'not open in this version' },
  api: { vi: 'Tài liệu API', en: 'API documents' },
  apiDetail: { vi: 'thử từng lệnh', en: 'try every call' },
  stays: { vi: 'Quầy khách sạn', en: 'A hotel’s desk' },
  staysDetail: { vi: 'thông báo lưu trú', en: 'notices of stay' },
  verify: { vi: 'Kiểm tra giấy tờ', en: 'Check a document' },
  verifyDetail: { vi: 'ai cũng dùng được', en: 'for anyone' },
  console: { vi: 'Bên tin cậy', en: 'Relying parties' },
  consoleDetail: { vi: 'và vận hành', en: 'and operators' },
})

type DoorProps = { icon: string; tone: string; title: string; detail: string }
const Inside = ({ icon, tone, title, detail }: DoorProps) => (
  <>
    <span class={`row-icon tint-${tone}`}>
      <Icon of={icon} size={22} />
    </span>
    <span>
      <b>{title}</b>
      <small>{detail}</small>
    </span>
  </>
)
const Door = ({ href, ...props }: DoorProps & { href: string | null | undefined }) =>
  href ? (
    <a class="door" href={href} target="_blank">
      <Inside {...props} />
    </a>
  ) : (
    <span class="door is-shut">
      <Inside {...props} />
    </span>
  )

/**
 * Whom one can be at the counter beside Captain Bảo: what he takes, somebody else has to look at a second
 * time.
 */
export type Staff = 'bao' | 'thu' | 'long' | 'lan'
const others = [
  ['thu', shield, 'ok'],
  ['long', heart, 'gold'],
  ['lan', phoneCall, 'cham'],
] as const

export const Doors = ({
  places,
  onEnter,
  onStays,
}: {
  places: Places | null
  onEnter: (staff: Staff) => void
  onStays: () => void
}) => (
  <nav class="doors" aria-label={t('doors')}>
    <Door href={places?.app ?? '/app/'} icon={phone} tone="jade" title={t('app')} detail={t('appDetail')} />
    <button type="button" class="door" onClick={() => onEnter('bao')}>
      <Inside icon={monitor} tone="ok" title={t('counter')} detail={t('enter')} />
    </button>
    {others.map(([staff, icon, tone]) => (
      <button key={staff} type="button" class="door" onClick={() => onEnter(staff)}>
        <Inside icon={icon} tone={tone} title={t(staff)} detail={t(`${staff}Detail`)} />
      </button>
    ))}
    <Door
      href={places?.portal}
      icon={bank}
      tone="cham"
      title={t('portal')}
      detail={places && !places.portal ? t('portalOff') : t('portalDetail')}
    />
    <Door
      href={places?.docs ?? '/api/docs'}
      icon={code}
      tone="gold"
      title={t('api')}
      detail={t('apiDetail')}
    />
    <button type="button" class="door" onClick={onStays}>
      <Inside icon={home} tone="gold" title={t('stays')} detail={t('staysDetail')} />
    </button>
    <Door href="/verify/" icon={scan} tone="ok" title={t('verify')} detail={t('verifyDetail')} />
    <Door href="/console/" icon={settings} tone="neutral" title={t('console')} detail={t('consoleDetail')} />
  </nav>
)
