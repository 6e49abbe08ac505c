// Under her name or anonymously, what each means, and what no promise of ours covers.
import { info } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import type { Way } from './what-fields.tsx'

const t = phrases({
  way: { vi: 'Bạn muốn báo thế nào?', en: 'How do you want to report?' },
  anonymous: { vi: 'Ẩn danh', en: 'Anonymously' },
  anonymousMore: {
    vi: 'Không ai biết ai đã gửi, chúng tôi cũng không. Bạn có một mã biên nhận để xem kết quả và trả lời.',
    en: 'Nobody knows who sent it, nor do we. You get a receipt code to see what came of it and to answer.',
  },
  named: { vi: 'Có tên', en: 'Under my name' },
  namedMore: {
    vi: 'Tên được giữ kín. Bạn thấy ai đã mở tin của bạn, và nhận thư khi có tin mới.',
    en: 'Your name is kept secret. You see who opened it, and get a letter when there is news.',
  },
  name: { vi: 'Cán bộ giải quyết có thấy tên bạn không?', en: 'May the officer see your name?' },
  hide: { vi: 'Không, giữ kín', en: 'No, keep it secret' },
  hideMore: {
    vi: 'Chỉ người có nhiệm vụ riêng mới xem được, phải có lý do, và bạn đọc được',
    en: 'Only whoever has a task for it, for a reason, which you read',
  },
  show: { vi: 'Có, cho thấy tên tôi', en: 'Yes, show my name' },
  honest: { vi: 'Điều chúng tôi không che được', en: 'What we cannot hide' },
  words: {
    vi: 'Lời kể và ảnh của bạn: điều chỉ mình bạn biết có thể lộ ra bạn. Ngày giờ, vị trí và tên máy trong ảnh thì được xoá.',
    en: 'Your own words and pictures: what only you know may give you away. Day, place and camera in a picture’s file are taken out.',
  },
  network: {
    vi: 'Mạng bạn đang dùng: người theo dõi mạng thấy máy này có nối với Sen, không thấy nội dung. Cẩn thận hơn thì dùng mạng khác.',
    en: 'The network you are on: whoever watches it sees that this phone spoke with Sen, not what it said. To be safer use another network.',
  },
  time: {
    vi: 'Giờ gửi: ai giữ cơ sở dữ liệu biết được tin được ghi lúc nào. Vì vậy ứng dụng chờ một lúc ngẫu nhiên rồi mới gửi; bấm gửi ngay thì không còn lớp che này.',
    en: 'The hour: whoever holds the database can find out when it was written. So the app waits for a random while before it sends; if you send it at once, that is gone.',
  },
  phone: {
    vi: 'Chiếc máy này: ai cầm nó lúc tin chưa gửi thì đọc được. Gửi xong, máy không còn giữ gì.',
    en: 'This phone: whoever holds it before it is sent can read it. Afterwards nothing is left here.',
  },
  namedHonest: { vi: 'Điều gì xảy ra tiếp theo', en: 'What happens next' },
  after: {
    vi: 'Công an ở nơi xảy ra nhận tin và giải quyết trong 20 ngày, kéo dài nhiều nhất đến 2 tháng. Thư và tin nhắn gửi bạn không nói đây là việc gì. Cố ý báo tin sai sự thật thì phải chịu trách nhiệm.',
    en: 'The police of the place settle it within 20 days, two months at most. Letters to you do not say what it is about. Whoever reports what she knows to be false answers for it.',
  },
})

export const WayCards = ({
  way,
  onWay,
  isNameShown,
  onShowName,
}: {
  way: Way
  onWay: (way: Way) => void
  isNameShown: boolean
  onShowName: (isShown: boolean) => void
}) => (
  <>
    <RadioCards<Way>
      name="way"
      legend={t('way')}
      value={way}
      onValue={onWay}
      choices={[
        { value: 'anonymous', title: t('anonymous'), detail: t('anonymousMore') },
        { value: 'named', title: t('named'), detail: t('namedMore') },
      ]}
    />
    {way === 'named' && (
      <RadioCards<'hide' | 'show'>
        name="name"
        legend={t('name')}
        value={isNameShown ? 'show' : 'hide'}
        onValue={(value) => onShowName(value === 'show')}
        choices={[
          { value: 'hide', title: t('hide'), detail: t('hideMore') },
          { value: 'show', title: t('show') },
        ]}
      />
    )}
  </>
)

export const HonestWords = ({ way }: { way: Way }) =>
  way === 'anonymous' ? (
    <Notice tone="warn" icon={info} title={t('honest')}>
      <ul class="crime-honest">
        <li>{t('words')}</li>
        <li>{t('network')}</li>
        <li>{t('time')}</li>
        <li>{t('phone')}</li>
      </ul>
    </Notice>
  ) : (
    <Notice isQuiet icon={info} title={t('namedHonest')}>
      {t('after')}
    </Notice>
  )
