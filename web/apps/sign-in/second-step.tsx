// The second step: the bound device's key with the passcode where this browser holds one; else a code to the
// phone.
import { useStep } from '../../ui/attention.tsx'
import { useEffect, useState } from 'preact/hooks'
import { CodeStep, confirmLabel } from '../../kit/code/code-step.tsx'
import { storedDevice } from '../../client/device-key.ts'
import { usePress, type Press } from '../../client/press.ts'
import { Problem } from '../../client/problem.ts'
import { Button } from '../../ui/button.tsx'
import { message } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasscodePad } from '../../ui/passcode-pad.tsx'
import { phrases } from '../../ui/phrases.ts'
import { Skeleton } from '../../ui/waiting.tsx'
import { giveCode, giveDeviceProof, sendCode, viewState, type SignInState } from './interaction.ts'
import { Refusal } from './refusal.tsx'

const t = phrases({
  device: {
    vi: 'Trình duyệt này là thiết bị đã gắn với tài khoản, nên chỉ cần mã PIN.',
    en: 'This browser is a device bound to your account, so the passcode is enough.',
  },
  passcode: { vi: 'Nhập mã PIN 6 số', en: 'Enter the 6-digit passcode' },
  byCode: { vi: 'Nhận mã qua điện thoại', en: 'Get a code on the phone instead' },
  otherDevice: {
    vi: 'Thiết bị này không gắn với tài khoản vừa nhập, nên mã được gửi tới điện thoại của tài khoản.',
    en: "This device is not bound to that account, so a code goes to the account's phone.",
  },
  sending: { vi: 'Đang gửi mã tới điện thoại của bạn…', en: 'Sending a code to your phone…' },
  again: { vi: 'Gửi mã', en: 'Send the code' },
})

type StepProps = { state: SignInState; onState: (state: SignInState) => void; onGone: () => void }

const isGone = (error: unknown) => error instanceof Problem && error.code === 'sign-in.gone'

const DeviceStep = ({
  token,
  onState,
  onGone,
  onCodeWay,
}: Omit<StepProps, 'state'> & { token: string; onCodeWay: (isOther: boolean) => void }) => {
  const [digits, setDigits] = useState('')
  const proving = usePress()
  const prove = (passcode: string) =>
    proving.press(async () => {
      try {
        onState(await giveDeviceProof(token, passcode))
      } catch (error) {
        setDigits('')
        if (isGone(error)) {
          onGone()
        }
        if (error instanceof Problem && error.code === 'device.unknown') {
          onCodeWay(true)
        }
        throw error
      }
    })
  const isLocked = proving.problem?.code === 'passcode.locked'
  return (
    <>
      <p class="quiet">{t('device')}</p>
      <PasscodePad
        label={t('passcode')}
        value={digits}
        onValue={setDigits}
        onComplete={(passcode) => void prove(passcode)}
        error={proving.problem?.detail}
        isBusy={proving.isBusy || isLocked}
      />
      <Button kind={isLocked ? 'primary' : 'quiet'} isWide icon={message} onPress={() => onCodeWay(false)}>
        {t('byCode')}
      </Button>
    </>
  )
}

/** Looks again every three seconds while the operator has not said whether the message arrived. */
const useDelivery = ({ state, onState }: StepProps) => {
  const isOpen = state.code?.state === 'queued' || state.code?.state === 'sent'
  useEffect(() => {
    if (!isOpen) {
      return
    }
    const timer = setInterval(() => {
      viewState().then(onState, () => undefined)
    }, 3000)
    return () => clearInterval(timer)
  }, [isOpen])
}

/** An interaction that is gone leads back to the beginning. */
const useCodeDeeds = ({ onState, onGone }: StepProps) => {
  const orGone = async (work: () => Promise<SignInState>): Promise<void> => {
    try {
      onState(await work())
    } catch (error) {
      if (isGone(error)) {
        onGone()
      }
      throw error
    }
  }
  return {
    send: (channel: 'sms' | 'email') => orGone(() => sendCode(channel)),
    give: (code: string) => orGone(() => giveCode(code)),
  }
}

const BeforeSent = ({ sending, onSend }: { sending: Press; onSend: () => void }) =>
  sending.problem ? (
    <Refusal
      of={sending}
      action={
        <Button size="small" isBusy={sending.isBusy} onPress={onSend}>
          {t('again')}
        </Button>
      }
    />
  ) : (
    <>
      <p>{t('sending')}</p>
      <Skeleton lines={3} />
    </>
  )

const CodeWay = (props: StepProps) => {
  const { state } = props
  const trying = usePress()
  const sending = usePress()
  useDelivery(props)
  const { send, give } = useCodeDeeds(props)
  const sendFirst = () => void sending.press(() => send('sms'))
  useEffect(() => {
    if (!state.code) {
      sendFirst()
    }
  }, [])
  if (!state.code) {
    return <BeforeSent sending={sending} onSend={sendFirst} />
  }
  return (
    <>
      <CodeStep
        formId="code-form"
        delivery={state.code}
        hasEmail
        trying={trying}
        sending={sending}
        onCode={give}
        onResend={send}
      />
      <Button kind="primary" type="submit" form="code-form" isWide isBusy={trying.isBusy}>
        {confirmLabel()}
      </Button>
    </>
  )
}

export const SecondStep = (props: StepProps) => {
  const [token, setToken] = useState<string | null | undefined>(undefined)
  const [isOther, setOther] = useState(false)
  useEffect(() => {
    storedDevice().then(
      (device) => setToken(device?.token ?? null),
      () => setToken(null),
    )
  }, [])
  useStep(token === undefined ? null : token && !props.state.code ? 'device' : 'code')
  if (token === undefined) {
    return <Skeleton lines={3} />
  }
  if (token && !props.state.code) {
    return (
      <DeviceStep
        {...props}
        token={token}
        onCodeWay={(isUnknown) => {
          setOther(isUnknown)
          setToken(null)
        }}
      />
    )
  }
  return (
    <>
      {isOther && <Notice>{t('otherDevice')}</Notice>}
      <CodeWay {...props} />
    </>
  )
}
