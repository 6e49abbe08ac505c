// Another e-mail address, or the first one.
import { changeEmail } from '../../../client/form-rules.ts'
import type { ChangeEmail, ConfirmEmail } from '../../../../contract/account.ts'
import { phrases } from '../../../ui/phrases.ts'
import { ownDeed } from '../shell/session.ts'
import { ContactChangePage } from './change-contact.tsx'

const t = phrases({
  title: { vi: 'Đổi e-mail', en: 'Change the e-mail' },
  field: { vi: 'E-mail mới', en: 'New e-mail' },
  hint: { vi: 'Ví dụ ten@vidu.vn', en: 'For example name@example.vn' },
  effect: {
    vi: 'E-mail nhận mã khi tin nhắn không tới, và nhận báo về bảo mật. Địa chỉ cũ, nếu có, sẽ nhận một thư báo.',
    en: 'E-mail takes codes when text messages fail, and news of safety. The old address, if any, gets a notice.',
  },
  done: { vi: 'Đã đổi e-mail', en: 'E-mail changed' },
})

export default function EmailPage() {
  return (
    <ContactChangePage
      change={{
        title: t('title'),
        field: { id: 'email', type: 'email', label: t('field'), hint: t('hint') },
        effect: t('effect'),
        done: t('done'),
        rules: changeEmail,
        begin: async (email, passcode) =>
          (await ownDeed<typeof ChangeEmail>('account.change-email', { email, passcode })).code,
        confirm: async (code) => {
          await ownDeed<typeof ConfirmEmail>('account.confirm-email', { code })
        },
      }}
    />
  )
}
