// What closing does, said before it is done: what goes at once, what stays and by which rule, what is not
// touched.
import { GroupHead } from '../../../ui/card.tsx'
import { check, Icon, info, lock, shield } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  lead: {
    vi: 'Bạn có {days} ngày để đổi ý. Ngay khi xác nhận, chúng tôi báo cho bạn qua mọi kênh kèm mã “Không phải tôi”.',
    en: 'You have {days} days to change your mind. As soon as you confirm, a notice goes out on every channel, with a code for “This was not me”.',
  },
  goes: { vi: 'Xoá ngay khi đóng', en: 'Gone the moment it is closed' },
  devices: {
    vi: 'Mọi máy đã gắn, mã PIN, mật khẩu, mã khoá trên giấy',
    en: 'Every bound device, passcodes, the password, the lock code on paper',
  },
  contact: {
    vi: 'Số điện thoại và e-mail; người khác đăng ký được số đó',
    en: 'Phone and e-mail; the number is free for somebody else',
  },
  sessions: {
    vi: 'Mọi phiên đăng nhập và đồng ý chia sẻ; các dịch vụ được báo. Những gì nơi đó đã nhận vẫn ở chỗ họ',
    en: 'Every sign-in and agreement to share; the services are told. What they received before stays with them',
  },
  relatives: {
    vi: 'Liên kết với người thân tin cậy, cả hai phía; họ được báo',
    en: 'Ties to trusted relatives, both ways; they are told',
  },
  stays: { vi: 'Được giữ lại', en: 'Kept' },
  log: {
    vi: 'Nhật ký ai đã xem dữ liệu của bạn, ít nhất 5 năm (Nghị định 69/2024, Điều 17), và hồ sơ đã giải quyết: là bằng chứng',
    en: 'The log of who looked at your data, at least 5 years (Decree 69/2024 art. 17), and decided cases: they are evidence',
  },
  letters: {
    vi: 'Thư đã gửi cho bạn và ngày bạn đồng ý với từng dịch vụ: bằng chứng rằng bạn đã được báo và đã đồng ý. Chưa có ngày xoá',
    en: 'Letters sent to you, and when you agreed with each service: proof that you were told and that you agreed. No day of deletion is set yet',
  },
  untouched: { vi: 'Không thay đổi', en: 'Not touched' },
  register: {
    vi: 'Cơ sở dữ liệu quốc gia về dân cư và thẻ căn cước: do Nhà nước quản lý, đóng tài khoản không xoá gì ở đó',
    en: 'The national population database and your card: they are the state’s, and closing the account deletes nothing there',
  },
  more: { vi: 'Nên biết', en: 'Good to know' },
  again: {
    vi: 'Sau này bạn đăng ký mới được như mọi người, từ mức 1. Nhật ký trước đó lại hiện cho bạn xem',
    en: 'Later you can register anew like anybody, from level 1. The log from before is shown to you again',
  },
  child: {
    vi: 'Tài khoản của con hoặc người được giám hộ không đóng ở đây: đó là tài khoản của họ, họ tự quyết khi tự dùng được',
    en: 'The account of a child or ward is not closed here: it is theirs, and they decide once they use it themselves',
  },
})

const Group = ({ title, icon, lines }: { title: string; icon: string; lines: readonly string[] }) => (
  <>
    <GroupHead title={title} />
    <ul class="closing-lines">
      {lines.map((line) => (
        <li key={line}>
          <Icon of={icon} size={20} />
          {line}
        </li>
      ))}
    </ul>
  </>
)

export const ClosingEffects = ({ days }: { days: number }) => (
  <>
    <p>{t('lead', { days })}</p>
    <Group
      title={t('goes')}
      icon={check}
      lines={[t('devices'), t('contact'), t('sessions'), t('relatives')]}
    />
    <Group title={t('stays')} icon={lock} lines={[t('log'), t('letters')]} />
    <Group title={t('untouched')} icon={shield} lines={[t('register')]} />
    <Group title={t('more')} icon={info} lines={[t('again'), t('child')]} />
  </>
)
