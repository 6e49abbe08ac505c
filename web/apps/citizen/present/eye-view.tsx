// The card with everything that is signed in it, for the eyes of somebody opposite.
import { Status } from '../../../ui/attention.tsx'
import './eye-view.css'
import { Card } from '../../../ui/card.tsx'
import { useNow } from '../../../ui/clock.ts'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { alert, check, eye, Icon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { IdentityCardView, stateOf } from '../home/identity-card-view.tsx'
import type { HeldCard } from '../shell/session.ts'

const t = phrases({
  all: { vi: 'Thông tin trên căn cước', en: 'What the card says' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  hometown: { vi: 'Quê quán', en: 'Place of origin' },
  residence: { vi: 'Nơi cư trú', en: 'Residence' },
  issued: { vi: 'Ngày cấp thẻ', en: 'Card issued' },
  expires: { vi: 'Có giá trị đến', en: 'Valid until' },
  noExpiry: { vi: 'Không thời hạn', en: 'No expiry' },
  synced: { vi: 'Đồng bộ lần cuối', en: 'Last synced' },
  none: { vi: 'Không có trong dữ liệu', en: 'Not in the register' },
  verified: {
    vi: 'Chữ ký số của nơi cấp đúng, kiểm ngay trên máy này',
    en: "The issuer's signature is right, checked on this device",
  },
  unchecked: {
    vi: 'Chưa kiểm được chữ ký vì chưa có khoá của nơi cấp. Nối mạng một lần để kiểm',
    en: "The signature could not be checked without the issuer's key. Connect once",
  },
  locked: { vi: 'Thẻ đang khoá: không xuất trình được', en: 'The card is locked: it cannot be presented' },
  expired: { vi: 'Thẻ đã hết hạn', en: 'The card has expired' },
  stale: {
    vi: 'Đã hơn một ngày chưa đồng bộ. Nối mạng để làm mới',
    en: 'Not synced for more than a day. Connect to refresh it',
  },
  look: {
    vi: 'Người xem chỉ nhìn, không cầm máy và không chụp lại',
    en: 'Others look only; they need not hold or photograph the phone',
  },
  proof: {
    vi: 'Đây là bản để nhìn. Ai cần bằng chứng thì quét mã của một việc ở trên.',
    en: 'This is for the eye. Whoever needs proof scans the code of an errand above.',
  },
  vietnam: { vi: 'Việt Nam', en: 'Viet Nam' },
})

const nationalityOf = (code: string): string => (/^(VN|VNM)$/i.test(code) ? t('vietnam') : code)

const Verdict = ({ held }: { held: HeldCard }) => {
  const state = stateOf(held, useNow(60))
  const words =
    state === 'locked' || state === 'expired'
      ? t(state)
      : held.proof === 'unchecked'
        ? t('unchecked')
        : state === 'needs-sync'
          ? t('stale')
          : t('verified')
  const isGood = state === 'valid'
  return (
    <Status class={`verdict ${isGood ? 'is-good' : 'is-doubt'}`}>
      <Icon of={isGood ? check : alert} size={20} />
      <span>{words}</span>
    </Status>
  )
}

export const EyeView = ({ held }: { held: HeldCard }) => {
  const { card } = held
  return (
    <div class="present">
      <IdentityCardView held={held} />
      <Verdict held={held} />
      <Card title={t('all')}>
        <DataPairs
          pairs={[
            { label: t('nationality'), value: nationalityOf(card.nationality) },
            { label: t('hometown'), value: card.hometown || t('none') },
            { label: t('residence'), value: card.residence || t('none') },
            ...(card.card
              ? [
                  { label: t('issued'), value: dateVN(card.card.issuedOn) },
                  {
                    label: t('expires'),
                    value: card.card.expiresOn ? dateVN(card.card.expiresOn) : t('noExpiry'),
                  },
                ]
              : []),
            { label: t('synced'), value: dateTimeVN(card.syncedAt) },
          ]}
        />
      </Card>
      <Notice isQuiet icon={eye} title={t('look')}>
        {t('proof')}
      </Notice>
    </div>
  )
}
