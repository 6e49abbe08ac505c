// Services: what works today, and honestly what is still to come.
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import {
  card,
  check,
  clock,
  eye,
  family,
  globe,
  heart,
  home,
  inbox,
  message,
  monitor,
  scan,
  search,
  share,
  shield,
  car,
} from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { CitizenNav } from '../shell/citizen-nav.tsx'
import { Screen } from '../shell/screen.tsx'

const t = phrases({
  title: { vi: 'Dịch vụ', en: 'Services' },
  works: { vi: 'Dùng được ngay', en: 'Works today' },
  present: { vi: 'Xuất trình căn cước', en: 'Present the identity card' },
  presentMore: { vi: 'Mở được cả khi không có mạng', en: 'Opens without a network too' },
  signIn: { vi: 'Đăng nhập các trang dịch vụ', en: 'Sign in to services' },
  signInMore: {
    vi: 'Ở trang dịch vụ, bấm “Đăng nhập bằng Sen”. Bạn sẽ thấy họ nhận những gì',
    en: 'At a service press “Sign in with Sen”. You see what they get',
  },
  connected: { vi: 'Dịch vụ đã kết nối', en: 'Connected services' },
  shared: { vi: 'Giấy tờ đã chia sẻ', en: 'Documents I shared' },
  parties: { vi: 'Ai được phép hỏi giấy tờ', en: 'Who may ask for documents' },
  looks: { vi: 'Xem ai đã xem dữ liệu', en: 'See who looked at my data' },
  devices: { vi: 'Quản lý thiết bị', en: 'Manage devices' },
  read: { vi: 'Đọc mã QR trên thẻ', en: 'Read the code on a card' },
  petitions: { vi: 'Phản ánh, kiến nghị', en: 'Petitions' },
  petitionsMore: {
    vi: 'Viết cho cơ quan có thẩm quyền, có trả lời trong 10 ngày làm việc',
    en: 'Write to the competent office and hear within 10 working days',
  },
  inbox: { vi: 'Hộp thư', en: 'Inbox' },
  level2: { vi: 'Lên mức 2', en: 'Reach level 2' },
  level2More: {
    vi: 'Đến công an xã, phường với thẻ căn cước gắn chip, khoảng 10 phút: đọc chip, chụp ảnh, lấy vân tay',
    en: 'Come to the commune police with your chip card, about 10 minutes: chip, portrait, fingerprints',
  },
  coming: { vi: 'Đang làm', en: 'Being built' },
  comingNote: { vi: 'Chưa dùng được', en: 'Not usable yet' },
  licence: { vi: 'Giấy phép lái xe, đăng ký xe', en: 'Driving licence, vehicle papers' },
  health: { vi: 'Bảo hiểm y tế, sổ sức khoẻ', en: 'Health insurance, health book' },
  residence: { vi: 'Đăng ký tạm trú, thường trú', en: 'Registering residence' },
  family: { vi: 'Con dưới 14 tuổi, người được giám hộ', en: 'Children under 14, wards' },
  check: { vi: 'Kiểm tra giấy tờ của người khác', en: "Check somebody else's document" },
  checkMore: { vi: 'Ai cũng dùng được, không cần mạng', en: 'For anyone, without a network' },
  soon: { vi: 'Đang làm', en: 'To come' },
})

const coming = [
  [car, 'licence'],
  [heart, 'health'],
  [home, 'residence'],
  [family, 'family'],
] as const

export default function ServicesPage() {
  return (
    <Screen title={t('title')} nav={<CitizenNav current="services" />} head={<TopBar title={t('title')} />}>
      <GroupHead title={t('works')} />
      <Rows>
        <Row icon={card} title={t('present')} detail={t('presentMore')} href={hrefTo('/present')} />
        <Row icon={scan} title={t('read')} href={hrefTo('/scan')} />
        <Row icon={check} title={t('check')} detail={t('checkMore')} href="/verify/" />
        <Row icon={message} title={t('petitions')} detail={t('petitionsMore')} href={hrefTo('/petitions')} />
        <Row icon={eye} title={t('looks')} href={hrefTo('/looks')} />
        <Row icon={monitor} title={t('devices')} href={hrefTo('/devices')} />
        <Row icon={inbox} title={t('inbox')} href={hrefTo('/inbox')} />
        <Row icon={globe} tone="cham" title={t('signIn')} detail={t('signInMore')} />
        <Row icon={globe} tone="cham" title={t('connected')} href={hrefTo('/services/connected')} />
        <Row icon={share} tone="cham" title={t('shared')} href={hrefTo('/share')} />
        <Row icon={search} tone="cham" title={t('parties')} href={hrefTo('/parties')} />
        <Row icon={shield} tone="gold" title={t('level2')} detail={t('level2More')} />
      </Rows>
      <GroupHead title={t('coming')} aside={t('comingNote')} />
      <Rows>
        {coming.map(([icon, key]) => (
          <Row
            key={key}
            icon={icon}
            tone="neutral"
            title={t(key)}
            end={<Pill icon={clock}>{t('soon')}</Pill>}
          />
        ))}
      </Rows>
    </Screen>
  )
}
