// The frame of every step: the bar, the step in words, the button that stays in sight, and a way to throw the
// application away.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { trash } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { discard, type StepName } from './draft.ts'

const t = phrases({
  title: { vi: 'Đăng ký mức 1', en: 'Register for level 1' },
  consent: { vi: 'Đồng ý', en: 'Consent' },
  identity: { vi: 'Bạn là ai', en: 'Who you are' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  code: { vi: 'Mã xác nhận', en: 'Confirmation code' },
  portrait: { vi: 'Ảnh chân dung', en: 'Portrait' },
  review: { vi: 'Kiểm tra lại', en: 'Check your answers' },
  discard: { vi: 'Bỏ đơn này', en: 'Throw this application away' },
  ask: { vi: 'Bỏ đơn đang làm?', en: 'Throw the application away?' },
  effect: {
    vi: 'Những gì đã nhập và ảnh sẽ bị xoá ngay. Chưa có gì được gửi đi. Bạn có thể bắt đầu lại bất cứ lúc nào.',
    en: 'What you entered and the picture are deleted at once. Nothing was sent. You can start again at any time.',
  },
  yes: { vi: 'Bỏ đơn', en: 'Throw away' },
  no: { vi: 'Làm tiếp', en: 'Go on with it' },
  saved: {
    vi: 'Mỗi bước được lưu lại 3 ngày trên máy này.',
    en: 'Each step is kept for 3 days on this device.',
  },
})

const order: readonly StepName[] = ['consent', 'identity', 'phone', 'code', 'portrait', 'review']
const nameOf = (step: StepName) => (step === 'result' ? '' : t(step))

const Discard = () => {
  const [isAsked, ask] = useState(false)
  const throwing = usePress()
  return (
    <div class="discard">
      <p class="quiet small">{t('saved')}</p>
      <Button kind="quiet" size="small" icon={trash} onPress={() => ask(true)}>
        {t('discard')}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => ask(false)}
        title={t('ask')}
        actions={
          <>
            <Button onPress={() => ask(false)}>{t('no')}</Button>
            <Button kind="danger" isBusy={throwing.isBusy} onPress={() => void throwing.press(discard)}>
              {t('yes')}
            </Button>
          </>
        }
      >
        <p>{t('effect')}</p>
        {throwing.problem && <ProblemNotice problem={throwing.problem} />}
      </Dialog>
    </div>
  )
}

export const RegisterFrame = ({
  step,
  back,
  action,
  children,
  isKept,
}: {
  step?: StepName
  back?: string
  action?: ComponentChildren
  children: ComponentChildren
  isKept?: boolean
}) => (
  <Screen
    title={step ? `${nameOf(step)} · ${t('title')}` : t('title')}
    head={<TopBar title={t('title')} back={back ?? hrefTo('/welcome')} isClosing={!back} />}
    action={action}
  >
    {step && <Steps step={order.indexOf(step) + 1} total={order.length} title={nameOf(step)} />}
    {children}
    {isKept && <Discard />}
  </Screen>
)
