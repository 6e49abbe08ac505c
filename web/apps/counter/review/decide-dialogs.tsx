// The last look before a decision: what it does to the person, and for a refusal why.
import { decideEnrolment } from '../../../client/decision-form-rules.ts'
import type { Press } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { phrases } from '../../../ui/phrases.ts'
import type { Application } from './application.ts'
import { ChoiceDialog } from './choice-dialog.tsx'
import { likelyReasons, reasonAdvice, reasonWords, type RefusalReason } from './doubts.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  accept: { vi: 'Chấp nhận hồ sơ của {name}?', en: 'Accept the application of {name}?' },
  acceptWhat: {
    vi: 'Tài khoản mức 1 được mở cho số định danh {number}. Người dân nhận tin nhắn để kích hoạt. Quyết định đứng tên bạn và không sửa lại được ở đây.',
    en: 'A level-1 account is opened for {number}. The person gets a message to activate it. The decision carries your name and cannot be changed here.',
  },
  acceptYes: { vi: 'Chấp nhận', en: 'Accept' },
  refuse: { vi: 'Từ chối hồ sơ của {name}', en: 'Refuse the application of {name}' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Người dân đọc lý do này cùng việc cần làm tiếp.',
    en: 'The person reads this reason and what to do next.',
  },
  reasonMissing: {
    vi: 'Chọn một lý do để người dân biết phải làm gì.',
    en: 'Choose a reason, so that the person knows what to do.',
  },
  refuseYes: { vi: 'Từ chối hồ sơ', en: 'Refuse the application' },
  back: { vi: 'Xem lại', en: 'Look again' },
})

type DialogProps = { application: Application; isOpen: boolean; onClose: () => void }

export const AcceptDialog = ({
  application: { declared },
  isOpen,
  onClose,
  deciding,
  onAccept,
}: DialogProps & { deciding: Press; onAccept: () => void }) => {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      focusAt=".decide-accept"
      title={t('accept', { name: declared.fullName })}
      actions={
        <>
          <Button onPress={onClose} shortcut="Esc">
            {t('back')}
          </Button>
          <Button
            kind="primary"
            class="decide-accept"
            shortcut="Enter"
            isBusy={deciding.isBusy}
            onPress={onAccept}
          >
            {t('acceptYes')}
          </Button>
        </>
      }
    >
      <Refusal problem={deciding.problem} onRetry={onAccept} />
      <p>{t('acceptWhat', { number: declared.personalNumber.replace(/^(\d{3})(\d{3})/, '$1 $2 ') })}</p>
    </Dialog>
  )
}

const refusing = {
  rules: decideEnrolment,
  name: 'reason',
  ids: { choice: 'refusal-reason', note: 'refusal-note' },
}

export const RefuseDialog = ({
  application,
  isOpen,
  onClose,
  onRefuse,
}: DialogProps & { onRefuse: (reason: RefusalReason, note: string) => Promise<void> }) => (
  <ChoiceDialog
    of={refusing}
    choices={likelyReasons(application.doubts).map((value) => ({
      value,
      title: reasonWords(value),
      detail: reasonAdvice(value),
    }))}
    words={{
      title: t('refuse', { name: application.declared.fullName }),
      legend: t('reason'),
      hint: t('reasonHint'),
      missing: t('reasonMissing'),
      yes: t('refuseYes'),
    }}
    isDanger
    isOpen={isOpen}
    onClose={onClose}
    onChosen={onRefuse}
  />
)
