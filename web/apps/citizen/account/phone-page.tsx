// Another phone number.
import { changePhone } from '../../../client/form-rules.ts'
import type { ChangePhone, ConfirmPhone } from '../../../../contract/account.ts'
import { phrases } from '../../../ui/phrases.ts'
import { ownDeed } from '../shell/session.ts'
import { ContactChangePage } from './change-contact.tsx'

const t = phrases({
  title: { vi: 'Đổi số điện thoại', en: 'Change the phone number' },
  field: { vi: 'Số điện thoại mới', en: 'New phone number' },
  hint: {
    vi: 'Số di động đứng tên bạn, ví dụ 0912 345 678',
    en: 'A mobile number in your name, for example 0912 345 678',
  },
  effect: {
    vi: 'Số cũ dùng được tới khi số mới được xác nhận, và sẽ nhận một tin báo.',
    en: 'The old number works until the new one is confirmed, and gets a notice.',
  },
  done: { vi: 'Đã đổi số điện thoại', en: 'Phone number changed' },
})

export default function PhonePage() {
  return (
    <ContactChangePage
      change={{
        title: t('title'),
        field: { id: 'phone', type: 'tel', label: t('field'), hint: t('hint') },
        effect: t('effect'),
        done: t('done'),
        rules: changePhone,
        begin: async (phone, passcode) =>
          (await ownDeed<typeof ChangePhone>('account.change-phone', { phone, passcode })).code,
        confirm: async (code) => {
          await ownDeed<typeof ConfirmPhone>('account.confirm-phone', { code })
        },
      }}
    />
  )
}
