// A change of phone or e-mail: the new address, the passcode of this device, the code sent to the new
// address. The old one is told.
import { useStep } from '../../../ui/attention.tsx'
import { useState } from 'preact/hooks'
import { Problem } from '../../../client/problem.ts'
import { faultsOf } from '../../../client/faults.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PasscodePad } from '../../../ui/passcode-pad.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { CodeStep, confirmLabel, type CodeDelivery } from '../../../kit/code/code-step.tsx'
import { FormProblem, ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { refreshMe } from '../shell/session.ts'

const t = phrases({
  address: { vi: 'Địa chỉ mới', en: 'The new address' },
  passcodeStep: { vi: 'Mã PIN', en: 'Passcode' },
  codeStep: { vi: 'Mã xác nhận', en: 'Confirmation code' },
  passcode: { vi: 'Nhập mã PIN để xác nhận là bạn', en: 'Enter the passcode to show that it is you' },
  go: { vi: 'Tiếp tục', en: 'Continue' },
  back: { vi: 'Sửa lại', en: 'Change it' },
})

export type ContactChange = {
  title: string
  field: { id: 'phone' | 'email'; label: string; hint: string; type: 'tel' | 'email' }
  /** Said before anything is sent. */
  effect: string
  done: string
  /** The reason why it is not in the right form, or null. */
  lookOver: (text: string) => string | null
  begin: (text: string, passcode: string) => Promise<CodeDelivery>
  confirm: (code: string) => Promise<void>
}

type Stage = { at: 'address' } | { at: 'passcode' } | { at: 'code'; delivery: CodeDelivery; passcode: string }
const order = ['address', 'passcode', 'code'] as const

const useContactChange = (change: ContactChange) => {
  const [text, setText] = useState('')
  const [digits, setDigits] = useState('')
  const [stage, setStage] = useState<Stage>({ at: 'address' })
  useStep(stage.at)
  const looking = usePress()
  const beginning = usePress()
  const trying = usePress()
  const look = () =>
    void looking.press(async () => {
      const reason = change.lookOver(text)
      if (reason) {
        throw new Problem({
          code: 'request.invalid',
          detail: '',
          status: 422,
          fields: [{ field: change.field.id, code: reason }],
        })
      }
      setStage({ at: 'passcode' })
    })
  const begin = async (passcode: string) => {
    const delivery = await change.begin(text, passcode)
    setStage({ at: 'code', delivery, passcode })
  }
  const confirm = async (code: string) => {
    await change.confirm(code)
    toast(change.done)
    await refreshMe().catch(() => undefined)
    navigate('/me', { replace: true })
  }
  return {
    text,
    setText,
    digits,
    setDigits,
    stage,
    setStage,
    looking,
    beginning,
    trying,
    look,
    begin,
    confirm,
  }
}

export const ContactChangePage = ({ change }: { change: ContactChange }) => {
  const {
    text,
    setText,
    digits,
    setDigits,
    stage,
    setStage,
    looking,
    beginning,
    trying,
    look,
    begin,
    confirm,
  } = useContactChange(change)
  const names = { address: change.field.label, passcode: t('passcodeStep'), code: t('codeStep') }
  const faults = looking.problem ? faultsOf(looking.problem) : {}
  const isWrong = beginning.problem?.code === 'passcode.wrong'
  const action =
    stage.at === 'address' ? (
      <Button kind="primary" isWide type="submit" form="contact">
        {t('go')}
      </Button>
    ) : stage.at === 'code' ? (
      <Button kind="primary" isWide type="submit" form="code-form" isBusy={trying.isBusy}>
        {confirmLabel()}
      </Button>
    ) : null
  return (
    <Screen
      title={`${names[stage.at]} · ${change.title}`}
      head={<TopBar title={change.title} back={hrefTo('/me')} />}
      action={action}
    >
      <Steps step={order.indexOf(stage.at) + 1} total={3} title={names[stage.at]} />
      {stage.at === 'address' && (
        <form
          class="form"
          id="contact"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            look()
          }}
        >
          <FormProblem
            problem={looking.problem}
            ids={{ [change.field.id]: change.field.id }}
            round={looking.refusals}
          />
          <Field
            id={change.field.id}
            type={change.field.type}
            label={change.field.label}
            hint={change.field.hint}
            autocomplete={change.field.type}
            value={text}
            onValue={setText}
            error={faults[change.field.id]}
          />
          <Notice isQuiet title={change.effect} />
        </form>
      )}
      {stage.at === 'passcode' && (
        <>
          {beginning.problem && !isWrong && (
            <ProblemNotice
              key={beginning.refusals}
              problem={beginning.problem}
              onRetry={() => beginning.clear()}
            />
          )}
          <PasscodePad
            label={t('passcode')}
            value={digits}
            onValue={setDigits}
            isBusy={beginning.isBusy}
            error={isWrong ? beginning.problem?.detail : undefined}
            onComplete={(passcode) => void beginning.press(() => begin(passcode)).then(() => setDigits(''))}
          />
          <Button kind="quiet" onPress={() => setStage({ at: 'address' })}>
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
