// What Sen is, what it is not, what it costs in data, and where its rules stand.
import { Card } from '../../../ui/card.tsx'
import { check, Icon } from '../../../ui/icons.tsx'
import { Lotus } from '../../../ui/lotus.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Screen } from '../shell/screen.tsx'
import './account.css'

const t = phrases({
  title: { vi: 'Về Sen', en: 'About Sen' },
  what: {
    vi: 'Sen là nền tảng định danh điện tử mã nguồn mở. Ai cũng đọc được mã nguồn và tự kiểm tra cách dữ liệu được giữ.',
    en: 'Sen is an open-source platform for electronic identity. Anybody can read its code and check how data is kept.',
  },
  not: {
    vi: 'Sen không phải VNeID và không dùng quốc huy. Khi có dải vàng “Môi trường thử”, mọi dữ liệu đều là giả.',
    en: 'Sen is not VNeID and uses no state emblem. While the yellow “Trial environment” strip is shown, all data is made up.',
  },
  promise: { vi: 'Ứng dụng này', en: 'This app' },
  key: {
    vi: 'Giữ khoá của bạn trong máy, không sao chép ra ngoài được',
    en: 'Keeps your key on the phone, where it cannot be copied out',
  },
  track: {
    vi: 'Không có quảng cáo, không có mã theo dõi, không gọi máy chủ nào khác',
    en: 'Has no advertising, no tracking, and calls no other server',
  },
  offline: {
    vi: 'Mở được khi không có mạng sau lần đầu',
    en: 'Opens without a network after the first time',
  },
  log: {
    vi: 'Xem nhật ký minh bạch, không cần tài khoản',
    en: 'See the transparency log, without an account',
  },
  data: { vi: 'Dữ liệu di động', en: 'Mobile data' },
  dataMore: {
    vi: 'Lần đầu tải khoảng 110 KB, bằng một bức ảnh nhỏ; sau đó chạy từ máy. Mỗi lần đồng bộ thẻ khoảng 30 KB. Phần quét mã (khoảng 420 KB) chỉ tải khi bạn mở máy quét.',
    en: 'The first load is about 110 KB, a small picture; after that it runs from the phone. Each sync of the card takes about 30 KB. The code scanner (about 420 KB) is fetched only when you open it.',
  },
  law: { vi: 'Luật và thời hạn', en: 'Law and deadlines' },
  lawMore: {
    vi: 'Luật Căn cước 26/2023, Nghị định 69/2024 về định danh và xác thực điện tử, Nghị định 13/2023 về dữ liệu cá nhân. Cấp mức 1 trong 01 ngày làm việc; tự kích hoạt trong 7 ngày.',
    en: 'Law on Identification 26/2023, Decree 69/2024 on electronic identification, Decree 13/2023 on personal data. Level 1 within 1 working day; activate it yourself within 7 days.',
  },
})

export default function AboutPage() {
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/')} />}>
      <div class="about-mark">
        <Lotus size={56} />
        <b>Sen</b>
      </div>
      <p>{t('what')}</p>
      <p>{t('not')}</p>
      <Card title={t('promise')}>
        <ul class="ticks">
          {(['key', 'track', 'offline'] as const).map((key) => (
            <li key={key}>
              <Icon of={check} size={20} />
              <span>{t(key)}</span>
            </li>
          ))}
        </ul>
        <a href={hrefTo('/log')}>{t('log')}</a>
      </Card>
      <Card title={t('data')}>
        <p>{t('dataMore')}</p>
      </Card>
      <Card title={t('law')}>
        <p>{t('lawMore')}</p>
      </Card>
    </Screen>
  )
}
