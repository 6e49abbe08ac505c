// Naming a trusted relative: the number, what to call the person, then the passcode. The answer is the same
// whether the number has an account or not.
import { FormProblems, useForm } from '../../../kit/form.tsx'
import { nameRelative as nameRelativeRules } from '../../../client/form-rules.ts'
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { arrowRight } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PasscodePad } from '../../../ui/passcode-pad.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { nameRelative } from './relatives.ts'

const t = phrases({
  title: { vi: 'Chọn người thân', en: 'Name a relative' },
  who: { vi: 'Người bạn tin', en: 'Whom you trust' },
  passcodeStep: { vi: 'Mã PIN', en: 'Passcode' },
  number: { vi: 'Số định danh của người thân', en: "The relative's personal number" },
  numberHint: { vi: '12 số trên thẻ căn cước của họ', en: "The 12 digits on that person's card" },
  label: { vi: 'Bạn gọi người ấy là', en: 'What you call the person' },
  labelHint: { vi: 'Ví dụ: Mẹ, chị Lan. Chỉ bạn nhìn thấy.', en: 'For instance: Mum, Lan. Only you see it.' },
  labelMissing: { vi: 'Nhập cách bạn gọi người ấy.', en: 'Enter what you call the person.' },
  how: {
    vi: 'Người ấy có 7 ngày để trả lời, rồi chờ 3 ngày mới có hiệu lực. Hãy gọi báo trước.',
    en: 'The person has 7 days to answer, and it counts 3 days later. Call and tell beforehand.',
  },
  go: { vi: 'Tiếp tục', en: 'Continue' },
  passcode: { vi: 'Nhập mã PIN để gửi lời mời', en: 'Enter the passcode to send the request' },
  done: { vi: 'Đã gửi lời mời', en: 'The request was sent' },
})
const ids = { personalNumber: 'number', label: 'label' }

/** Refusals that are about the passcode, so that the pad stays. */
const ofPasscode = ['passcode.wrong', 'passcode.locked']

/** Who it is, then one's own passcode; a refusal that is about the person leads back. */
const useNaming = () => {
  const form = useForm({
    rules: nameRelativeRules,
    start: { personalNumber: '', label: '' },
    ids,
    words: { label: () => t('labelMissing') },
  })
  const [isReady, setReady] = useState(false)
  const sending = usePress()
  const check = () =>
    void form.send(async () => {
      sending.clear()
      setReady(true)
    })
  const send = async (passcode: string) => {
    const isDone = await sending.press(async () => {
      await nameRelative({ ...form.values, label: form.values.label.trim(), passcode })
    })
    if (isDone) {
      toast(t('done'))
      navigate('/family/relatives', { replace: true })
    }
  }
  const refusal = sending.problem
  const isForm = !isReady || (refusal !== null && !ofPasscode.includes(refusal.code) && !refusal.isOfNetwork)
  return { form, sending, isForm, check, send }
}
type Naming = ReturnType<typeof useNaming>

const Head = () => <TopBar title={t('title')} back={hrefTo('/family/relatives')} isClosing />

const Refused = ({ naming: { sending } }: { naming: Naming }) =>
  sending.problem && <ProblemNotice key={sending.refusals} problem={sending.problem} />

const PasscodeScreen = ({ naming }: { naming: Naming }) => {
  const [digits, setDigits] = useState('')
  return (
    <Screen title={t('title')} head={<Head />}>
      <Steps step={2} total={2} title={t('passcodeStep')} />
      <Refused naming={naming} />
      <PasscodePad
        label={t('passcode')}
        value={digits}
        onValue={setDigits}
        onComplete={(passcode) => void naming.send(passcode).then(() => setDigits(''))}
        isBusy={naming.sending.isBusy}
      />
    </Screen>
  )
}

const WhoScreen = ({ naming }: { naming: Naming }) => {
  const { form, check } = naming
  return (
    <Screen
      title={t('title')}
      head={<Head />}
      action={
        <Button kind="primary" isWide type="submit" form="relative" iconEnd={arrowRight}>
          {t('go')}
        </Button>
      }
    >
      <Steps step={1} total={2} title={t('who')} />
      <form
        class="form"
        id="relative"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          check()
        }}
      >
        <FormProblems form={form} />
        <Refused naming={naming} />
        <PersonalNumberField
          {...form.of('personalNumber')}
          label={t('number')}
          hint={t('numberHint')}
          autocomplete="off"
        />
        <Field {...form.of('label')} label={t('label')} hint={t('labelHint')} maxLength={60} />
        <Notice isQuiet>{t('how')}</Notice>
      </form>
    </Screen>
  )
}

export default function NameRelativePage() {
  const naming = useNaming()
  return naming.isForm ? <WhoScreen naming={naming} /> : <PasscodeScreen naming={naming} />
}
