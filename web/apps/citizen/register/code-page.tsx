// The code of the application, with the state of its message looked up every two seconds while the page is
// seen.
import { useEffect } from 'preact/hooks'
import { usePresence } from '../../../client/presence.ts'
import { usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { mail } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { CodeStep, confirmLabel } from '../../../kit/code/code-step.tsx'
import { loadDraft, sendCode, verifyCode, type Draft } from './draft.ts'
import { RegisterFrame } from './register-frame.tsx'

const t = phrases({
  heading: { vi: 'Nhập mã vừa gửi tới máy bạn', en: 'Enter the code that was sent to you' },
  other: { vi: 'Đổi số điện thoại', en: 'Use another number' },
  addEmail: { vi: 'Thêm e-mail để nhận mã', en: 'Add an e-mail for the code' },
})

const pollEvery_ms = 2000

/** Nothing is asked while nobody looks; a lost answer is no trouble, the next one comes. */
const usePolling = (isNeeded: boolean) =>
  useEffect(() => {
    if (!isNeeded) {
      return
    }
    const timer = setInterval(() => {
      if (!document.hidden) {
        loadDraft().catch(() => undefined)
      }
    }, pollEvery_ms)
    return () => clearInterval(timer)
  }, [isNeeded])

export const CodePage = ({ draft }: { draft: Draft }) => {
  usePresence('enrolment.send-code')
  const trying = usePress()
  const sending = usePress()
  const delivery = draft.code
  usePolling(
    delivery !== null &&
      (delivery.state === 'none' || delivery.state === 'queued' || delivery.state === 'sent') &&
      !trying.isBusy,
  )
  const resend = (channel: 'sms' | 'email') =>
    sendCode({ phone: draft.phone ?? '', ...(draft.email ? { email: draft.email } : {}), channel })
  return (
    <RegisterFrame
      step="code"
      isKept
      back={hrefTo('/enrol/phone')}
      action={
        <Button kind="primary" isWide type="submit" form="code-form" isBusy={trying.isBusy}>
          {confirmLabel()}
        </Button>
      }
    >
      <h2>{t('heading')}</h2>
      {delivery && (
        <CodeStep
          formId="code-form"
          delivery={delivery}
          hasEmail={draft.email !== null}
          trying={trying}
          sending={sending}
          onCode={verifyCode}
          onResend={resend}
        >
          {!draft.email && (
            <LinkButton size="small" icon={mail} href={hrefTo('/enrol/phone')}>
              {t('addEmail')}
            </LinkButton>
          )}
        </CodeStep>
      )}
      <LinkButton kind="quiet" href={hrefTo('/enrol/phone')}>
        {t('other')}
      </LinkButton>
    </RegisterFrame>
  )
}
