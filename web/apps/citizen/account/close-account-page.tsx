// Closing my account: what goes and what stays, said before anything is asked; then passcode and code; then
// the day until which I can keep it.
import { useState } from 'preact/hooks'
import type { AskClosing, ConfirmClosing, KeepAccount, ViewClosing } from '../../../../contract/closing.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { CodeStep, confirmLabel, type CodeDelivery } from '../../../kit/code/code-step.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { alert } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { OwnPasscode } from '../shell/own-passcode.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView } from '../shell/session.ts'
import { ClosingEffects } from './closing-effects.tsx'

type Closing = OutputOf<typeof ViewClosing>

const t = phrases({
  title: { vi: 'Đóng tài khoản', en: 'Close the account' },
  read: { vi: 'Trước khi đóng', en: 'Before you close it' },
  lead: {
    vi: 'Bạn có {days} ngày để đổi ý. Ngay khi xác nhận, chúng tôi báo cho bạn qua mọi kênh kèm mã “Không phải tôi”.',
    en: 'You have {days} days to change your mind. As soon as you confirm, a notice goes out on every channel, with a code for “This was not me”.',
  },
  passcodeStep: { vi: 'Mã PIN', en: 'Passcode' },
  codeStep: { vi: 'Mã xác nhận', en: 'Confirmation code' },
  passcode: { vi: 'Nhập mã PIN để xác nhận là bạn', en: 'Enter the passcode to show that it is you' },
  go: { vi: 'Tiếp tục đóng', en: 'Go on and close it' },
  back: { vi: 'Thôi, giữ tài khoản', en: 'No, keep the account' },
  take: { vi: 'Tải dữ liệu của tôi trước khi đóng', en: 'Download my data before closing' },
  waits: { vi: 'Tài khoản sẽ đóng sau {until}', en: 'The account is closed after {until}' },
  waitsMore: {
    vi: 'Đến lúc đó bạn dùng như thường. Đổi ý thì bấm “Giữ tài khoản”: không có gì bị xoá.',
    en: 'Until then you use it as before. If you change your mind, press “Keep the account”: nothing is deleted.',
  },
  keep: { vi: 'Giữ tài khoản', en: 'Keep the account' },
  kept: { vi: 'Tài khoản được giữ lại', en: 'The account is kept' },
  begun: { vi: 'Đã bắt đầu chờ đóng', en: 'The waiting time has begun' },
  case: {
    vi: 'Bạn còn hồ sơ đang được giải quyết. Tài khoản chỉ đóng khi hồ sơ đã xong.',
    en: 'A case of yours is still being decided. The account is closed only when that has ended.',
  },
  representation: {
    vi: 'Bạn đang thay mặt con hoặc người được giám hộ. Tài khoản chỉ đóng khi việc đại diện đã kết thúc tại công an xã.',
    en: 'You act for a child or a ward. The account is closed only when that has ended at the commune police.',
  },
})

type Stage = { at: 'read' } | { at: 'passcode' } | { at: 'code'; delivery: CodeDelivery; passcode: string }
const order = ['read', 'passcode', 'code'] as const

const useClosing = (onDone: () => void) => {
  const [stage, setStage] = useState<Stage>({ at: 'read' })
  useStep(stage.at)
  const beginning = usePress()
  const trying = usePress()
  const begin = async (passcode: string) => {
    const { code } = await ownDeed<typeof AskClosing>('account.ask-closing', { passcode })
    setStage({ at: 'code', delivery: code, passcode })
  }
  const confirm = async (code: string) => {
    await ownDeed<typeof ConfirmClosing>('account.confirm-closing', { code })
    toast(t('begun'))
    onDone()
  }
  return { stage, setStage, beginning, trying, begin, confirm }
}

const WaitsFor = ({ what }: { what: Closing['waitsFor'] }) =>
  what && <Notice isQuiet tone="warn" title={t(what)} />

const Asking = ({ state, onDone }: { state: Closing; onDone: () => void }) => {
  const { stage, setStage, beginning, trying, begin, confirm } = useClosing(onDone)
  const names = { read: t('read'), passcode: t('passcodeStep'), code: t('codeStep') }
  const action =
    stage.at === 'read' && !state.waitsFor ? (
      <Button kind="danger" isWide onPress={() => setStage({ at: 'passcode' })}>
        {t('go')}
      </Button>
    ) : stage.at === 'code' ? (
      <Button kind="danger" isWide type="submit" form="code-form" isBusy={trying.isBusy}>
        {confirmLabel()}
      </Button>
    ) : null
  return (
    <Screen
      title={`${names[stage.at]} · ${t('title')}`}
      head={<TopBar title={t('title')} back={hrefTo('/me')} />}
      action={action}
    >
      <Steps step={order.indexOf(stage.at) + 1} total={3} title={names[stage.at]} />
      {stage.at === 'read' && (
        <>
          <WaitsFor what={state.waitsFor} />
          <p>{t('lead', { days: state.waitDays })}</p>
          <p>
            <a href={hrefTo('/my-data')}>{t('take')}</a>
          </p>
          <ClosingEffects erased={state.erased} />
        </>
      )}
      {stage.at === 'passcode' && (
        <>
          <OwnPasscode
            label={t('passcode')}
            proving={beginning}
            onPasscode={(passcode) => beginning.press(() => begin(passcode))}
            onRetry={() => beginning.clear()}
          />
          <Button kind="quiet" onPress={() => setStage({ at: 'read' })}>
            {t('back')}
          </Button>
        </>
      )}
      {stage.at === 'code' && (
        <CodeStep
          formId="code-form"
          delivery={stage.delivery}
          isSimple
          hasEmail={false}
          trying={trying}
          sending={beginning}
          onCode={confirm}
          onResend={() => begin(stage.passcode)}
        />
      )}
    </Screen>
  )
}

const Waiting = ({ state, until, onDone }: { state: Closing; until: string; onDone: () => void }) => {
  const keeping = usePress()
  const keep = () =>
    void keeping.press(async () => {
      await ownDeed<typeof KeepAccount>('account.keep', {})
      toast(t('kept'))
      onDone()
    })
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/me')} />}
      action={
        <Button kind="primary" isWide isBusy={keeping.isBusy} onPress={keep}>
          {t('keep')}
        </Button>
      }
    >
      {keeping.problem && <ProblemNotice key={keeping.refusals} problem={keeping.problem} onRetry={onDone} />}
      <Notice isQuiet tone="warn" icon={alert} title={t('waits', { until: dateTimeVN(until) })}>
        {t('waitsMore')}
      </Notice>
      <WaitsFor what={state.waitsFor} />
      <ClosingEffects erased={state.erased} />
    </Screen>
  )
}

export default function CloseAccountPage() {
  const { data, problem, reload } = useLoad(() => ownView<typeof ViewClosing>('account.closing', {}))
  useStep(data && (data.closing ? 'waiting' : 'asking'))
  if (data?.closing) {
    return <Waiting state={data} until={data.closing.dueAt} onDone={reload} />
  }
  if (data) {
    return <Asking state={data} onDone={reload} />
  }
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/me')} />}>
      {problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <Skeleton lines={6} />}
    </Screen>
  )
}
