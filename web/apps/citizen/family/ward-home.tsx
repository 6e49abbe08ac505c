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
import { card as cardIcon, clock, eye, family, Icon, inbox, key } from '../../../ui/icons.tsx'
import { PasscodePad } from '../../../ui/passcode-pad.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { ProfileBar } from '../../../ui/top-bar.tsx'
import { IdentityCardView } from '../home/identity-card-view.tsx'
import { CitizenNav } from '../shell/citizen-nav.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
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
  letters: { vi: 'Thư của {name}', en: 'Letters of {name}' },
  unread: { vi: '{count} thư chưa đọc', en: '{count} unread' },
  family: { vi: 'Gia đình', en: 'Family' },
  familyMore: { vi: 'Chuyển hồ sơ, bàn giao, người giám hộ', en: 'Change profile, hand over, guardians' },
})

interface Shown {
  readonly held: HeldCard
  readonly until: string
}

const useConsent = (onShown: (shown: Shown) => void) => {
  const [stage, setStage] = useState<'closed' | 'asked' | 'passcode'>('closed')
  useStep(stage === 'closed' ? null : stage)
  const [digits, setDigits] = useState('')
  const consenting = usePress()
  const close = () => {
    setStage('closed')
    setDigits('')
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
    setDigits('')
    if (isDone) {
      close()
    }
  }
  return { stage, setStage, digits, setDigits, consenting, close, send }
}

const ConsentDialog = ({ name, consent }: { name: string; consent: ReturnType<typeof useConsent> }) => {
  const { stage, setStage, digits, setDigits, consenting, close, send } = consent
  const isWrong = consenting.problem?.code === 'passcode.wrong'
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
      {stage === 'asked' && (
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
      )}
      {stage === 'passcode' && (
        <>
          {consenting.problem && !isWrong && (
            <ProblemNotice key={consenting.refusals} problem={consenting.problem} />
          )}
          <PasscodePad
            label={t('enter')}
            value={digits}
            onValue={setDigits}
            isBusy={consenting.isBusy}
            error={isWrong ? consenting.problem?.detail : undefined}
            onComplete={(passcode) => void send(passcode)}
          />
        </>
      )}
    </Dialog>
  )
}

export const WardHome = ({ me }: { me: Me }) => {
  const name = givenName(me.fullName)
  const [shown, show] = useState<Shown | null>(null)
  const consent = useConsent(show)
  useEffect(() => {
    if (!shown) {
      return
    }
    const timer = setTimeout(() => show(null), Math.max(0, Date.parse(shown.until) - now()))
    return () => clearTimeout(timer)
  }, [shown])
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
        <>
          <CredentialDeck>
            <IdentityCardView held={shown.held} />
          </CredentialDeck>
          <Status class="centre quiet">{t('until', { at: timeVN(shown.until) })}</Status>
          <Button isWide onPress={() => show(null)}>
            {t('hide')}
          </Button>
        </>
      ) : (
        <section class="card ward-card">
          <Icon of={cardIcon} size={40} />
          <p class="quiet">{t('why')}</p>
          <Button kind="primary" isWide icon={key} onPress={() => consent.setStage('asked')}>
            {t('show', { name })}
          </Button>
        </section>
      )}
      <Rows>
        <Row
          icon={eye}
          tone="cham"
          title={t('looks', { name })}
          detail={t('looksMore')}
          href={hrefTo('/looks')}
        />
        <Row
          icon={inbox}
          title={t('letters', { name })}
          detail={t('unread', { count: me.unread })}
          href={hrefTo('/inbox')}
        />
        <Row
          icon={family}
          tone="gold"
          title={t('family')}
          detail={t('familyMore')}
          href={hrefTo('/family')}
        />
      </Rows>
      <ConsentDialog name={name} consent={consent} />
    </Screen>
  )
}
