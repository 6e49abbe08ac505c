// What locking does, said before it is done: what stops, what stays safe, how it ends.
import { GroupHead } from '../../../ui/card.tsx'
import { check, Icon, lock, shield, unlock } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import './lock.css'

const t = phrases({
  stops: { vi: 'Dừng ngay', en: 'Stops at once' },
  sessions: {
    vi: 'Mọi phiên đang mở, trong ứng dụng và ở các dịch vụ, tắt trong vài giây',
    en: 'Every open session, in the app and at services, within seconds',
  },
  codes: {
    vi: 'Mã QR và căn cước điện tử hết hiệu lực khi được kiểm tra',
    en: 'QR codes and the electronic card fail every check',
  },
  signIn: {
    vi: 'Không ai đăng nhập, chia sẻ hay duyệt gì được, kể cả người có mã PIN',
    en: 'Nobody can sign in, share or approve, not even with the passcode',
  },
  safe: { vi: 'Vẫn an toàn', en: 'Stays safe' },
  data: {
    vi: 'Dữ liệu, giấy tờ và hồ sơ đang làm được giữ nguyên',
    en: 'Your data, documents and running applications are kept',
  },
  paper: { vi: 'Thẻ căn cước (thẻ cứng) vẫn dùng được', en: 'The plastic identity card still works' },
  ends: { vi: 'Mở lại', en: 'Unlocking' },
  how: {
    vi: 'Đến quầy công an gần nhất với thẻ căn cước. Hai cán bộ xác minh, mở lại ngay',
    en: 'Bring your identity card to the nearest police counter. Two officers verify you; it is done at once',
  },
  never: {
    vi: 'Tổng đài và tin nhắn không bao giờ mở khoá được',
    en: 'The hotline or a message can never unlock it',
  },
})

const Lines = ({ icon, lines }: { icon: string; lines: readonly string[] }) => (
  <ul class="ticks">
    {lines.map((line) => (
      <li key={line}>
        <Icon of={icon} size={20} />
        <span>{line}</span>
      </li>
    ))}
  </ul>
)

export const LockEffects = () => (
  <div class="lock-effects">
    <div class="lock-stops">
      <GroupHead title={t('stops')} />
      <Lines icon={lock} lines={[t('sessions'), t('codes'), t('signIn')]} />
    </div>
    <div>
      <GroupHead title={t('safe')} />
      <Lines icon={shield} lines={[t('data'), t('paper')]} />
    </div>
    <div>
      <GroupHead title={t('ends')} />
      <Lines icon={unlock} lines={[t('how')]} />
      <Lines icon={check} lines={[t('never')]} />
    </div>
  </div>
)
