// Who asks, the open step, and the way out. Where things stand is the server's word; a reload finds the open
// step again.
import { usePage, Status, useStep } from '../../ui/attention.tsx'
import { useEffect, useState } from 'preact/hooks'
import { usePress } from '../../client/press.ts'
import { asProblem, type Problem } from '../../client/problem.ts'
import { LanguageSwitch, TextSizeButton } from '../../kit/language-switch.tsx'
import { simulators } from '../../kit/simulators.ts'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Rows } from '../../ui/card.tsx'
import { bank, clock, Icon } from '../../ui/icons.tsx'
import { Lotus } from '../../ui/lotus.tsx'
import { Notice } from '../../ui/notice.tsx'
import { phrases } from '../../ui/phrases.ts'
import { VerifiedMark } from '../../ui/pill.tsx'
import { Steps } from '../../ui/steps.tsx'
import { EmptyState, Skeleton } from '../../ui/waiting.tsx'
import { ConsentStep } from './consent-step.tsx'
import { refuse, viewState, type SignInState } from './interaction.ts'
import { PasswordStep } from './password-step.tsx'
import { Refusal } from './refusal.tsx'
import { SecondStep } from './second-step.tsx'
import { SidePanel } from './side-panel.tsx'

const t = phrases({
  brand: { vi: 'định danh điện tử', en: 'electronic identity' },
  password: { vi: 'Đăng nhập bằng tài khoản định danh', en: 'Sign in with your identity account' },
  'second-factor': { vi: 'Xác nhận đây là bạn', en: 'Confirm that it is you' },
  consent: { vi: 'Bạn đồng ý chia sẻ?', en: 'Do you agree to share?' },
  gone: { vi: 'Lần đăng nhập này đã hết hạn', en: 'This sign-in has lapsed' },
  goneWhat: {
    vi: 'Không có gì được chia sẻ. Mỗi lần đăng nhập chỉ mở trong 15 phút để không ai dùng lại được. Quay lại trang dịch vụ và bấm đăng nhập lần nữa.',
    en: 'Nothing was shared. A sign-in stays open for 15 minutes only, so that nobody can use it again. Go back to the service and sign in once more.',
  },
  back: { vi: 'Quay lại trang dịch vụ', en: 'Back to the service' },
  asks: { vi: 'Trang dịch vụ đang hỏi', en: 'The service that asks' },
  registered: { vi: 'Đã đăng ký', en: 'Registered' },
  leaving: { vi: 'Đang đưa bạn về {name}…', en: 'Taking you back to {name}…' },
  cancel: { vi: 'Huỷ, quay về trang dịch vụ', en: 'Cancel, back to the service' },
  broken: { vi: 'Chưa mở được trang đăng nhập', en: 'The sign-in page did not open' },
  again: { vi: 'Thử lại', en: 'Try again' },
})

const stepNumbers = { password: 1, 'second-factor': 2, consent: 3, gone: 0 } as const

const Head = () => (
  <header class="sign-in-head">
    <span>
      <Lotus size={32} />
      <b>
        Sen<span> · {t('brand')}</span>
      </b>
    </span>
    <TextSizeButton />
    <LanguageSwitch />
  </header>
)

const Gone = () => {
  usePage(t('gone'))
  return (
    <main class="sign-in-narrow">
      <h1>{t('gone')}</h1>
      <EmptyState
        icon={clock}
        title={t('gone')}
        action={
          history.length > 1 ? (
            <Button kind="primary" onPress={() => history.back()}>
              {t('back')}
            </Button>
          ) : undefined
        }
      >
        {t('goneWhat')}
      </EmptyState>
    </main>
  )
}

const Broken = ({ problem, onAgain }: { problem: Problem; onAgain: () => void }) => {
  usePage(t('broken'))
  return (
    <main class="sign-in-narrow">
      <h1>{t('broken')}</h1>
      <Notice
        tone="warn"
        action={
          <Button size="small" onPress={onAgain}>
            {t('again')}
          </Button>
        }
      >
        {problem.detail}
      </Notice>
    </main>
  )
}

const OpenStep = ({
  state,
  onState,
  onGone,
}: {
  state: SignInState
  onState: (state: SignInState) => void
  onGone: () => void
}) => {
  usePage(t(state.step))
  useStep(state.step)
  const leaving = usePress()
  const { name, domain } = state.client
  return (
    <div class="sign-in-pair">
      <main>
        <Steps step={stepNumbers[state.step]} total={3} />
        <h1>{t(state.step)}</h1>
        <Rows label={t('asks')}>
          <Row
            lead={
              <span class="sign-in-party">
                <Icon of={bank} size={24} />
              </span>
            }
            title={name}
            detail={domain}
            end={<VerifiedMark label={t('registered')} />}
          />
        </Rows>
        {state.goTo ? (
          <Status>{t('leaving', { name })}</Status>
        ) : (
          <>
            {state.step === 'password' && <PasswordStep onState={onState} />}
            {state.step === 'second-factor' && <SecondStep state={state} onState={onState} onGone={onGone} />}
            {state.step === 'consent' && <ConsentStep state={state} onState={onState} />}
            <Refusal of={leaving} />
            {state.step !== 'consent' && (
              <Button
                kind="quiet"
                isWide
                isBusy={leaving.isBusy}
                onPress={() => void leaving.press(async () => onState(await refuse()))}
              >
                {t('cancel')}
              </Button>
            )}
          </>
        )}
      </main>
      <SidePanel state={state} />
    </div>
  )
}

export const SignInPage = () => {
  const [state, setState] = useState<SignInState | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const settle = (next: SignInState) => {
    setState(next)
    setProblem(null)
    if (next.goTo) {
      location.assign(next.goTo)
    }
  }
  const look = () => {
    viewState().then(settle, (error: unknown) => setProblem(asProblem(error)))
  }
  useEffect(() => {
    void Promise.resolve(simulators()?.followClock()).then(look)
    // Coming back by the browser's own arrow: the page kept in memory may stand at a step that is over.
    const seen = (event: PageTransitionEvent) => {
      if (event.persisted) {
        look()
      }
    }
    addEventListener('pageshow', seen)
    return () => removeEventListener('pageshow', seen)
  }, [])
  const isGone =
    state?.step === 'gone' || problem?.code === 'sign-in.gone' || problem?.code === 'request.not-found'
  return (
    <div class="sign-in">
      {document.documentElement.dataset['env'] !== 'live' && <Band />}
      <Head />
      {isGone ? (
        <Gone />
      ) : problem ? (
        <Broken problem={problem} onAgain={look} />
      ) : state ? (
        <OpenStep state={state} onState={settle} onGone={look} />
      ) : (
        <main class="sign-in-narrow">
          <h1>{t('password')}</h1>
          <Skeleton lines={4} />
        </main>
      )}
    </div>
  )
}
