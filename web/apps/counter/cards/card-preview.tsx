// The two sides of a card as they are printed here: Sen's own drawing with a specimen mark, the QR of Decree
// 70/2024 art. 12 and the zone for machines.
import { useEffect, useState } from 'preact/hooks'
import { dateVN, groupPersonalNumber } from '../../../ui/format.ts'
import { Lotus } from '../../../ui/lotus.tsx'
import { phrases } from '../../../ui/phrases.ts'
import type { CardApplication } from './card-words.ts'

type Face = NonNullable<CardApplication['card']>

const t = phrases({
  front: { vi: 'Mặt trước', en: 'Front' },
  back: { vi: 'Mặt sau', en: 'Back' },
  title: { vi: 'Thẻ căn cước', en: 'Identity card' },
  made: { vi: 'Thế giới thử Sen · không có giá trị pháp lý', en: 'Sen demo world · no legal value' },
  born: { vi: 'Ngày sinh', en: 'Born' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  registered: { vi: 'Đăng ký khai sinh', en: 'Birth registered' },
  residence: { vi: 'Nơi cư trú', en: 'Residence' },
  issued: { vi: 'Ngày cấp', en: 'Issued' },
  expires: { vi: 'Có giá trị đến', en: 'Valid until' },
  noEnd: { vi: 'Không thời hạn', en: 'No expiry' },
  serial: { vi: 'Số phôi', en: 'Card number' },
  later: { vi: 'khi in', en: 'when printed' },
  qr: { vi: 'Mã QR của thẻ {name}', en: 'QR code of the card of {name}' },
  portrait: { vi: 'Ảnh chân dung', en: 'Portrait' },
})

/** The drawing code is fetched when it is needed. */
const useQr = (text: string): string | null => {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let isHere = true
    setUrl(null)
    void import('qrcode').then(async ({ default: qrcode }) => {
      const svg = await qrcode.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
      if (isHere) {
        setUrl(`data:image/svg+xml,${encodeURIComponent(svg)}`)
      }
    })
    return () => {
      isHere = false
    }
  }, [text])
  return url
}

const Facts = ({ facts }: { facts: readonly (readonly [name: string, value: string])[] }) => (
  <dl class="id-facts">
    {facts.map(([name, value]) => (
      <>
        <dt key={name}>{name}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
)

const Front = ({ card }: { card: Face }) => (
  <figure>
    <div class="id-face id-front">
      <div class="id-head">
        <Lotus />
        <span>
          <b>{t('title')}</b>
          <small>{t('made')}</small>
        </span>
      </div>
      {card.portrait ? (
        <img class="id-portrait" src={card.portrait} alt={t('portrait')} />
      ) : (
        <span class="id-portrait" />
      )}
      <div>
        <p class="id-number">{groupPersonalNumber(card.personalNumber)}</p>
        <p class="id-name">{card.fullName}</p>
        <Facts
          facts={[
            [t('born'), dateVN(card.birthDate)],
            [t('sex'), t(card.sex === 'male' ? 'male' : 'female')],
            [t('nationality'), card.nationality],
          ]}
        />
      </div>
    </div>
    <figcaption>{t('front')}</figcaption>
  </figure>
)

const Back = ({ card }: { card: Face }) => {
  const qr = useQr(card.qrText)
  return (
    <figure>
      <div class="id-face id-back">
        <Facts
          facts={[
            [t('registered'), card.birthRegistrationPlace ?? '–'],
            [t('residence'), card.residence ?? '–'],
            [t('issued'), dateVN(card.issuedOn)],
            [t('expires'), card.expiresOn ? dateVN(card.expiresOn) : t('noEnd')],
            [t('serial'), card.serial ?? t('later')],
          ]}
        />
        {qr ? <img class="id-qr" src={qr} alt={t('qr', { name: card.fullName })} /> : <span class="id-qr" />}
        <p class="id-mrz">{card.mrz.join('\n')}</p>
      </div>
      <figcaption>{t('back')}</figcaption>
    </figure>
  )
}

export const CardPreview = ({ card }: { card: Face }) => (
  <div class="card-faces">
    <Front card={card} />
    <Back card={card} />
  </div>
)
