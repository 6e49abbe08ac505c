// Another portrait is asked for: what is wrong with this one, from a closed list. Nothing that an officer
// writes reaches the applicant.
import { askPortrait } from '../../../client/decision-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import type { Application } from './application.ts'
import { faultAdvice, portraitFaults, faultWords, type PortraitFault } from './portrait-faults.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  ask: { vi: 'Yêu cầu {name} gửi ảnh khác', en: 'Ask {name} for another portrait' },
  fault: { vi: 'Ảnh này bị sao?', en: 'What is wrong with this one?' },
  faultHint: {
    vi: 'Người dân được báo điều này cùng cách chụp lại. Thời hạn xử lý tạm dừng cho tới khi có ảnh.',
    en: 'The person is told this and how to do better. The time to decide stands still until the picture comes.',
  },
  missing: {
    vi: 'Chọn một điều để người dân biết phải chụp lại thế nào.',
    en: 'Choose one, so that the person knows how to take it again.',
  },
  note: { vi: 'Ghi chú nội bộ', en: 'Note for colleagues' },
  noteHint: { vi: 'Chỉ cán bộ đọc được.', en: 'Only officers can read it.' },
  yes: { vi: 'Gửi yêu cầu', en: 'Send the request' },
  back: { vi: 'Xem lại', en: 'Look again' },
})

type OnAsk = (fault: PortraitFault, note: string) => Promise<void>

const useAsking = (onAsk: OnAsk) => {
  const form = useForm({
    rules: askPortrait,
    start: { fault: '', note: '' },
    ids: { fault: 'portrait-fault', note: 'ask-note' },
    words: { fault: () => t('missing') },
  })
  const fault = portraitFaults.find((one) => one === form.values.fault) ?? null
  const send = () =>
    void form.send(async () => {
      if (fault) {
        await onAsk(fault, form.values.note.trim())
      }
    })
  return { form, fault, send }
}

const choices = () =>
  portraitFaults.map((value) => ({ value, title: faultWords(value), detail: faultAdvice(value) }))

export const AskDialog = ({
  application,
  isOpen,
  onClose,
  onAsk,
}: {
  application: Application
  isOpen: boolean
  onClose: () => void
  onAsk: OnAsk
}) => {
  const { form, fault, send } = useAsking(onAsk)
  const close = () => {
    form.sending.clear()
    onClose()
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      size="wide"
      focusAt="#portrait-fault"
      title={t('ask', { name: application.declared.fullName })}
      actions={
        <>
          <Button onPress={close} shortcut="Esc">
            {t('back')}
          </Button>
          <Button kind="primary" isBusy={form.sending.isBusy} onPress={send}>
            {t('yes')}
          </Button>
        </>
      }
    >
      <FormSummary form={form} />
      <Refusal problem={form.refusal} onRetry={send} />
      <div class="reasons">
        <RadioCards
          name="portrait-fault"
          legend={t('fault')}
          hint={t('faultHint')}
          error={form.of('fault').error}
          value={fault}
          onValue={(chosen) => form.set({ fault: chosen })}
          choices={choices()}
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
