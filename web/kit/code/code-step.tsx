// The one-time code: never "sent" unless the operator said so, another way after the policy's seconds, what
// to do when it fails.
// Nobody waits on a text message (design §2.3).
import { Status } from '../../ui/attention.tsx'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { codeDelivery } from '../../../contract/enrolment.ts'
import type { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/clock.ts'
import { CodeField } from '../../ui/code-field.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { durationText } from '../../ui/format.ts'
import { Icon, check, clock, mail, message, refresh, alert } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { phrases } from '../../ui/phrases.ts'
import { isReachable } from '../../client/reachability.ts'
import type { Press } from '../../client/press.ts'
import { ProblemNotice } from '../problem-notice.tsx'
import './code.css'

export type CodeDelivery = z.infer<typeof codeDelivery>

const t = phrases({
  label: { vi: 'Mã 6 số gửi tới {to}', en: '6-digit code sent to {to}' },
  queued: { vi: 'Đang chuyển tin nhắn cho nhà mạng', en: 'Handing the message to the operator' },
  'queued-email': { vi: 'Đang chuyển thư cho máy chủ thư', en: 'Handing the letter to the mail server' },
  sent: {
    vi: 'Nhà mạng đã nhận tin nhắn, đang chuyển tới máy',
    en: 'The operator has the message, it is on its way',
  },
  'sent-email': {
    vi: 'Máy chủ thư đã nhận thư, xem cả hộp thư rác',
    en: 'The mail server has the letter; look in the spam folder too',
  },
  delivered: { vi: 'Tin nhắn đã tới máy', en: 'The message has arrived on the phone' },
  'delivered-email': { vi: 'Thư đã tới hộp thư', en: 'The letter has arrived' },
  failed: {
    vi: 'Nhà mạng chưa chuyển được tin nhắn. Chọn cách khác bên dưới',
    en: 'The operator could not deliver it. Choose another way below',
  },
  blind: {
    vi: 'Nếu thông tin khớp với hồ sơ đã có, mã đang được gửi',
    en: 'If the details match our records, a code is on its way',
  },
  expires: { vi: 'Mã còn dùng được', en: 'The code can be used for' },
  expired: {
    vi: 'Mã đã hết hạn. Những gì đã nhập vẫn còn; gửi mã mới.',
    en: 'The code has expired. What you entered is saved; send a new one.',
  },
  late: { vi: 'Chưa nhận được mã?', en: 'No code yet?' },
  lateMore: {
    vi: 'Tin nhắn có thể bị chậm. Chọn một cách khác, mã cũ sẽ hết tác dụng.',
    en: 'Text messages can be slow. Choose another way; the earlier code then stops working.',
  },
  resend: { vi: 'Gửi lại mã', en: 'Send a new code' },
  resendIn: { vi: 'Gửi lại được sau {time}', en: 'Can be sent again in {time}' },
  byEmail: { vi: 'Nhận mã qua e-mail', en: 'Get the code by e-mail' },
  bySms: { vi: 'Nhận mã qua tin nhắn', en: 'Get the code by text message' },
  warning: {
    vi: 'Không đọc mã cho bất kỳ ai. Cán bộ không bao giờ hỏi mã này.',
    en: 'Read the code to nobody. An officer never asks for it.',
  },
  confirm: { vi: 'Xác nhận mã', en: 'Confirm the code' },
  incomplete: { vi: 'Mã gồm 6 số. Nhập đủ rồi bấm tiếp.', en: 'The code has 6 digits. Enter all of them.' },
})

const codeProblems = ['code.wrong', 'code.expired', 'code.spent']

const StateLine = ({ delivery, isBlind }: { delivery: CodeDelivery; isBlind?: boolean }) => {
  const state = delivery.state === 'none' ? 'queued' : delivery.state
  const isMail = delivery.channel === 'email'
  const key = isBlind ? 'blind' : state === 'failed' || !isMail ? state : (`${state}-email` as const)
  const icon = isBlind
    ? isMail
      ? mail
      : message
    : { queued: clock, sent: isMail ? mail : message, delivered: check, failed: alert }[state]
  return (
    <Status class={`delivery delivery-${isBlind ? 'sent' : state}`}>
      <Icon of={icon} size={20} />
      <span>{t(key)}</span>
    </Status>
  )
}

/** `useNow` keeps the other ways from showing too early; a failed delivery shows them at once. */
const OtherWays = ({
  delivery,
  onResend,
  isBusy,
  isSimple,
  hasEmail,
  hasSms = true,
  children,
}: Pick<CodeStepProps, 'delivery' | 'isSimple' | 'hasEmail' | 'hasSms' | 'children'> & {
  onResend: (channel: 'sms' | 'email') => void
  isBusy: boolean
}) => {
  const moment = useNow()
  const isFailed = delivery.state === 'failed'
  if (!isFailed && moment < Date.parse(delivery.otherWayAt)) {
    return null
  }
  const wait_s = Math.ceil((Date.parse(delivery.resendAt) - moment) / 1000)
  const other = delivery.channel === 'sms' ? 'email' : 'sms'
  return (
    <Notice tone="warn" title={t('late')} isQuiet>
      <p>{t('lateMore')}</p>
      <div class="other-ways">
        {(hasEmail || (other === 'sms' && hasSms && !isSimple)) && (
          <Button
            size="small"
            icon={other === 'email' ? mail : message}
            isDisabled={isBusy}
            onPress={() => onResend(other)}
          >
            {other === 'email' ? t('byEmail') : t('bySms')}
          </Button>
        )}
        {wait_s > 0 && !isFailed ? (
          <span class="small">{t('resendIn', { time: durationText(wait_s) })}</span>
        ) : (
          <Button size="small" icon={refresh} isDisabled={isBusy} onPress={() => onResend(delivery.channel)}>
            {t('resend')}
          </Button>
        )}
        {children}
      </div>
    </Notice>
  )
}

export type CodeStepProps = {
  delivery: CodeDelivery
  /** The journey does not tell whether anything was sent. */
  isBlind?: boolean
  /** The state is of the moment of asking and is not looked up again. */
  isSimple?: boolean
  hasEmail: boolean
  /** False where a code that went by e-mail cannot be asked for by text message. */
  hasSms?: boolean
  trying: Press
  sending: Press
  onCode: (code: string) => Promise<void>
  onResend: (channel: 'sms' | 'email') => Promise<void>
  /** Further ways, shown beside the others, e.g. another number. */
  children?: ComponentChildren
  formId: string
}

/** What is typed, and whether this code can still be right. */
const useTyping = ({ trying, sending, onCode, onResend }: CodeStepProps) => {
  const [code, setCode] = useState('')
  const [isShort, setShort] = useState(false)
  const [isOver, setOver] = useState(false)
  const send = async (digits: string) => {
    setShort(false)
    if (digits.length < 6) {
      return setShort(true)
    }
    if (!(await trying.press(() => onCode(digits))) && isReachable()) {
      setCode('')
    }
  }
  const again = (channel: 'sms' | 'email') => {
    setCode('')
    setOver(false)
    trying.clear()
    void sending.press(() => onResend(channel))
  }
  const refusal = trying.problem
  const own =
    refusal && codeProblems.includes(refusal.code) ? refusal.detail : isShort ? t('incomplete') : undefined
  const type = (digits: string) => {
    setCode(digits)
    if (own) {
      trying.clear()
      setShort(false)
    }
  }
  const isDead = isOver || refusal?.code === 'code.expired' || refusal?.code === 'code.spent'
  return { code, type, send, again, own, isDead, end: () => setOver(true) }
}
type Typing = ReturnType<typeof useTyping>

const Refusals = ({
  step: { trying, sending, delivery },
  typing,
}: {
  step: CodeStepProps
  typing: Typing
}) => (
  <>
    {trying.problem && !typing.own && (
      <ProblemNotice
        key={trying.refusals}
        problem={trying.problem}
        onRetry={() => void typing.send(typing.code)}
      />
    )}
    {sending.problem && (
      <ProblemNotice
        key={`s${sending.refusals}`}
        problem={sending.problem}
        onRetry={() => typing.again(delivery.channel)}
      />
    )}
  </>
)

const DeadCode = ({
  step: { sending, delivery },
  typing: { own, again },
}: {
  step: CodeStepProps
  typing: Typing
}) => (
  <Notice
    tone="warn"
    title={own ?? t('expired')}
    isQuiet={own !== undefined}
    action={
      <Button size="small" icon={refresh} isBusy={sending.isBusy} onPress={() => again(delivery.channel)}>
        {t('resend')}
      </Button>
    }
  />
)

const LiveCode = ({ step, typing }: { step: CodeStepProps; typing: Typing }) => {
  const { delivery, isBlind, isSimple, hasEmail, hasSms, sending, children } = step
  return (
    <>
      {!isSimple && <StateLine delivery={delivery} isBlind={isBlind} />}
      <Countdown
        key={delivery.expiresAt}
        until={Date.parse(delivery.expiresAt)}
        label={t('expires')}
        onEnd={typing.end}
      />
      <OtherWays
        delivery={delivery}
        onResend={typing.again}
        isBusy={sending.isBusy}
        isSimple={isSimple}
        hasEmail={hasEmail}
        hasSms={hasSms}
      >
        {children}
      </OtherWays>
    </>
  )
}

/** The page's own button submits the form named `formId`; the sixth digit does it too. */
export const CodeStep = (step: CodeStepProps) => {
  const typing = useTyping(step)
  const { code, type, send, own, isDead } = typing
  return (
    <form
      class="form"
      id={step.formId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(code)
      }}
    >
      <Refusals step={step} typing={typing} />
      <CodeField
        id="code"
        label={t('label', { to: step.delivery.to })}
        value={code}
        error={own}
        onValue={type}
        onComplete={(digits) => void send(digits)}
      />
      {isDead ? <DeadCode step={step} typing={typing} /> : <LiveCode step={step} typing={typing} />}
      <p class="quiet small">{t('warning')}</p>
    </form>
  )
}

export const confirmLabel = () => t('confirm')
