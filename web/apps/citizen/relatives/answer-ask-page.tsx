// A relative has lost the phone and asks: call, hear voice and number, type it with one's own passcode; or
// say that it is somebody else.
import { useState } from 'preact/hooks'
import { answerAsk } from '../../../client/form-rules.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { arrowRight, phoneCall, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PasscodePad } from '../../../ui/passcode-pad.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate, type PageProps } from '../../../ui/router.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { confirmAsk, denyAsk, loadAsks, type Ask } from './relatives.ts'

const t = phrases({
  title: { vi: 'Xác nhận giúp người thân', en: 'Confirm for a relative' },
  hear: { vi: 'Nghe số đối chiếu', en: 'Hear the number' },
  passcodeStep: { vi: 'Mã PIN của bạn', en: 'Your passcode' },
  heading: { vi: '{name} nhờ bạn xác nhận', en: '{name} asks you to confirm' },
  s1: {
    vi: 'Gọi cho người ấy bằng số bạn vẫn gọi, hoặc gặp trực tiếp. Không gọi số lạ.',
    en: 'Call on the number that you always call, or meet. Do not call an unknown number.',
  },
  s2: {
    vi: 'Nghe đúng giọng, hỏi một chuyện chỉ hai người biết.',
    en: 'Hear the voice, and ask something that only you two know.',
  },
  s3: {
    vi: 'Người ấy đọc 4 số đối chiếu trên máy mới. Nhập số đó ở dưới.',
    en: 'The person reads out the 4 digits on the new phone. Type them below.',
  },
  steps: { vi: 'Các bước', en: 'The steps' },
  number: { vi: 'Số đối chiếu bạn nghe được', en: 'The number that you heard' },
  numberHint: {
    vi: '4 số. Còn {n} lần. Trả lời trước {until}.',
    en: '4 digits. {n} tries left. Answer before {until}.',
  },
  short: { vi: 'Số đối chiếu có 4 số.', en: 'The number has 4 digits.' },
  go: { vi: 'Tiếp tục', en: 'Continue' },
  no: { vi: 'Không phải', en: 'No, it is not' },
  warn: {
    vi: 'Số gửi qua tin nhắn hay Zalo thì đừng nhập. Cán bộ không bao giờ nhờ bạn việc này.',
    en: 'A number that came as a message is not to be typed. No officer ever asks you for this.',
  },
  passcode: { vi: 'Nhập mã PIN của bạn để xác nhận', en: 'Enter your passcode to confirm' },
  askNo: { vi: 'Không phải {name}?', en: 'Is it not {name}?' },
  effectNo: {
    vi: 'Việc lấy lại tài khoản dừng ngay và người ấy được báo. Bấm cả khi bạn không liên lạc được hoặc thấy lạ; người ấy bắt đầu lại được.',
    en: 'Getting the account back ends at once and the person is told. Press it also when you cannot reach the person or it seems odd; it can be begun again.',
  },
  yesNo: { vi: 'Không phải, dừng lại', en: 'It is not, stop it' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
  denied: { vi: 'Đã dừng', en: 'Stopped' },
  gone: { vi: 'Lời nhờ này không còn', en: 'This request does not stand any more' },
  goneMore: {
    vi: 'Có thể đã hết giờ, đã trả lời, hoặc người ấy đã dừng. Không có gì thay đổi.',
    en: 'It may have lapsed, been answered, or been stopped. Nothing changed.',
  },
  back: { vi: 'Về người thân', en: 'To the relatives' },
})

const Deny = ({ ask }: { ask: Ask }) => {
  const [isOpen, open] = useState(false)
  const denying = usePress()
  const deny = () =>
    void denying.press(async () => {
      await denyAsk(ask.id)
      toast(t('denied'))
      navigate('/family/relatives', { replace: true })
    })
  return (
    <>
      <Button isWide kind="danger-quiet" onPress={() => open(true)}>
        {t('no')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => open(false)}
        title={t('askNo', { name: ask.name })}
        actions={
          <>
            <Button onPress={() => open(false)}>{t('cancel')}</Button>
            <Button kind="danger" isBusy={denying.isBusy} onPress={deny}>
              {t('yesNo')}
            </Button>
          </>
        }
      >
        <p>{t('effectNo')}</p>
        {denying.problem && <ProblemNotice key={denying.refusals} problem={denying.problem} />}
      </Dialog>
    </>
  )
}

type AskProps = { readonly ask: Ask; readonly onTried: () => void }

/** The number heard first, then one's own passcode; a wrong number leads back to it. */
const useAnswer = ({ ask, onTried }: AskProps) => {
  const [isHeard, setHeard] = useState(false)
  const form = useForm({
    rules: answerAsk,
    start: { matchNumber: '' },
    ids: { matchNumber: 'match-number' },
    words: { matchNumber: () => t('short') },
  })
  const confirming = usePress()
  const code = confirming.problem?.code
  const hear = () =>
    void form.send(async () => {
      confirming.clear()
      setHeard(true)
    })
  const confirm = async (passcode: string) => {
    const isDone = await confirming.press(async () => {
      await confirmAsk(ask.id, form.values.matchNumber, passcode)
    })
    if (isDone) {
      toast(t('confirmed'))
      return navigate('/family/relatives', { replace: true })
    }
    onTried()
  }
  const isAtNumber = !isHeard || code === 'recovery.match-wrong' || code === 'recovery.ask-gone'
  return { form, confirming, isAtNumber, hear, confirm }
}
type Answering = ReturnType<typeof useAnswer>

const Head = () => <TopBar title={t('title')} back={hrefTo('/family/relatives')} isClosing />

const Refused = ({ answering: { confirming } }: { answering: Answering }) =>
  confirming.problem && <ProblemNotice key={confirming.refusals} problem={confirming.problem} />

const OwnPasscode = ({ ask, answering }: { ask: Ask; answering: Answering }) => {
  const [digits, setDigits] = useState('')
  return (
    <Screen title={t('title')} head={<Head />}>
      <Steps step={2} total={2} title={t('passcodeStep')} />
      <Refused answering={answering} />
      <PasscodePad
        label={t('passcode')}
        value={digits}
        onValue={setDigits}
        onComplete={(passcode) => void answering.confirm(passcode).then(() => setDigits(''))}
        isBusy={answering.confirming.isBusy}
      />
      <Deny ask={ask} />
    </Screen>
  )
}

const HeardNumber = ({ ask, answering }: { ask: Ask; answering: Answering }) => {
  const { form, hear } = answering
  return (
    <Screen
      title={t('title')}
      head={<Head />}
      action={
        <Button kind="primary" isWide type="submit" form="match" iconEnd={arrowRight}>
          {t('go')}
        </Button>
      }
    >
      <Steps step={1} total={2} title={t('hear')} />
      <form
        class="form"
        id="match"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          hear()
        }}
      >
        <FormSummary form={form} />
        <Refused answering={answering} />
        <div class="page-lead">
          <h2>{t('heading', { name: ask.name })}</h2>
        </div>
        <ol class="steps-list" aria-label={t('steps')}>
          <li>{t('s1')}</li>
          <li>{t('s2')}</li>
          <li>{t('s3')}</li>
        </ol>
        <Field
          {...form.of('matchNumber')}
          label={t('number')}
          hint={t('numberHint', { n: ask.triesLeft, until: dateTimeVN(ask.endsAt) })}
          inputMode="numeric"
          maxLength={4}
          width_ch={6}
          onValue={(text) => form.set({ matchNumber: text.replace(/\D/g, '').slice(0, 4) })}
        />
        <Notice isQuiet tone="warn" icon={shield}>
          {t('warn')}
        </Notice>
      </form>
      <Deny ask={ask} />
    </Screen>
  )
}

const AnswerOne = (props: AskProps) => {
  const answering = useAnswer(props)
  return answering.isAtNumber ? (
    <HeardNumber ask={props.ask} answering={answering} />
  ) : (
    <OwnPasscode ask={props.ask} answering={answering} />
  )
}

export default function AnswerAskPage({ params }: PageProps) {
  const asks = useLoad(loadAsks)
  const ask = asks.data?.find(({ id }) => id === params['id'])
  if (ask) {
    return <AnswerOne ask={ask} onTried={asks.reload} />
  }
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/family/relatives')} />}>
      {asks.problem ? (
        <ProblemNotice problem={asks.problem} onRetry={asks.reload} />
      ) : asks.data === null ? (
        <Skeleton lines={5} />
      ) : (
        <EmptyState
          icon={phoneCall}
          title={t('gone')}
          action={
            <LinkButton kind="primary" href={hrefTo('/family/relatives')}>
              {t('back')}
            </LinkButton>
          }
        >
          {t('goneMore')}
        </EmptyState>
      )}
    </Screen>
  )
}
