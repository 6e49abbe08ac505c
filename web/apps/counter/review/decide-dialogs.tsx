// The last look before a decision: what it does to the person, and for a refusal why.
import { decideEnrolment } from '../../../client/decision-form-rules.ts'
import type { Press } from '../../../client/press.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import type { Application } from './application.ts'
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
  note: { vi: 'Ghi chú nội bộ', en: 'Note for colleagues' },
  noteHint: { vi: 'Chỉ cán bộ đọc được.', en: 'Only officers can read it.' },
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

const useRefusal = (onRefuse: (reason: RefusalReason, note: string) => Promise<void>) => {
  const form = useForm({
    rules: decideEnrolment,
    start: { reason: '', note: '' },
    ids: { reason: 'refusal-reason', note: 'refusal-note' },
    words: { reason: () => t('reasonMissing') },
    also: ({ reason }) => (reason === '' ? [{ field: 'reason', code: 'required' }] : []),
  })
  const send = (reason: RefusalReason | null) =>
    void form.send(async () => {
      if (reason) {
        await onRefuse(reason, form.values.note.trim())
      }
    })
  return { form, send }
}

export const RefuseDialog = ({
  application,
  isOpen,
  onClose,
  onRefuse,
}: DialogProps & { onRefuse: (reason: RefusalReason, note: string) => Promise<void> }) => {
  const { form, send } = useRefusal(onRefuse)
  const reasons = likelyReasons(application.doubts)
  const reason = reasons.find((one) => one === form.values.reason) ?? null
  const close = () => {
    form.sending.clear()
    onClose()
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      size="wide"
      focusAt="#refusal-reason"
      title={t('refuse', { name: application.declared.fullName })}
      actions={
        <>
          <Button onPress={close} shortcut="Esc">
            {t('back')}
          </Button>
          <Button kind="danger" isBusy={form.sending.isBusy} onPress={() => send(reason)}>
            {t('refuseYes')}
          </Button>
        </>
      }
    >
      <FormSummary form={form} />
      <Refusal problem={form.refusal} onRetry={() => send(reason)} />
      <div class="reasons">
        <RadioCards
          name="refusal-reason"
          legend={t('reason')}
          hint={t('reasonHint')}
          error={form.of('reason').error}
          value={reason}
          onValue={(chosen) => form.set({ reason: chosen })}
          choices={reasons.map((value) => ({
            value,
            title: reasonWords(value),
            detail: reasonAdvice(value),
          }))}
        />
      </div>
      <Field
        {...form.of('note')}
        label={t('note')}
        hint={t('noteHint')}
        isOptional
        rows={3}
        maxLength={500}
      />
    </Dialog>
  )
}
