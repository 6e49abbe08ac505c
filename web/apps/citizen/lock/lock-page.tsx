// "Lock now": the second of the two taps. On a bound phone it is this phone's account, without a passcode;
// elsewhere by number and a code.
import { usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Row, Rows } from '../../../ui/card.tsx'
import { lock, phoneCall, search } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { useSession, type Session } from '../shell/session.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'
import ByNumberPage from './by-number-page.tsx'
import { lockThisAccount } from './lock-deeds.ts'
import { LockEffects } from './lock-effects.tsx'

const t = phrases({
  title: { vi: 'Khoá tài khoản', en: 'Lock the account' },
  whose: { vi: 'Tài khoản trên máy này', en: 'The account on this phone' },
  notOf: {
    vi: 'Tài khoản của chính bạn, không phải của {name}',
    en: 'Your own account, not that of {name}',
  },
  now: { vi: 'Khoá ngay', en: 'Lock now' },
  other: { vi: 'Khoá một tài khoản khác', en: 'Lock another account' },
  otherMore: {
    vi: 'Bằng số định danh và mã e-mail hoặc mã khoá trên giấy',
    en: 'By personal number and an e-mail code or the lock code on paper',
  },
  call: { vi: 'Tổng đài 1900 0368', en: 'Hotline 1900 0368' },
  callMore: {
    vi: 'Khoá giúp bạn qua điện thoại, cả ngày lẫn đêm',
    en: 'Locks for you by telephone, day and night',
  },
  back: { vi: 'Không khoá', en: 'Do not lock' },
})

interface Whose {
  readonly name: string
  readonly number: string
  /** Whose profile is open meanwhile. */
  readonly ward: string | null
}

const OwnLock = ({ name, number, ward }: Whose) => {
  const locking = usePress()
  const go = () => void locking.press(lockThisAccount)
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/')} />}
      action={
        <>
          <Button kind="danger" isWide icon={lock} isBusy={locking.isBusy} onPress={go}>
            {t('now')}
          </Button>
          <LinkButton isWide href={hrefTo('/')}>
            {t('back')}
          </LinkButton>
        </>
      }
    >
      {locking.problem && <ProblemNotice key={locking.refusals} problem={locking.problem} onRetry={go} />}
      <div class="lock-whose">
        <Portrait name={name} size={56} />
        <span>
          <small>{ward === null ? t('whose') : t('notOf', { name: ward })}</small>
          <b>{name || t('whose')}</b>
          {number && <small class="figures">{number}</small>}
        </span>
      </div>
      <LockEffects />
      <Rows>
        <Row icon={search} title={t('other')} detail={t('otherMore')} href={hrefTo('/lock/by-number')} />
        <Row icon={phoneCall} title={t('call')} detail={t('callMore')} href="tel:19000368" />
      </Rows>
    </Screen>
  )
}

/** Of the phone's holder, whoever's profile is open. */
const whoseIs = ({ device, me }: Session): Whose => ({
  name: me?.acting?.holderName || device?.fullName || (me?.acting ? '' : me?.fullName) || '',
  number: device?.maskedNumber ?? '',
  ward: me?.acting ? me.fullName : null,
})

export default function LockPage(props: PageProps) {
  const session = useSession()
  const { phase, device } = session
  if (phase === 'starting') {
    return <WaitingPage />
  }
  if (phase === 'stranger' || (!device && phase !== 'open')) {
    return <ByNumberPage {...props} />
  }
  return <OwnLock {...whoseIs(session)} />
}
