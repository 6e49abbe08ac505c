// Reads a code of a party, which opens its request, or the one printed on a card, and shows what that says on
// this phone only: nothing is sent. It is no proof, the code of a card is not signed.
import { useState } from 'preact/hooks'
import { parseCardQr, type CardQr } from '../../../../formats/card-qr.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { groupPersonalNumber } from '../../../ui/format.ts'
import { check, scan } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { CitizenNav } from '../shell/citizen-nav.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { paperPageOf } from '../../../kit/paper-link.ts'
import { wayOfCode } from '../share/link.ts'
import { Screen } from '../shell/screen.tsx'

const t = phrases({
  title: { vi: 'Quét mã', en: 'Scan' },
  lead: {
    vi: 'Quét mã của ngân hàng, khách sạn, phòng khám để xem họ hỏi gì; chưa có gì được gửi khi bạn chưa đồng ý. Mã in trên thẻ căn cước thì chỉ hiện trên máy này.',
    en: 'Scan the code of a bank, a hotel or a clinic to see what they ask; nothing is sent before you agree. The code printed on an identity card shows on this device only.',
  },
  other: {
    vi: 'Đây không phải mã của nơi đã đăng ký, cũng không phải mã in trên thẻ căn cước. Chúng tôi không mở để giữ an toàn cho bạn.',
    en: 'This is neither the code of a registered organisation nor the one printed on an identity card. To keep you safe it was not opened.',
  },
  read: { vi: 'Nội dung trên thẻ', en: 'What the card says' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  old: { vi: 'Số CMND cũ', en: 'Old identity number' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  birth: { vi: 'Ngày sinh', en: 'Birth date' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  address: { vi: 'Nơi thường trú', en: 'Residence' },
  issued: { vi: 'Ngày cấp', en: 'Issued' },
  none: { vi: 'Không có', en: 'None' },
  noProof: { vi: 'Mã in trên thẻ không được ký số', en: 'The printed code is not signed' },
  noProofMore: {
    vi: 'Ai cũng in được một mã như vậy, nên đừng coi đây là bằng chứng. Kiểm tra bằng chip hoặc căn cước điện tử.',
    en: 'Anybody can print such a code, so take it as no proof. Check by the chip or the electronic card.',
  },
  check: { vi: 'Kiểm tra giấy tờ của người khác', en: "Check somebody else's document" },
  again: { vi: 'Quét mã khác', en: 'Scan another' },
})

const CodeReader = lazyPart(() => import('../../../kit/code-reader/code-reader.tsx'))
const shownDate = (iso: string): string => iso.split('-').toReversed().join('/')

const Content = ({ card }: { card: CardQr }) => (
  <>
    <Card title={t('read')}>
      <DataPairs
        pairs={[
          { label: t('number'), value: groupPersonalNumber(card.personalNumber) },
          { label: t('name'), value: card.name },
          { label: t('birth'), value: shownDate(card.birthDate) },
          { label: t('sex'), value: t(card.sex) },
          { label: t('address'), value: card.address },
          { label: t('issued'), value: shownDate(card.issueDate) },
          { label: t('old'), value: card.oldIdentityNumber ?? t('none') },
        ]}
      />
    </Card>
    <Notice isQuiet tone="warn" title={t('noProof')}>
      {t('noProofMore')}
    </Notice>
  </>
)

export default function ScanPage() {
  const [read, setRead] = useState<CardQr | null>(null)
  const take = (text: string): boolean => {
    const way = wayOfCode(text, location.origin)
    if (way !== null) {
      navigate(way)
      return true
    }
    const paper = paperPageOf(text, location.origin)
    if (paper !== null) {
      location.assign(paper)
      return true
    }
    const card = parseCardQr(text)
    if (card.ok) {
      setRead(card.value)
    }
    return card.ok
  }
  return (
    <Screen title={t('title')} nav={<CitizenNav current="scan" />} head={<TopBar title={t('title')} />}>
      {read ? (
        <>
          <Content card={read} />
          <Button isWide icon={scan} onPress={() => setRead(null)}>
            {t('again')}
          </Button>
        </>
      ) : (
        <>
          <p class="quiet">{t('lead')}</p>
          <CodeReader onText={take} other={t('other')} />
          <LinkButton kind="quiet" icon={check} href="/verify/">
            {t('check')}
          </LinkButton>
        </>
      )}
    </Screen>
  )
}
