// A finger that cannot be read: why. It goes to a second pair of eyes, so the reason is chosen, never typed.
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import type { Press } from '../../../client/press.ts'
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

/** `what`: what follows from an exception here. */
export const ExceptionDialog = ({
  isOpen,
  first,
  noting,
  what = t('what'),
  onNote,
  onClose,
}: {
  isOpen: boolean
  what?: string
  first: FingerName
  noting: Press
  onNote: (finger: FingerName, reason: ExceptionReason) => void
  onClose: () => void
}) => {
  const [finger, setFinger] = useState<FingerName>(first)
  const [reason, setReason] = useState<ExceptionReason | null>(null)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (isOpen) {
      setFinger(first)
      setReason(null)
      setMissing(false)
    }
  }, [isOpen])
  const all = [...rightHand, ...leftHand]
  const note = () => {
    setMissing(!reason)
    if (reason) {
      onNote(finger, reason)
    }
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      size="wide"
      title={t('title')}
      actions={
        <>
          <Button onPress={onClose}>{t('back')}</Button>
          <Button kind="primary" isBusy={noting.isBusy} onPress={note}>
            {t('note')}
          </Button>
        </>
      }
    >
      <Refusal problem={noting.problem} />
      <p>{what}</p>
      <SelectField
        id="exception-finger"
        label={t('finger')}
        value={finger}
        options={all.map((value) => ({ value, label: fingerWords(value) }))}
        onValue={(value) => setFinger(all.find((one) => one === value) ?? first)}
      />
      <RadioCards
        name="exception-reason"
        legend={t('reason')}
        value={reason}
        onValue={setReason}
        error={isMissing && !reason ? t('missingReason') : undefined}
        choices={exceptionReasons.map((value) => ({ value, title: t(value), detail: t(`${value}Why`) }))}
      />
    </Dialog>
  )
}
