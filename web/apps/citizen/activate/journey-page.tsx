// A journey in progress: the code, then the password and the passcode it needs. A reload leads back to the
// right step.
import { usePresence } from '../../../client/presence.ts'
import { useStep } from '../../../ui/attention.tsx'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLoad, usePress, type Press } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { CodeStep, confirmLabel } from '../../../kit/code/code-step.tsx'
import { NewPasscode } from '../passcode-set/new-passcode.tsx'
import { passwordFaults, PasswordForm } from '../passcode-set/password-form.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import {
  finishJourney,
  judgeJourneyPassword,
  loadJourney,
  resendJourneyCode,
  useJourney,
  verifyJourneyCode,
  type Journey,
  type Secrets,
} from './journey.ts'

const t = phrases({
  activation: { vi: 'Kích hoạt tài khoản', en: 'Activate the account' },
  'new-device': { vi: 'Dùng Sen trên máy này', en: 'Use Sen on this device' },
  'new-password': { vi: 'Đặt lại mật khẩu', en: 'Set the password again' },
  codeStep: { vi: 'Mã xác nhận', en: 'Confirmation code' },
  passwordStep: { vi: 'Mật khẩu', en: 'Password' },
  passcodeStep: { vi: 'Mã PIN', en: 'Passcode' },
  go: { vi: 'Tiếp tục', en: 'Continue' },
  finish: { vi: 'Đặt mật khẩu mới', en: 'Set the new password' },
  passcodeWhy: {
    vi: 'Mã PIN mở ứng dụng trên máy này. Không dùng ngày sinh, số định danh hay số điện thoại; không đọc cho ai.',
    en: 'The passcode opens the app on this device. Not your birth date, personal number or phone; tell it to nobody.',
  },
  finishing: {
    vi: 'Đang tạo khoá trên máy và mở ví',
    en: 'Making the key on this device and opening the wallet',
  },
  other: { vi: 'Chọn cách khác', en: 'Choose another way' },
})

const stepsOf = ({ needs }: Journey) =>
  ['code', ...(needs.password ? ['password'] : []), ...(needs.passcode ? ['passcode'] : [])] as (
    | 'code'
    | 'password'
    | 'passcode'
  )[]
const names = {
  code: () => t('codeStep'),
  password: () => t('passwordStep'),
  passcode: () => t('passcodeStep'),
}

const Frame = ({
  journey,
  at,
  action,
  children,
}: {
  journey: Journey
  at: 'code' | 'password' | 'passcode'
  action?: ComponentChildren
  children: ComponentChildren
}) => {
  const steps = stepsOf(journey)
  return (
    <Screen
      title={`${names[at]()} · ${t(journey.journey)}`}
      head={<TopBar title={t(journey.journey)} back={hrefTo('/activate')} isClosing />}
      action={action}
    >
      <Steps step={steps.indexOf(at) + 1} total={steps.length} title={names[at]()} />
      {children}
    </Screen>
  )
}

const CodeOfJourney = ({ journey }: { journey: Journey }) => {
  usePresence('activation.resend-code')
  const trying = usePress()
  const sending = usePress()
  if (!journey.code) {
    return null
  }
  return (
    <Frame
      journey={journey}
      at="code"
      action={
        <Button kind="primary" isWide type="submit" form="code-form" isBusy={trying.isBusy}>
          {confirmLabel()}
        </Button>
      }
    >
      <CodeStep
        formId="code-form"
        delivery={journey.code}
        isBlind
        hasEmail
        trying={trying}
        sending={sending}
        onCode={verifyJourneyCode}
        onResend={resendJourneyCode}
      />
      <div class="centre">
        <LinkButton kind="quiet" href={hrefTo('/activate')}>
          {t('other')}
        </LinkButton>
      </div>
    </Frame>
  )
}

const PasswordOfJourney = ({
  journey,
  sending,
  onPassword,
}: {
  journey: Journey
  sending: Press
  onPassword: (password: string) => void
}) => (
  <Frame
    journey={journey}
    at="password"
    action={
      <Button kind="primary" isWide type="submit" form="password-form" isBusy={sending.isBusy}>
        {journey.needs.passcode ? t('go') : t('finish')}
      </Button>
    }
  >
    <PasswordForm
      formId="password-form"
      rules={journey.passwordRules}
      sending={sending}
      onPassword={onPassword}
    />
  </Frame>
)

const SecretsOfJourney = ({ journey }: { journey: Journey }) => {
  const [secrets, setSecrets] = useState<Secrets>({})
  const judging = usePress()
  const finishing = usePress()
  useStep(journey.needs.password && secrets.password === undefined ? 'password' : 'passcode')
  const finish = (all: Secrets) => void finishing.press(() => finishJourney(journey, all))
  const judge = (password: string) =>
    void judging.press(async () => {
      await judgeJourneyPassword(password)
      finishing.clear()
      setSecrets({ password })
    })
  const code = finishing.problem?.code
  useEffect(() => {
    if (code && passwordFaults.includes(code)) {
      setSecrets({})
    }
    if (code === 'activation.too-late') {
      navigate('/activate/too-late', { replace: true })
    }
  }, [code, finishing.refusals])
  if (journey.needs.password && secrets.password === undefined) {
    return (
      <PasswordOfJourney
        journey={journey}
        sending={judging.isBusy || judging.problem ? judging : finishing}
        onPassword={(password) => (journey.needs.passcode ? judge(password) : finish({ password }))}
      />
    )
  }
  const isWeak = code === 'passcode.weak'
  return (
    <Frame journey={journey} at="passcode">
      <p class="centre quiet">{finishing.isBusy ? t('finishing') : t('passcodeWhy')}</p>
      {finishing.problem && !isWeak && (
        <ProblemNotice key={finishing.refusals} problem={finishing.problem} onRetry={() => finish(secrets)} />
      )}
      <NewPasscode
        key={`pad${finishing.refusals}`}
        isBusy={finishing.isBusy}
        refusal={isWeak ? finishing.problem?.detail : undefined}
        onChosen={(passcode) => {
          setSecrets({ ...secrets, passcode })
          finish({ ...secrets, passcode })
        }}
      />
    </Frame>
  )
}

export default function JourneyPage() {
  const journey = useJourney()
  const loaded = useLoad(loadJourney)
  useStep(journey?.step ?? null)
  const isGone = journey === null && !loaded.isLoading
  useEffect(() => {
    if (isGone) {
      navigate('/activate', { replace: true })
    }
  }, [isGone])
  if (!journey) {
    return (
      <Screen
        title={t('activation')}
        head={<TopBar title={t('activation')} back={hrefTo('/activate')} isClosing />}
      >
        {loaded.problem ? (
          <ProblemNotice problem={loaded.problem} onRetry={loaded.reload} />
        ) : (
          <Skeleton lines={4} />
        )}
      </Screen>
    )
  }
  return journey.step === 'code' ? (
    <CodeOfJourney journey={journey} />
  ) : (
    <SecretsOfJourney journey={journey} />
  )
}
