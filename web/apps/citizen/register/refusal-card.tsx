// Why an application was refused, in plain words, and the next step for each reason.
import type { refusalReason } from '../../../../contract/enrolment.ts'
import type { z } from 'zod'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { info } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'

type Reason = z.infer<typeof refusalReason>

const why = phrases({
  'identity-not-confirmed': {
    vi: 'Chưa xác nhận được người trong ảnh là chủ của số định danh.',
    en: 'It could not be confirmed that the person in the picture holds this number.',
  },
  'name-differs': {
    vi: 'Họ tên đã khai khác với cơ sở dữ liệu quốc gia.',
    en: 'The name differs from the national register.',
  },
  'birth-date-differs': {
    vi: 'Ngày sinh đã khai khác với cơ sở dữ liệu quốc gia.',
    en: 'The birth date differs from the national register.',
  },
  'under-age': {
    vi: 'Người dưới 14 tuổi chưa có tài khoản riêng.',
    en: 'People under 14 have no account of their own.',
  },
  'no-valid-card': { vi: 'Chưa có thẻ căn cước còn hiệu lực.', en: 'There is no identity card in force.' },
  'already-has-account': { vi: 'Bạn đã có tài khoản từ trước.', en: 'You have an account already.' },
  'phone-already-bound': {
    vi: 'Số điện thoại này đã gắn với tài khoản của người khác.',
    en: "This phone number belongs to somebody else's account.",
  },
  'portrait-unusable': {
    vi: 'Ảnh chân dung chưa đủ rõ để so với ảnh trên thẻ.',
    en: 'The portrait is not clear enough to compare.',
  },
  'suspected-fraud': {
    vi: 'Có dấu hiệu người khác dùng thông tin này. Đơn được dừng để bảo vệ chủ nhân.',
    en: 'There are signs that somebody else used these details. It was stopped to protect their owner.',
  },
  deceased: {
    vi: 'Hồ sơ dân cư của số này đã được ghi nhận là người đã mất.',
    en: 'The register records the person of this number as deceased.',
  },
})
const next = phrases({
  'identity-not-confirmed': {
    vi: 'Chụp lại ảnh ở chỗ sáng rồi đăng ký lại, hoặc mang thẻ tới quầy công an xã, phường.',
    en: 'Take a new picture in good light and register again, or bring your card to the commune police counter.',
  },
  'name-differs': {
    vi: 'Đăng ký lại, viết tên đúng như in trên thẻ. Nếu thẻ in khác giấy khai sinh, mang cả hai tới quầy.',
    en: 'Register again with the name exactly as on the card. If the card differs from the birth certificate, bring both to the counter.',
  },
  'birth-date-differs': {
    vi: 'Đăng ký lại với ngày sinh như in trên thẻ. Nếu trên thẻ chưa đúng, mang giấy khai sinh tới quầy.',
    en: 'Register again with the birth date on the card. If the card is not right, bring the birth certificate to the counter.',
  },
  'under-age': {
    vi: 'Cha, mẹ hoặc người giám hộ đăng ký thay trong tài khoản của họ, tại quầy công an xã, phường.',
    en: 'A parent or guardian registers through their own account, at the commune police counter.',
  },
  'no-valid-card': {
    vi: 'Làm hoặc đổi thẻ căn cước tại quầy, rồi đăng ký lại.',
    en: 'Get or renew the card at the counter, then register again.',
  },
  'already-has-account': {
    vi: 'Không cần đăng ký lại. Gắn máy này vào tài khoản bằng mật khẩu.',
    en: 'No need to register again. Bind this device with your password.',
  },
  'phone-already-bound': {
    vi: 'Đăng ký lại và nhận mã bằng tin nhắn: mã cho thấy số nay là của bạn. Hoặc dùng một số khác.',
    en: 'Register again and get the code by text message: it shows that the number is yours now. Or use another number.',
  },
  'portrait-unusable': {
    vi: 'Đăng ký lại, chụp ảnh ở chỗ sáng, nhìn thẳng.',
    en: 'Register again with a picture in good light, looking straight ahead.',
  },
  'suspected-fraud': {
    vi: 'Nếu đúng là bạn, mang thẻ căn cước tới quầy công an xã, phường để làm trực tiếp.',
    en: 'If it is you, bring your card to the commune police counter.',
  },
  deceased: {
    vi: 'Nếu có nhầm lẫn, mang thẻ tới quầy công an xã, phường để sửa dữ liệu.',
    en: 'If this is a mistake, bring the card to the commune police counter to have it mended.',
  },
})
const t = phrases({
  title: { vi: 'Lý do và việc tiếp theo', en: 'Why, and what comes next' },
  bind: { vi: 'Gắn máy này', en: 'Bind this device' },
  counter: { vi: 'Tìm quầy, gọi tổng đài', en: 'Counter and hotline' },
})

export const RefusalCard = ({ reason }: { reason: Reason }) => (
  <Card title={t('title')} icon={info}>
    <div class="stack">
      <p>
        <b>{why(reason)}</b>
      </p>
      <p>{next(reason)}</p>
      {reason === 'already-has-account' ? (
        <LinkButton kind="primary" href={hrefTo('/activate/new-device')}>
          {t('bind')}
        </LinkButton>
      ) : (
        <LinkButton size="small" href={hrefTo('/help')}>
          {t('counter')}
        </LinkButton>
      )}
    </div>
  </Card>
)
