// The chosen person: what one has to type in her place, ready to be copied.
import { dateVN, groupPersonalNumber } from '../../web/ui/format.ts'
import { download, Icon } from '../../web/ui/icons.tsx'
import { phrases } from '../../web/ui/phrases.ts'
import { CardQr } from './card-qr.tsx'
import { CopyButton } from '../../web/kit/copy-button.tsx'
import { groupPhone, type CastMember } from './world.ts'

const t = phrases({
  of: { vi: 'Hồ sơ của {name}', en: 'Particulars of {name}' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  birth: { vi: 'Ngày sinh', en: 'Birth date' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'E-mail', en: 'E-mail' },
  passcode: { vi: 'Mã PIN gợi ý', en: 'Suggested passcode' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  portrait: { vi: 'Tải ảnh chân dung', en: 'Keep the portrait' },
  portraitUse: { vi: 'để dùng ở bước chụp ảnh của ứng dụng', en: "for the app's portrait step" },
})

export const Person = ({ member }: { member: CastMember }) => {
  const facts = [
    { what: t('name'), shown: member.name, value: member.name },
    { what: t('number'), shown: groupPersonalNumber(member.personal_number), value: member.personal_number },
    ...(member.birth_date
      ? [{ what: t('birth'), shown: dateVN(member.birth_date), value: dateVN(member.birth_date) }]
      : []),
    ...(member.phone ? [{ what: t('phone'), shown: groupPhone(member.phone), value: member.phone }] : []),
    ...(member.email ? [{ what: t('email'), shown: member.email, value: member.email }] : []),
    ...(member.passcode ? [{ what: t('passcode'), shown: member.passcode, value: member.passcode }] : []),
  ]
  return (
    <section class="person" aria-label={t('of', { name: member.name })}>
      {member.card_qr && <CardQr member={member} text={member.card_qr} />}
      <div>
        <dl>
          {facts.map(({ what, shown, value }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>
                <span class="figures">{shown}</span>
                <CopyButton value={value} what={what.toLowerCase()} />
              </dd>
            </div>
          ))}
        </dl>
        <p class="person-portrait">
          <a
            class="button button-secondary button-small"
            href={member.portrait_url}
            download={`chan-dung-${member.id}.jpg`}
          >
            <Icon of={download} size={20} />
            <span>{t('portrait')}</span>
          </a>
          <span class="quiet">{t('portraitUse')}</span>
        </p>
      </div>
    </section>
  )
}
