// The second pair of eyes decides: what it does, and the reason in writing, which a refusal must have (Decree
// 69/2024 art. 15).
import { useState } from 'preact/hooks'
import type { Press } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { ListedRequest } from '../words/lock-words.ts'

const t = phrases({
  grantTitle: { vi: 'Chấp thuận yêu cầu?', en: 'Grant the request?' },
  refuseTitle: { vi: 'Từ chối yêu cầu?', en: 'Refuse the request?' },
  'holder-unlock': {
    vi: 'Tự bạn nhìn người dân và thẻ căn cước trước khi chấp thuận. Tài khoản dùng lại được ngay; người dân được báo trên mọi kênh.',
    en: 'Look at the holder and the identity card yourself before you grant. The account works again at once; the holder is told on every channel.',
  },
  'body-lock': {
    vi: 'Tài khoản bị khoá ngay và mọi phiên tắt. Cơ quan yêu cầu và chủ tài khoản được báo. Chỉ chính cơ quan này xin mở lại được.',
    en: 'The account is locked at once and every session ends. The body and the holder are told. Only this body can ask to unlock it.',
  },
  'body-unlock': {
    vi: 'Căn cứ khoá của cơ quan này được gỡ. Nếu còn căn cứ khác, tài khoản vẫn khoá.',
    en: "This body's ground is lifted. If another one stands, the account stays locked.",
  },
  refuseWhat: {
    vi: 'Không có gì thay đổi trên tài khoản. Lý do được gửi bằng văn bản cho bên yêu cầu.',
    en: 'Nothing changes on the account. The reason goes in writing to whoever asked.',
  },
  reason: { vi: 'Lý do quyết định', en: 'Reason of the decision' },
  hint: {
    vi: 'Ít nhất 5 chữ cái; lưu trong hồ sơ và đứng tên bạn.',
    en: '5 letters at least; kept with the request, under your name.',
  },
  missing: { vi: 'Ghi lý do, ít nhất 5 chữ cái.', en: 'Write the reason, 5 letters at least.' },
  grant: { vi: 'Chấp thuận', en: 'Grant' },
  refuse: { vi: 'Từ chối', en: 'Refuse' },
  back: { vi: 'Xem lại', en: 'Look again' },
})

type DialogProps = {
  verdict: 'grant' | 'refuse' | null
  kind: ListedRequest['kind']
  deciding: Press
  onDecide: (reason: string) => void
  onClose: () => void
}

export const DecideDialog = ({ verdict, kind, deciding, onDecide, onClose }: DialogProps) => {
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isWritten = reason.trim().length >= 5
  const go = () => {
    setTried(true)
    if (isWritten) {
      onDecide(reason.trim())
    }
  }
  return (
    <Dialog
      isOpen={verdict !== null}
      onClose={onClose}
      focusAt="#lock-reason"
      title={t(verdict === 'refuse' ? 'refuseTitle' : 'grantTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('back')}</Button>
          <Button kind={verdict === 'refuse' ? 'danger' : 'primary'} isBusy={deciding.isBusy} onPress={go}>
            {t(verdict === 'refuse' ? 'refuse' : 'grant')}
          </Button>
        </>
      }
    >
      <Refusal problem={deciding.problem} onRetry={go} />
      <p>{verdict === 'refuse' ? t('refuseWhat') : t(kind)}</p>
      <Field
        id="lock-reason"
        label={t('reason')}
        hint={t('hint')}
        rows={3}
        maxLength={500}
        value={reason}
        onValue={setReason}
        error={isTried && !isWritten ? t('missing') : undefined}
      />
    </Dialog>
  )
}
