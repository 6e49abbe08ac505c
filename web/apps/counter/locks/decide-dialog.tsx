// The second pair of eyes decides: what it does, and the reason in writing, which a refusal must have (Decree
// 69/2024 art. 15).
import { decideLockRequest } from '../../../client/decision-form-rules.ts'
import { phrases } from '../../../ui/phrases.ts'
import { NoteDialog } from '../case/note-dialog.tsx'
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
  grant: { vi: 'Chấp thuận', en: 'Grant' },
  refuse: { vi: 'Từ chối', en: 'Refuse' },
})

export const DecideDialog = ({
  verdict,
  kind,
  onDecide,
  onClose,
}: {
  verdict: 'grant' | 'refuse' | null
  kind: ListedRequest['kind']
  onDecide: (reason: string) => Promise<void>
  onClose: () => void
}) => (
  <NoteDialog
    id="lock-reason"
    of="deciding"
    isOpen={verdict !== null}
    isDanger={verdict === 'refuse'}
    focusAt="#lock-reason"
    words={{
      title: t(verdict === 'refuse' ? 'refuseTitle' : 'grantTitle'),
      what: verdict === 'refuse' ? t('refuseWhat') : t(kind),
      yes: t(verdict === 'refuse' ? 'refuse' : 'grant'),
      label: t('reason'),
    }}
    rules={decideLockRequest}
    field="reason"
    onNote={onDecide}
    onClose={onClose}
  />
)
