// A change of phone or e-mail: the new address, the passcode of this device, the code sent to the new
// address. The old one is told.
import { FormProblems, useForm } from '../../../kit/form.tsx'
import { useStep } from '../../../ui/attention.tsx'
import { useState } from 'preact/hooks'
import type { Rules } from '../../../client/check.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { CodeStep, confirmLabel, type CodeDelivery } from '../../../kit/code/code-step.tsx'
import { OwnPasscode } from '../shell/own-passcode.tsx'
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
  rules: Rules
  begin: (text: string, passcode: string) => Promise<CodeDelivery>
  confirm: (code: string) => Promise<void>
}

type Stage = { at: 'address' } | { at: 'passcode' } | { at: 'code'; delivery: CodeDelivery; passcode: string }
const order = ['address', 'passcode', 'code'] as const

const useContactChange = (change: ContactChange) => {
  const form = useForm({ rules: change.rules, start: { [change.field.id]: '' } })
  const text = form.values[change.field.id] ?? ''
  const [stage, setStage] = useState<Stage>({ at: 'address' })
  useStep(stage.at)
  const beginning = usePress()
  const trying = usePress()
  const look = () => void form.send(async () => setStage({ at: 'passcode' }))
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
    form,
    stage,
    setStage,
    beginning,
    trying,
    look,
    begin,
    confirm,
  }
}

type Changing = ReturnType<typeof useContactChange>

const AddressForm = ({ change, changing }: { change: ContactChange; changing: Changing }) => (
  <form
    class="form"
    id="contact"
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      changing.look()
    }}
  >
    <FormProblems form={changing.form} />
    <Field
      {...changing.form.of(change.field.id)}
      type={change.field.type}
      label={change.field.label}
      hint={change.field.hint}
      autocomplete={change.field.type}
    />
    <Notice isQuiet title={change.effect} />
  </form>
)

/** The passcode sends itself. */
const actionOf = ({ stage, trying }: Changing) =>
  stage.at === 'address' ? (
    <Button kind="primary" isWide type="submit" form="contact">
      {t('go')}
    </Button>
  ) : stage.at === 'code' ? (
    <Button kind="primary" isWide type="submit" form="code-form" isBusy={trying.isBusy}>
      {confirmLabel()}
    </Button>
  ) : null

export const ContactChangePage = ({ change }: { change: ContactChange }) => {
  const changing = useContactChange(change)
  const { stage, setStage, beginning, trying, begin, confirm } = changing
  const names = { address: change.field.label, passcode: t('passcodeStep'), code: t('codeStep') }
  return (
    <Screen
      title={`${names[stage.at]} · ${change.title}`}
      head={<TopBar title={change.title} back={hrefTo('/me')} />}
      action={actionOf(changing)}
    >
      <Steps step={order.indexOf(stage.at) + 1} total={3} title={names[stage.at]} />
      {stage.at === 'address' && <AddressForm change={change} changing={changing} />}
      {stage.at === 'passcode' && (
        <>
          <OwnPasscode
            label={t('passcode')}
            proving={beginning}
            onPasscode={(passcode) => beginning.press(() => begin(passcode))}
            onRetry={() => beginning.clear()}
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
