// What the look-up found: the register's fields, the account, and that the person sees this look-up. Nothing
// stays when the page is left.
import './search.css'
import { useEffect } from 'preact/hooks'
import type { PhoneCodeAtCounter, SeePhone } from '../../../../contract/counter.ts'
import { deed } from '../../../client/call.ts'
import { usePress } from '../../../client/press.ts'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateTimeVN, dateVN, groupPersonalNumber } from '../../../ui/format.ts'
import { card, eye, key, person as personIcon, search } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { PhoneCard } from '../evidence/phone-card.tsx'
import { PhoneClaimCard } from '../evidence/phone-claim-card.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { purposeWords } from '../words/search-purposes.ts'
import { asked, found, look, type Found } from '../shell/search-dialog.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Kết quả tra cứu', en: 'Look-up result' },
  none: { vi: 'Không có ai mang số {number}', en: 'Nobody has the number {number}' },
  noneWhy: {
    vi: 'So lại từng nhóm số với giấy tờ trước mặt. Lần tra cứu này cũng được ghi lại.',
    en: 'Compare the groups of digits with the paper before you. This look-up is logged too.',
  },
  nothing: { vi: 'Chưa tra cứu ai', en: 'Nobody was looked up' },
  nothingWhy: {
    vi: 'Bấm / rồi nhập số định danh. Mỗi lần tra cứu cần một mục đích.',
    en: 'Press / and enter a personal number. Each look-up needs a purpose.',
  },
  again: { vi: 'Tra cứu người khác', en: 'Look up somebody else' },
  logged: {
    vi: 'Đã ghi lúc {moment}, mục đích: {purpose}. {name} nhìn thấy lần tra cứu này.',
    en: 'Logged {moment}, purpose: {purpose}. {name} sees this look-up.',
  },
  register: { vi: 'Cơ sở dữ liệu dân cư', en: 'Population register' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  birth: { vi: 'Ngày sinh', en: 'Birth date' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  residence: { vi: 'Nơi thường trú', en: 'Residence' },
  life: { vi: 'Tình trạng', en: 'Status' },
  alive: { vi: 'Còn sống', en: 'Alive' },
  dead: { vi: 'Đã mất', en: 'Deceased' },
  missing: { vi: 'Mất tích', en: 'Missing' },
  card: { vi: 'Thẻ căn cước', en: 'Identity card' },
  cardNone: { vi: 'Không có thẻ', en: 'No card' },
  state: { vi: 'Trạng thái', en: 'State' },
  issued: { vi: 'Ngày cấp', en: 'Issued' },
  expires: { vi: 'Hết hạn', en: 'Expires' },
  noEnd: { vi: 'Không thời hạn', en: 'No expiry' },
  valid: { vi: 'Còn hiệu lực', en: 'Valid' },
  expired: { vi: 'Đã hết hạn', en: 'Expired' },
  locked: { vi: 'Đang khoá', en: 'Locked' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  replaced: { vi: 'Đã thay bằng thẻ mới', en: 'Replaced' },
  lost: { vi: 'Đã báo mất', en: 'Reported lost' },
  account: { vi: 'Tài khoản định danh', en: 'Identity account' },
  accountNone: { vi: 'Chưa có tài khoản', en: 'No account' },
  level: { vi: 'Mức', en: 'Level' },
  issuedState: { vi: 'Đã cấp, chưa kích hoạt', en: 'Issued, not activated' },
  active: { vi: 'Đang dùng', en: 'In use' },
  showPicture: { vi: 'Xem ảnh', en: 'Show the picture' },
  whyAsked: {
    vi: 'Người này sẽ thấy bạn đã xem ảnh. Trong một ngày, ảnh bạn chụp cho người này cần thêm một người duyệt.',
    en: 'She will see that you looked at it. For a day, a picture that you take of her needs a second officer.',
  },
  noPicture: { vi: 'Cơ sở dữ liệu chưa có ảnh', en: 'The register has no picture' },
  unknown: { vi: 'Chưa có', en: 'None' },
  notKnown: { vi: 'Chưa rõ', en: 'Not known' },
})

const lifeWords = (status: string): string =>
  status === 'alive'
    ? t('alive')
    : status === 'deceased' || status === 'dead'
      ? t('dead')
      : status === 'missing'
        ? t('missing')
        : t('notKnown')
const cardStates = ['valid', 'expired', 'locked', 'revoked', 'replaced', 'lost'] as const
const cardWords = (state: string): string => {
  const known = cardStates.find((one) => one === state)
  return known ? t(known) : t('notKnown')
}

type FoundPerson = NonNullable<Found['person']>

/** The picture is asked for by itself: it is logged as seen, and whoever saw it takes none of hers alone. */
const Picture = ({ here, person }: { here: Found; person: FoundPerson }) => {
  const showing = usePress()
  const show = () => void showing.press(() => look({ ...here, withPortrait: true }))
  return (
    <div class="person-picture">
      <Portrait
        name={person.fullName}
        src={person.portrait ?? undefined}
        shape="card"
        size={108}
        decorative={person.portrait === null}
      />
      {!here.withPortrait ? (
        <>
          <Button isBusy={showing.isBusy} onPress={show}>
            {t('showPicture')}
          </Button>
          <p class="person-picture-why">{t('whyAsked')}</p>
          <Refusal problem={showing.problem} onRetry={show} />
        </>
      ) : (
        person.portrait === null && <p class="person-picture-why">{t('noPicture')}</p>
      )}
    </div>
  )
}

const RegisterCard = ({ here, person }: { here: Found; person: FoundPerson }) => (
  <Card title={t('register')} icon={personIcon}>
    <div class="person-facts">
      <Picture here={here} person={person} />
      <DataPairs
        columns={2}
        pairs={[
          { label: t('name'), value: person.fullName },
          { label: t('number'), value: groupPersonalNumber(person.personalNumber) },
          { label: t('birth'), value: dateVN(person.birthDate) },
          { label: t('sex'), value: person.sex === 'male' ? t('male') : t('female') },
          { label: t('residence'), value: person.residence || t('unknown') },
          {
            label: t('life'),
            value: lifeWords(person.lifeStatus),
            mark: person.lifeStatus === 'alive' ? undefined : 'mismatch',
          },
        ]}
      />
    </div>
  </Card>
)

const IdentityCard = ({ held }: { held: FoundPerson['card'] }) => (
  <Card title={t('card')} icon={card}>
    {held ? (
      <DataPairs
        pairs={[
          {
            label: t('state'),
            value: cardWords(held.state),
            mark: held.state === 'valid' ? 'match' : 'mismatch',
          },
          { label: t('issued'), value: dateVN(held.issuedOn) },
          { label: t('expires'), value: held.expiresOn ? dateVN(held.expiresOn) : t('noEnd') },
        ]}
      />
    ) : (
      <p>{t('cardNone')}</p>
    )}
  </Card>
)

const AccountCard = ({ account }: { account: FoundPerson['account'] }) => (
  <Card title={t('account')} icon={key}>
    {account ? (
      <DataPairs
        pairs={[
          { label: t('level'), value: account.level },
          { label: t('state'), value: t(account.state === 'issued' ? 'issuedState' : account.state) },
        ]}
      />
    ) : (
      <p>{t('accountNone')}</p>
    )}
  </Card>
)

const Person = ({ here, person }: { here: Found; person: FoundPerson }) => {
  useStep(here.withPortrait ? 'with-picture' : 'found')
  return (
    <>
      <Notice isQuiet icon={eye}>
        {t('logged', {
          moment: dateTimeVN(here.at),
          purpose: purposeWords(here.purpose),
          name: person.fullName,
        })}{' '}
        {here.reference}
      </Notice>
      <div class="person-page">
        <RegisterCard here={here} person={person} />
        <div class="stack">
          <IdentityCard held={person.card} />
          <AccountCard account={person.account} />
          <PhoneCard
            ask={(phone) =>
              orSignIn(
                deed<typeof SeePhone>('counter.phone', { personalNumber: person.personalNumber, phone }),
              )
            }
          />
          <PhoneClaimCard
            send={(phone) =>
              orSignIn(
                deed<typeof PhoneCodeAtCounter>('counter.phone-code', {
                  personalNumber: person.personalNumber,
                  phone,
                }),
              )
            }
          />
        </div>
      </div>
    </>
  )
}

const PersonPage = () => {
  const here = found.use()
  useEffect(() => () => found.set(null), [])
  const again = (
    <Button icon={search} onPress={() => asked.set('')}>
      {t('again')}
    </Button>
  )
  return (
    <CounterFrame title={t('title')}>
      <PageHead title={t('title')} end={here && again} />
      {!here ? (
        <div class="card">
          <EmptyState icon={search} title={t('nothing')} action={again}>
            {t('nothingWhy')}
          </EmptyState>
        </div>
      ) : here.person ? (
        <Person here={here} person={here.person} />
      ) : (
        <div class="card">
          <EmptyState
            icon={search}
            title={t('none', { number: groupPersonalNumber(here.personalNumber) })}
            action={again}
          >
            {t('noneWhy')}
          </EmptyState>
        </div>
      )}
    </CounterFrame>
  )
}

export default PersonPage
