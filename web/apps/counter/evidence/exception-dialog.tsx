// A finger that cannot be read: why. It goes to a second pair of eyes, so the reason is chosen, never typed.
import { useState } from 'preact/hooks'
import { exceptFinger } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm, type Form } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { fingerWords, leftHand, rightHand, type FingerName } from '../devices/finger-source.ts'
import { Refusal } from '../shell/refusal.tsx'
import { exceptionReasons, type ExceptionReason } from './finger-result.ts'

const t = phrases({
  title: { vi: 'Ghi ngoại lệ vân tay', en: 'Note a fingerprint exception' },
  what: {
    vi: 'Người duyệt thứ hai sẽ xem ngoại lệ này trước khi tài khoản được cấp.',
    en: 'A second pair of eyes looks at this exception before the account is issued.',
  },
  finger: { vi: 'Ngón tay', en: 'Finger' },
  reason: { vi: 'Lý do', en: 'Reason' },
  missingReason: { vi: 'Chọn một lý do.', en: 'Choose a reason.' },
  missing: { vi: 'Khuyết ngón', en: 'The finger is missing' },
  missingWhy: { vi: 'Ghi được ngay, không cần lấy thử.', en: 'Noted at once, no try needed.' },
  injured: { vi: 'Đang bị thương, băng bó', en: 'Injured or bandaged' },
  injuredWhy: { vi: 'Ghi được ngay, không cần lấy thử.', en: 'Noted at once, no try needed.' },
  unable: { vi: 'Không đặt được ngón lên máy', en: 'Cannot be laid on the scanner' },
  unableWhy: { vi: 'Co cứng, run tay… Ghi được ngay.', en: 'Stiff or shaking … Noted at once.' },
  worn: { vi: 'Vân mòn, không đọc được', en: 'Ridges worn, unreadable' },
  wornWhy: { vi: 'Chỉ ghi khi đã đủ ba lần lấy.', en: 'Only after three tries.' },
  device: { vi: 'Máy quét hỏng', en: 'The scanner fails' },
  deviceWhy: {
    vi: 'Chỉ ghi khi đã đủ ba lần lấy. Thử máy ở trang Thiết bị quầy.',
    en: 'Only after three tries. Try the scanner on the devices page.',
  },
  note: { vi: 'Ghi ngoại lệ', en: 'Note the exception' },
  back: { vi: 'Lấy lại vân tay', en: 'Try the finger again' },
})

const all = [...rightHand, ...leftHand]

export type NotingException = {
  readonly isOpen: boolean
  /** `first`: the finger it is most likely about. */
  readonly open: (first: FingerName) => void
  readonly close: () => void
  readonly form: Form<'finger' | 'reason'>
  readonly send: () => void
}

/** `note`: notes it with the case. */
export const useException = (
  note: (finger: FingerName, reason: ExceptionReason) => Promise<void>,
): NotingException => {
  const [isOpen, setOpen] = useState(false)
  const form = useForm({
    rules: exceptFinger,
    start: { finger: 'right-index', reason: '' },
    ids: { finger: 'exception-finger', reason: 'exception-reason' },
    words: { reason: () => t('missingReason') },
  })
  const send = () =>
    void form.send(async () => {
      const finger = all.find((one) => one === form.values.finger)
      const reason = exceptionReasons.find((one) => one === form.values.reason)
      if (finger && reason) {
        await note(finger, reason)
        setOpen(false)
      }
    })
  return {
    isOpen,
    open: (first) => {
      form.sending.clear()
      form.set({ finger: first, reason: '' })
      setOpen(true)
    },
    close: () => setOpen(false),
    form,
    send,
  }
}

/** `what`: what follows from an exception here. */
export const ExceptionDialog = ({
  exception: { isOpen, close, form, send },
  what = t('what'),
}: {
  exception: NotingException
  what?: string
}) => (
  <Dialog
    isOpen={isOpen}
    onClose={close}
    size="wide"
    title={t('title')}
    actions={
      <>
        <Button onPress={close}>{t('back')}</Button>
        <Button kind="primary" isBusy={form.sending.isBusy} onPress={send}>
          {t('note')}
        </Button>
      </>
    }
  >
    <FormSummary form={form} />
    <Refusal problem={form.refusal} />
    <p>{what}</p>
    <SelectField
      {...form.of('finger')}
      label={t('finger')}
      options={all.map((value) => ({ value, label: fingerWords(value) }))}
    />
    <RadioCards
      name="exception-reason"
      legend={t('reason')}
      value={exceptionReasons.find((one) => one === form.values.reason) ?? null}
      onValue={(reason) => form.set({ reason })}
      error={form.of('reason').error}
      choices={exceptionReasons.map((value) => ({ value, title: t(value), detail: t(`${value}Why`) }))}
    />
  </Dialog>
)
