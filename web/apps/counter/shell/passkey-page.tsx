// Offers to make a passkey after the first entry, so that the next one needs no ticket.
import { usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { key } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { DoorFrame } from './door-frame.tsx'
import { officer } from './officer.ts'
import { makePasskey } from './passkeys.ts'
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
})

export const PasskeyPage = () => {
  const making = usePress()
  const make = () =>
    making.press(async () => {
      await makePasskey()
      toast(t('done'))
      navigate('/', { replace: true })
    })
  return (
    <DoorFrame title={t('title')} lead={t('lead', { name: officer.get()?.name ?? '' })}>
      <Refusal problem={making.problem} onRetry={() => void make()} />
      <Notice isQuiet>{t('why')}</Notice>
      <Button kind="primary" isWide icon={key} isBusy={making.isBusy} onPress={() => void make()}>
        {t('make')}
      </Button>
      <LinkButton kind="quiet" isWide href={hrefTo('/')}>
        {t('later')}
      </LinkButton>
    </DoorFrame>
  )
}
