// The code that was sent to the citizen, as she reads it out; and the ways to send it again.
import { useState } from 'preact/hooks'
import type { z } from 'zod'
import type { codeDelivery } from '../../../../contract/enrolment.ts'
import type { Press } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { CodeField } from '../../../ui/code-field.tsx'
import { timeVN } from '../../../ui/format.ts'
import { mail, phone as phoneIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  again: { vi: 'Gửi lại mã', en: 'Send the code again' },
  byMail: { vi: 'Gửi mã qua e-mail', en: 'Send the code by e-mail' },
  code: { vi: 'Mã 6 số người dân đọc', en: 'The 6 digits the person reads out' },
  sent: { vi: 'Đã gửi tới {to} lúc {time}.', en: 'Sent to {to} at {time}.' },
  failed: {
    vi: 'Chưa gửi được tới {to}. Thử gửi lại hoặc dùng e-mail.',
    en: 'It could not be sent to {to}. Send again or use e-mail.',
  },
})

export type Channel = 'sms' | 'email'
export type CodeDelivery = z.infer<typeof codeDelivery>

const Sent = ({ delivery: { state, channel, to, sentAt } }: { delivery: CodeDelivery }) => (
  <Notice isQuiet tone={state === 'failed' ? 'warn' : 'info'} icon={channel === 'sms' ? phoneIcon : mail}>
    {state === 'failed' ? t('failed', { to }) : t('sent', { to, time: timeVN(sentAt) })}
  </Notice>
)

export const CodePart = ({
  delivery,
  checking,
  hasEmail,
  onCode,
  onResend,
}: {
  delivery: CodeDelivery
  checking: Press
  hasEmail: boolean
  onCode: (code: string) => Promise<void>
  onResend: (channel: Channel) => void
}) => {
  const [code, setCode] = useState('')
  const at = useNow(1)
  const check = (digits: string) =>
    void checking
      .press(() => onCode(digits))
      .then((isRight) => {
        if (!isRight) {
          setCode('')
        }
      })
  return (
    <>
      <Sent delivery={delivery} />
      <Refusal problem={checking.problem} />
      <CodeField
        id="code"
        label={t('code')}
        value={code}
        onValue={setCode}
        onComplete={check}
        isDisabled={checking.isBusy}
      />
      <div class="step-more">
        {at >= Date.parse(delivery.resendAt) && (
          <Button size="small" onPress={() => onResend('sms')}>
            {t('again')}
          </Button>
        )}
        {hasEmail && (
          <Button size="small" onPress={() => onResend('email')}>
            {t('byMail')}
          </Button>
        )}
      </div>
    </>
  )
}
