// Who asks: the party by its registration, the address at which she met it, and, folded, the agreement behind
// it.
import type { OutputOf } from '../../../../contract/operation.ts'
import type { ViewSharing } from '../../../../contract/sharing.ts'
import '../../../ui/card.css'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateVN } from '../../../ui/format.ts'
import { bank, globe, heart, home, Icon, message, shield } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { VerifiedMark } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { documentIcons } from '../documents/document-icons.ts'

export type Party = OutputOf<typeof ViewSharing>['party']

const t = phrases({
  registered: { vi: 'Đã đăng ký với Sen', en: 'Registered with Sen' },
  fold: { vi: 'Bên này là ai, được hỏi những gì', en: 'Who this is, and what it may ask for' },
  kind: { vi: 'Loại', en: 'Kind' },
  agreement: { vi: 'Thoả thuận số', en: 'Agreement' },
  until: { vi: 'Có hiệu lực', en: 'In force' },
  fromTo: { vi: '{from} đến {until}', en: '{from} to {until}' },
  contact: { vi: 'Liên hệ về dữ liệu', en: 'Contact for your data' },
  may: { vi: 'Xem tất cả những gì bên này được phép hỏi', en: 'See all that it may ask for' },
})
const kinds = phrases({
  'state-body': { vi: 'Cơ quan nhà nước', en: 'State body' },
  'public-service': { vi: 'Dịch vụ công', en: 'Public service' },
  bank: { vi: 'Ngân hàng', en: 'Bank' },
  telecom: { vi: 'Viễn thông', en: 'Telecom' },
  health: { vi: 'Cơ sở y tế', en: 'Health care' },
  lodging: { vi: 'Cơ sở lưu trú', en: 'Lodging' },
  school: { vi: 'Trường học', en: 'School' },
  other: { vi: 'Tổ chức khác', en: 'Other organisation' },
})
const icons = {
  'state-body': bank,
  'public-service': bank,
  bank,
  telecom: message,
  health: heart,
  lodging: home,
  school: documentIcons.school,
  other: shield,
} as const

type Kind = keyof typeof icons
const kindOf = (kind: string): Kind => (Object.hasOwn(icons, kind) ? (kind as Kind) : 'other')
export const partyIcon = ({ kind }: Pick<Party, 'kind'>): string => icons[kindOf(kind)]
export const partyKind = ({ kind }: Pick<Party, 'kind'>): string => kinds(kindOf(kind))

/** `isRegistered`: by the server's word of this moment, said in words as well as by a tick. */
export const PartyHead = ({ party, isRegistered }: { party: Party; isRegistered?: boolean }) => (
  <div class="party-head">
    <span class="party-sign">
      <Icon of={partyIcon(party)} size={26} />
    </span>
    <div>
      <h2>{inLanguage(party.name)}</h2>
      <p class="party-domain">
        <Icon of={globe} size={17} />
        <span>{party.domain}</span>
      </p>
      {isRegistered && <p class="party-registered">{t('registered')}</p>}
    </div>
    {isRegistered && <VerifiedMark label={t('registered')} />}
  </div>
)

export const WhoAsks = ({ party }: { party: Party }) => {
  const { agreement } = party
  return (
    <section class="card who-asks">
      <PartyHead party={party} isRegistered />
      <details>
        <summary>{t('fold')}</summary>
        <DataPairs
          pairs={[
            { label: t('kind'), value: partyKind(party) },
            { label: t('agreement'), value: agreement.number },
            {
              label: t('until'),
              value: t('fromTo', { from: dateVN(agreement.from), until: dateVN(agreement.until) }),
            },
            { label: t('contact'), value: party.contact },
          ]}
        />
        <p>
          <a href={hrefTo(`/parties?party=${party.id}`)}>{t('may')}</a>
        </p>
      </details>
    </section>
  )
}
