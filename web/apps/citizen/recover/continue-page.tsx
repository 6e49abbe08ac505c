// A recovery in progress: whatever step the server says is open. A reload, or the browser opened again, leads
// back to it.
import { usePresence } from '../../../client/presence.ts'
import { useStep } from '../../../ui/attention.tsx'
import { useEffect } from 'preact/hooks'
import { useLoad, usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { alert } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { CodeStep, confirmLabel } from '../../../kit/code/code-step.tsx'
import { PortraitTaker } from '../portrait/portrait-taker.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { ChipStep } from './chip-step.tsx'
import { RecoverFrame, recoverTitle } from './recover-frame.tsx'
import {
  leaveRecovery,
  loadRecovery,
  proveCode,
  provePortrait,
  sendRecoveryCode,
  useRecovery,
  type Recovery,
} from './recovery.ts'
import { SecretsSteps } from './secrets-steps.tsx'
import { RelativeStep, WaitStep } from './waiting-steps.tsx'

const t = phrases({
  portrait: { vi: 'Chụp ảnh chân dung', en: 'Take a portrait' },
  tips: {
    vi: 'Ảnh được so với ảnh trong cơ sở dữ liệu căn cước. Nhìn thẳng, ánh sáng từ phía trước, không kính râm, không khẩu trang.',
    en: 'It is compared with the portrait of the identity database. Look straight ahead, light from the front, no sunglasses, no mask.',
  },
  tries: {
    vi: 'Còn {n} lần. Ảnh chưa rõ thì không tính lượt.',
    en: '{n} tries left. A picture that is not clear is not counted.',
  },
  ended: { vi: 'Lần lấy lại này đã kết thúc', en: 'This recovery has ended' },
  done: { vi: 'Tài khoản đã chuyển sang một máy mới.', en: 'The account is on a new phone.' },
  cancelled: {
    vi: 'Việc lấy lại đã được dừng: từ một máy của tài khoản, bởi người thân, hoặc vì tài khoản bị khoá sau khi bắt đầu. Máy này chưa được gắn. Nếu là bạn, hãy bắt đầu lại.',
    en: 'It was ended: from a phone of the account, by a relative, or because the account was locked after it began. This phone was not bound. If it is you, start again.',
  },
  disputed: {
    vi: 'Chủ tài khoản báo không phải mình, nên tài khoản đang khoá để giữ an toàn. Nếu là bạn, hãy đến công an xã với thẻ căn cước.',
    en: 'The holder said that it was somebody else, so the account is locked to keep it safe. If it is you, come to the commune police with your card.',
  },
  superseded: {
    vi: 'Có một lần lấy lại khác mới hơn, nên lần này không còn tính. Tài khoản không đổi.',
    en: 'A newer recovery was begun, so this one does not count any more. The account is unchanged.',
  },
  failed: {
    vi: 'Ảnh chưa khớp sau các lần thử. Tài khoản không đổi. Hãy chọn cách khác hoặc đến quầy.',
    en: 'The portrait did not match after all tries. The account is unchanged. Choose another way or come to a counter.',
  },
  lapsed: {
    vi: 'Đã hết thời gian của lần này. Tài khoản không đổi.',
    en: 'The time of this one has run out. The account is unchanged.',
  },
  again: { vi: 'Chọn lại cách', en: 'Choose a way again' },
  help: { vi: 'Cách được giúp', en: 'How to get help' },
})

const CodeOfRecovery = ({ recovery }: { recovery: Recovery }) => {
  usePresence('recovery.send-code')
  const trying = usePress()
  const sending = usePress()
  if (!recovery.code) {
    return null
  }
  return (
    <RecoverFrame
      recovery={recovery}
      at="code"
      action={
        <Button kind="primary" isWide type="submit" form="code-form" isBusy={trying.isBusy}>
          {confirmLabel()}
        </Button>
      }
    >
      <CodeStep
        formId="code-form"
        delivery={recovery.code}
        isBlind
        hasEmail={false}
        hasSms={false}
        trying={trying}
        sending={sending}
        onCode={proveCode}
        onResend={sendRecoveryCode}
      />
    </RecoverFrame>
  )
}

const PortraitOfRecovery = ({ recovery }: { recovery: Recovery }) => (
  <RecoverFrame recovery={recovery} at="portrait">
    <div class="page-lead">
      <h2>{t('portrait')}</h2>
    </div>
    <PortraitTaker
      onUse={async (picture) => {
        await provePortrait(picture.base64)
        return []
      }}
    >
      <p class="quiet">{t('tips')}</p>
      {recovery.portrait && <p class="quiet small">{t('tries', { n: recovery.portrait.triesLeft })}</p>}
    </PortraitTaker>
  </RecoverFrame>
)

const Ended = ({ end }: { end: NonNullable<Recovery['end']> }) => {
  const leaving = usePress()
  return (
    <Screen title={t('ended')} head={<TopBar title={recoverTitle()} back={hrefTo('/recover')} isClosing />}>
      {leaving.problem && <ProblemNotice key={leaving.refusals} problem={leaving.problem} />}
      <EmptyState
        icon={alert}
        title={t('ended')}
        action={
          end === 'disputed' ? (
            <LinkButton kind="primary" href={hrefTo('/help')}>
              {t('help')}
            </LinkButton>
          ) : (
            <Button kind="primary" isBusy={leaving.isBusy} onPress={() => void leaving.press(leaveRecovery)}>
              {t('again')}
            </Button>
          )
        }
      >
        {t(end)}
      </EmptyState>
    </Screen>
  )
}

const StepOf = ({ recovery }: { recovery: Recovery }) => {
  if (recovery.step === 'ended') {
    return <Ended end={recovery.end ?? 'lapsed'} />
  }
  if (recovery.step === 'chip') {
    return <ChipStep recovery={recovery} />
  }
  if (recovery.step === 'code') {
    return <CodeOfRecovery recovery={recovery} />
  }
  if (recovery.step === 'portrait') {
    return <PortraitOfRecovery recovery={recovery} />
  }
  if (recovery.step === 'relative') {
    return <RelativeStep recovery={recovery} />
  }
  if (recovery.step === 'wait' && recovery.waitUntil) {
    return <WaitStep recovery={recovery} waitUntil={recovery.waitUntil} />
  }
  return <SecretsSteps recovery={recovery} />
}

export default function ContinuePage() {
  const recovery = useRecovery()
  const loaded = useLoad(loadRecovery)
  useStep(recovery?.step ?? null)
  const isGone = recovery === null && !loaded.isLoading
  useEffect(() => {
    if (isGone) {
      navigate('/recover', { replace: true })
    }
  }, [isGone])
  if (recovery) {
    return <StepOf recovery={recovery} />
  }
  return (
    <Screen
      title={recoverTitle()}
      head={<TopBar title={recoverTitle()} back={hrefTo('/recover')} isClosing />}
    >
      {loaded.problem ? (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.reload} />
      ) : (
        <Skeleton lines={4} />
      )}
    </Screen>
  )
}
