// The home of somebody for whom one acts: the card is fetched and shown only after a consent by passcode, and
// is never kept on this phone.
import { Status, useStep } from '../../../ui/attention.tsx'
import './family.css'
import { useEffect, useState } from 'preact/hooks'
import type { ViewIdentityCard } from '../../../../contract/account.ts'
import type { ConsentForWard } from '../../../../contract/representation.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Row, Rows } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { CredentialDeck } from '../../../ui/credential-card.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { timeVN } from '../../../ui/format.ts'
import {
  card as cardIcon,
  clock,
  eye,
  family,
  heart,
  Icon,
  inbox,
  key,
  lock,
  wallet,
} from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { ProfileBar } from '../../../ui/top-bar.tsx'
import { IdentityCardView } from '../home/identity-card-view.tsx'
import { CitizenNav } from '../shell/citizen-nav.tsx'
import { OwnPasscode } from '../shell/own-passcode.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView, type HeldCard, type Me } from '../shell/session.ts'
import { verifyCard } from '../vault/verify-card.ts'
import { givenName } from './family.ts'

const t = phrases({
  title: { vi: 'Hồ sơ của {name}', en: 'Profile of {name}' },
  show: { vi: 'Xuất trình căn cước của {name}', en: 'Show the card of {name}' },
  why: {
    vi: 'Thẻ chỉ hiện khi bạn đồng ý, trong vài phút, và không lưu trên máy này.',
    en: 'The card shows only with your consent, for a few minutes, and is not kept on this phone.',
  },
  ask: { vi: 'Đồng ý dùng căn cước của {name}?', en: 'Consent to use the card of {name}?' },
  what: {
    vi: 'Họ tên, ngày sinh, số định danh, nơi cư trú và ảnh',
    en: 'Name, birth date, number, residence and portrait',
  },
  long: { vi: 'Trong 5 phút, chỉ cho lần này', en: 'For 5 minutes, this once' },
  log: {
    vi: 'Ghi vào nhật ký của {name}; người đại diện khác cũng thấy',
    en: 'Noted in the log of {name}; another representative sees it too',
  },
  go: { vi: 'Tôi đồng ý', en: 'I consent' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  enter: { vi: 'Nhập mã PIN của bạn', en: 'Enter your passcode' },
  until: { vi: 'Hiện đến {at}, rồi tự đóng', en: 'Shown until {at}, then it closes' },
  hide: { vi: 'Cất thẻ', en: 'Put it away' },
  looks: { vi: 'Ai đã xem dữ liệu của {name}', en: 'Who looked at the data of {name}' },
  looksMore: {
    vi: 'Cả việc bạn và người đại diện khác đã làm',
    en: 'What you and another representative did as well',
  },
  clinic: { vi: 'Khám bệnh cho {name}', en: 'See a doctor with {name}' },
  clinicMore: {
    vi: 'Thẻ bảo hiểm y tế bằng mã QR, và giấy tờ khác',
    en: 'The insurance card by a QR code, and other documents',
  },
  documents: { vi: 'Giấy tờ của {name}', en: 'Documents of {name}' },
  documentsMore: {
    vi: 'Thẻ bảo hiểm y tế, sổ tiêm chủng, giấy khai sinh…',
    en: 'Health insurance, vaccinations, birth certificate…',
  },
  letters: { vi: 'Thư của {name}', en: 'Letters of {name}' },
  unread: { vi: '{count} thư chưa đọc', en: '{count} unread' },
  family: { vi: 'Gia đình', en: 'Family' },
  familyMore: { vi: 'Chuyển hồ sơ, bàn giao, người giám hộ', en: 'Change profile, hand over, guardians' },
  lock: { vi: 'Khoá tài khoản của bạn ngay', en: 'Lock your own account now' },
  lockMore: {
    vi: 'Mất điện thoại hoặc nghi bị lừa; không phải tài khoản của {name}',
    en: 'Phone lost or a fraud; not the account of {name}',
  },
})

interface Shown {
  readonly held: HeldCard
  readonly until: string
}

const useConsent = (onShown: (shown: Shown) => void) => {
  const [stage, setStage] = useState<'closed' | 'asked' | 'passcode'>('closed')
  useStep(stage === 'closed' ? null : stage)
  const consenting = usePress()
  const close = () => {
    setStage('closed')
    consenting.clear()
  }
  const send = async (passcode: string) => {
    const isDone = await consenting.press(async () => {
      const { until } = await ownDeed<typeof ConsentForWard>('representation.consent', {
        use: 'identity-card',
        passcode,
      })
      const card = await ownView<typeof ViewIdentityCard>('wallet.identity-card', {})
      onShown({ held: { card, proof: await verifyCard(card) }, until })
    })
    if (isDone) {
      close()
    }
  }
  return { stage, setStage, consenting, close, send }
}

const Meaning = ({ name }: { name: string }) => (
  <ul class="ticks">
    <li>
      <Icon of={cardIcon} size={20} />
      <span>{t('what')}</span>
    </li>
    <li>
      <Icon of={clock} size={20} />
      <span>{t('long')}</span>
    </li>
    <li>
      <Icon of={eye} size={20} />
      <span>{t('log', { name })}</span>
    </li>
  </ul>
)

const ConsentDialog = ({ name, consent }: { name: string; consent: ReturnType<typeof useConsent> }) => {
  const { stage, setStage, consenting, close, send } = consent
  return (
    <Dialog
      isOpen={stage !== 'closed'}
      onClose={close}
      title={t('ask', { name })}
      actions={
        stage === 'asked' && (
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button kind="primary" icon={key} onPress={() => setStage('passcode')}>
              {t('go')}
            </Button>
          </>
        )
      }
    >
      {stage === 'asked' && <Meaning name={name} />}
      {stage === 'passcode' && <OwnPasscode label={t('enter')} proving={consenting} onPasscode={send} />}
    </Dialog>
  )
}

/** The card is shown for as long as the consent lasts. */
const useShown = () => {
  const [shown, show] = useState<Shown | null>(null)
  useEffect(() => {
    if (!shown) {
      return
    }
    const timer = setTimeout(() => show(null), Math.max(0, Date.parse(shown.until) - now()))
    return () => clearTimeout(timer)
  }, [shown])
  return { shown, show }
}

const ShownCard = ({ shown, onHide }: { shown: Shown; onHide: () => void }) => (
  <>
    <CredentialDeck>
      <IdentityCardView held={shown.held} />
    </CredentialDeck>
    <Status class="centre quiet">{t('until', { at: timeVN(shown.until) })}</Status>
    <Button isWide onPress={onHide}>
      {t('hide')}
    </Button>
  </>
)

const HiddenCard = ({ name, onShow }: { name: string; onShow: () => void }) => (
  <section class="card ward-card">
    <Icon of={cardIcon} size={40} />
    <p class="quiet">{t('why')}</p>
    <Button kind="primary" isWide icon={key} onPress={onShow}>
      {t('show', { name })}
    </Button>
  </section>
)

const Further = ({ name, unread }: { name: string; unread: number }) => (
  <Rows>
    <Row icon={heart} title={t('clinic', { name })} detail={t('clinicMore')} href={hrefTo('/present')} />
    <Row
      icon={eye}
      tone="cham"
      title={t('looks', { name })}
      detail={t('looksMore')}
      href={hrefTo('/looks')}
    />
    <Row
      icon={wallet}
      title={t('documents', { name })}
      detail={t('documentsMore')}
      href={hrefTo('/documents')}
    />
    <Row
      icon={inbox}
      title={t('letters', { name })}
      detail={t('unread', { count: unread })}
      href={hrefTo('/inbox')}
    />
    <Row icon={family} tone="gold" title={t('family')} detail={t('familyMore')} href={hrefTo('/family')} />
    <Row icon={lock} tone="son" title={t('lock')} detail={t('lockMore', { name })} href={hrefTo('/lock')} />
  </Rows>
)

export const WardHome = ({ me }: { me: Me }) => {
  const name = givenName(me.fullName)
  const { shown, show } = useShown()
  const consent = useConsent(show)
  return (
    <Screen
      title={t('title', { name: me.fullName })}
      nav={<CitizenNav current="wallet" />}
      head={
        <>
          <h1 class="unseen">{t('title', { name: me.fullName })}</h1>
          <ProfileBar
            isActingFor
            name={me.fullName}
            portrait={shown?.held.card.portrait ?? undefined}
            profileHref={hrefTo('/family')}
            inboxHref={hrefTo('/inbox')}
            newMessages={me.unread}
          />
        </>
      }
    >
      {shown ? (
        <ShownCard shown={shown} onHide={() => show(null)} />
      ) : (
        <HiddenCard name={name} onShow={() => consent.setStage('asked')} />
      )}
      <Further name={name} unread={me.unread} />
      <ConsentDialog name={name} consent={consent} />
    </Screen>
  )
}
