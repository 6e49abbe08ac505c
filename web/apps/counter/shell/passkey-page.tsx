// Makes a passkey: the first after a ticket, so that the next entry needs none; a further one, for another
// device or a security key, only after one that she has has answered.
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { key, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { toast } from '../../../ui/toast.tsx'
import { DoorFrame } from './door-frame.tsx'
import { officer } from './officer.ts'
import { beginPasskey, makePasskey, type BegunPasskey } from './passkeys.ts'
import { Refusal } from './refusal.tsx'

const t = phrases({
  title: { vi: 'Tạo khoá truy cập', en: 'Make a passkey' },
  lead: {
    vi: 'Chào {name}. Từ lần sau, bạn vào quầy bằng vân tay, khuôn mặt hoặc khoá bảo mật, không cần mật khẩu và không cần vé.',
    en: 'Welcome, {name}. From now on a fingerprint, face or security key opens the counter, with no password and no ticket.',
  },
  why: {
    vi: 'Khoá nằm trong thiết bị này và không gửi đi đâu. Trang giả mạo không dùng được nó.',
    en: 'The key stays in this device and goes nowhere. A fake site cannot use it.',
  },
  make: { vi: 'Tạo khoá truy cập', en: 'Make a passkey' },
  later: { vi: 'Để sau, vào quầy', en: 'Later, open the counter' },
  done: {
    vi: 'Đã có khoá truy cập. Lần sau đăng nhập bằng khoá này.',
    en: 'The passkey is kept. Sign in with it next time.',
  },
  anotherTitle: { vi: 'Thêm khoá truy cập', en: 'Add a passkey' },
  confirmLead: {
    vi: 'Trước hết hãy dùng khoá bạn đang có. Như vậy không ai thêm được khoá của họ khi bạn rời quầy mà quên đăng xuất.',
    en: 'First use the key you have. So nobody can add a key of theirs when you leave your desk and forget to sign out.',
  },
  confirm: { vi: 'Xác nhận bằng khoá đang có', en: 'Confirm with the key you have' },
  newLead: {
    vi: 'Đã xác nhận. Bây giờ cắm khoá bảo mật mới, hoặc chọn thiết bị khác khi trình duyệt hỏi. Bạn có 5 phút.',
    en: 'Confirmed. Now plug in the new security key, or choose another device when the browser asks. You have 5 minutes.',
  },
  confirmStep: { vi: 'Xác nhận', en: 'Confirm' },
  newStep: { vi: 'Khoá mới', en: 'The new key' },
  added: {
    vi: 'Đã thêm khoá. Từ nay bạn đăng nhập được bằng khoá nào cũng được.',
    en: 'The key is added. From now on you can sign in with either.',
  },
  back: { vi: 'Quay lại quầy', en: 'Back to the counter' },
})

const leave = (told: string) => {
  toast(told)
  navigate('/', { replace: true })
}

const FirstKey = () => {
  const making = usePress()
  const make = () =>
    void making.press(async () => {
      await makePasskey(await beginPasskey())
      leave(t('done'))
    })
  return (
    <DoorFrame title={t('title')} lead={t('lead', { name: officer.get()?.name ?? '' })}>
      <Refusal problem={making.problem} onRetry={make} />
      <Notice isQuiet>{t('why')}</Notice>
      <Button kind="primary" isWide icon={key} isBusy={making.isBusy} onPress={make}>
        {t('make')}
      </Button>
      <LinkButton kind="quiet" isWide href={hrefTo('/')}>
        {t('later')}
      </LinkButton>
    </DoorFrame>
  )
}

/** Two presses, because two keys are asked for one after the other: each says which. */
const FurtherKey = () => {
  const pressing = usePress()
  const [begun, setBegun] = useState<BegunPasskey | null>(null)
  const confirm = () => void pressing.press(async () => setBegun(await beginPasskey()))
  const make = (by: BegunPasskey) =>
    void pressing.press(async () => {
      try {
        await makePasskey(by)
      } catch (error) {
        // What was confirmed is for one try: the server's challenge may be over.
        setBegun(null)
        throw error
      }
      leave(t('added'))
    })
  return (
    <DoorFrame title={t('anotherTitle')} lead={t(begun ? 'newLead' : 'confirmLead')}>
      <Steps step={begun ? 2 : 1} total={2} title={t(begun ? 'newStep' : 'confirmStep')} />
      <Refusal problem={pressing.problem} />
      {begun ? (
        <Button kind="primary" isWide icon={key} isBusy={pressing.isBusy} onPress={() => make(begun)}>
          {t('make')}
        </Button>
      ) : (
        <Button kind="primary" isWide icon={shield} isBusy={pressing.isBusy} onPress={confirm}>
          {t('confirm')}
        </Button>
      )}
      <LinkButton kind="quiet" isWide href={hrefTo('/')}>
        {t('back')}
      </LinkButton>
    </DoorFrame>
  )
}

export const PasskeyPage = () => {
  // As it was when she came: with the new key she is led away.
  const [hasKey] = useState(officer.get()?.hasPasskey ?? false)
  return hasKey ? <FurtherKey /> : <FirstKey />
}
