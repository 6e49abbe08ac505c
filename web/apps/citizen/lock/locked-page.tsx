// What a bound phone shows while its account is locked: why, since when, who can lift it, what to do next.
// The device's key asks, not a passcode.
import { useEffect, useState } from 'preact/hooks'
import { asProblem, type Problem } from '../../../client/problem.ts'
import { Button } from '../../../ui/button.tsx'
import { Card, Row, Rows } from '../../../ui/card.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { Icon, lock, phone, refresh, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { lawText } from '../../../kit/law-text.ts'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { HelpRows } from '../account/help-rows.tsx'
import { OngoingOnLocked, useRecoveryOnLocked } from '../recover/locked-notice.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { useSession } from '../shell/session.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'
import './lock.css'
import { readLockState, type LockState, type StandingGround } from './lock-deeds.ts'
import { groundNext, groundTitle, lifterWords } from './lock-words.ts'

const t = phrases({
  title: { vi: 'Tài khoản đang khoá', en: 'The account is locked' },
  since: { vi: 'Từ {moment}', en: 'Since {moment}' },
  why: { vi: 'Vì sao', en: 'Why' },
  sinceWhen: { vi: 'Từ lúc', en: 'Since' },
  who: { vi: 'Ai mở được', en: 'Who can unlock it' },
  next: { vi: 'Việc cần làm', en: 'What to do' },
  law: { vi: 'Căn cứ: {law}', en: 'Basis: {law}' },
  safe: { vi: 'Dữ liệu của bạn vẫn an toàn', en: 'Your data is safe' },
  safeMore: {
    vi: 'Không ai đăng nhập, chia sẻ hay xuất trình được bằng tài khoản này. Thẻ căn cước (thẻ cứng) vẫn dùng được, trừ khi thẻ là lý do khoá.',
    en: 'Nobody can sign in, share or present with this account. The plastic card still works, unless the card is the reason.',
  },
  several: {
    vi: 'Có {count} lý do; tài khoản mở lại khi không còn lý do nào.',
    en: 'There are {count} reasons; the account works again when none is left.',
  },
  newPhone: { vi: 'Lấy lại tài khoản trên máy khác', en: 'Get the account back on another phone' },
  newPhoneMore: {
    vi: 'Khi máy cũ đã mất hoặc không còn tin được',
    en: 'When the old phone is lost or no longer trusted',
  },
  unlocked: {
    vi: 'Tài khoản đã mở khoá. Nhập mã PIN để dùng.',
    en: 'The account is unlocked. Enter the passcode.',
  },
  look: { vi: 'Xem lại trạng thái', en: 'Look again' },
  help: { vi: 'Nơi giúp bạn', en: 'Where people help' },
  general: {
    vi: 'Máy này chưa gắn với tài khoản nên không xem được lý do. Mang thẻ căn cước đến quầy công an gần nhất: cán bộ cho biết lý do và mở lại nếu được phép.',
    en: 'This phone is not bound to the account, so the reason cannot be shown. Bring your identity card to the nearest police counter: an officer tells the reason and unlocks it where allowed.',
  },
})

const Ground = ({ ground, setAt, liftedBy, law, isOneOfMany }: StandingGround & { isOneOfMany: boolean }) => (
  <div class="ground">
    <h3>{groundTitle(ground)}</h3>
    <dl>
      {isOneOfMany && (
        <div>
          <dt>{t('sinceWhen')}</dt>
          <dd>
            <time dateTime={setAt}>{dateTimeVN(setAt)}</time>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('who')}</dt>
        {liftedBy.map((one) => (
          <dd key={one}>{lifterWords(one)}</dd>
        ))}
      </div>
      <div>
        <dt>{t('next')}</dt>
        <dd>{groundNext(ground)}</dd>
      </div>
    </dl>
    <p class="quiet small">{t('law', { law: lawText(law) })}</p>
  </div>
)

/** Once she has said "not me" no recovery at home opens what stands: it is not offered. */
const WhyLocked = ({ grounds }: Pick<LockState, 'grounds'>) => {
  const { ongoing, isOnlyAtCounter, reload } = useRecoveryOnLocked()
  const lifters = (all: StandingGround['liftedBy']) =>
    isOnlyAtCounter ? all.filter((one) => one !== 'recovery') : all
  return (
    <>
      {ongoing && <OngoingOnLocked ongoing={ongoing} onStopped={reload} />}
      {grounds.length > 1 && (
        <Notice isQuiet tone="warn">
          {t('several', { count: grounds.length })}
        </Notice>
      )}
      <Card title={t('why')} icon={lock}>
        {grounds.map((one) => (
          <Ground
            key={`${one.ground} ${one.setAt}`}
            isOneOfMany={grounds.length > 1}
            {...one}
            liftedBy={lifters(one.liftedBy)}
          />
        ))}
      </Card>
    </>
  )
}

const LOOK_MS = 60_000

/**
 * Reads when the page opens, when it is looked at again, and every minute: at the counter the phone shows the
 * unlocking by itself.
 */
const useLockState = (isBound: boolean) => {
  const [state, setState] = useState<LockState | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isReading, setReading] = useState(false)
  const read = async () => {
    setReading(true)
    try {
      const found = await readLockState()
      setProblem(null)
      setState(found)
      if (found.isLocked) {
        return
      }
      toast(t('unlocked'))
      navigate('/open', { replace: true })
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setReading(false)
    }
  }
  useEffect(() => {
    if (!isBound) {
      return
    }
    void read()
    const again = () => {
      if (!document.hidden) {
        void read()
      }
    }
    const timer = setInterval(again, LOOK_MS)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [isBound])
  return { state, problem, isReading, read }
}

export default function LockedPage(_: PageProps) {
  const { phase, device } = useSession()
  const { state, problem, isReading, read } = useLockState(device !== null)
  if (phase === 'starting') {
    return <WaitingPage />
  }
  const oldest = state?.grounds[0]?.setAt
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={device ? undefined : hrefTo('/')} />}
      action={
        device && (
          <Button isWide icon={refresh} isBusy={isReading} onPress={() => void read()}>
            {t('look')}
          </Button>
        )
      }
    >
      <div class="lock-sign">
        <span>
          <Icon of={lock} size={36} />
        </span>
        <h2>{device?.fullName ?? t('title')}</h2>
        {oldest && <p>{t('since', { moment: dateTimeVN(oldest) })}</p>}
      </div>
      {problem && <ProblemNotice problem={problem} onRetry={() => void read()} />}
      {!device && <Notice isQuiet>{t('general')}</Notice>}
      {device && !state && !problem && <Skeleton lines={5} />}
      {state && state.grounds.length > 0 && <WhyLocked grounds={state.grounds} />}
      <Notice isQuiet tone="ok" icon={shield} title={t('safe')}>
        {t('safeMore')}
      </Notice>
      <h2>{t('help')}</h2>
      <HelpRows />
      <Rows>
        <Row
          icon={phone}
          tone="gold"
          title={t('newPhone')}
          detail={t('newPhoneMore')}
          href={hrefTo('/recover')}
        />
      </Rows>
    </Screen>
  )
}
