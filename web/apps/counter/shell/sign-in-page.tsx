// How an officer comes in: her passkey. The first time, a ticket of the administrator.
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { key } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Rich } from '../../../ui/rich.tsx'
import { DoorFrame } from './door-frame.tsx'
import { signInWithPasskey } from './passkeys.ts'
import { Refusal } from './refusal.tsx'

const t = phrases({
  title: { vi: 'Đăng nhập quầy', en: 'Sign in at the counter' },
  lead: {
    vi: 'Chỉ cán bộ có nhiệm vụ tại đơn vị. Mọi lần mở hồ sơ đều được ghi lại và người dân nhìn thấy.',
    en: 'Only for officers with a mandate at this office. Every case that is opened is logged, and its person sees it.',
  },
  passkey: { vi: 'Đăng nhập bằng khoá truy cập', en: 'Sign in with a passkey' },
  first: {
    vi: '**Lần đầu?** Dùng đường dẫn có vé vào do người quản trị cấp; vé chỉ dùng một lần.',
    en: '**First time?** Use the link with the ticket your administrator gave you; it works once.',
  },
  lost: {
    vi: '**Mất khoá truy cập?** Báo người quản trị để huỷ khoá cũ và cấp vé mới.',
    en: '**Lost the passkey?** Tell the administrator, who revokes it and gives you a new ticket.',
  },
})

export const SignInPage = () => {
  const signing = usePress()
  return (
    <DoorFrame title={t('title')} lead={t('lead')}>
      <Refusal problem={signing.problem} onRetry={() => void signing.press(signInWithPasskey)} />
      <Button
        kind="primary"
        isWide
        icon={key}
        isBusy={signing.isBusy}
        onPress={() => void signing.press(signInWithPasskey)}
      >
        {t('passkey')}
      </Button>
      <p class="quiet">
        <Rich text={t('first')} />
      </p>
      <p class="quiet">
        <Rich text={t('lost')} />
      </p>
    </DoorFrame>
  )
}
