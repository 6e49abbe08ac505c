// A decision with its reason in writing.
import { useEffect, useState } from 'preact/hooks'
import type { Press } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  note: { vi: 'Vì sao', en: 'Why' },
  hint: {
    vi: 'Ít nhất 5 chữ cái; lưu trong hồ sơ, đứng tên bạn.',
    en: '5 letters at least; kept with the request, under your name.',
  },
  missing: { vi: 'Ghi lý do, ít nhất 5 chữ cái.', en: 'Write the reason, 5 letters at least.' },
  back: { vi: 'Xem lại', en: 'Look again' },
})

export const NoteDialog = ({
  isOpen,
  words,
  isDanger,
  working,
  onNote,
  onClose,
}: {
  isOpen: boolean
  words: { title: string; what: string; yes: string }
  isDanger: boolean
  working: Press
  onNote: (note: string) => void
  onClose: () => void
}) => {
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  useEffect(() => {
    if (isOpen) {
      setNote('')
      setTried(false)
    }
  }, [isOpen])
  const isWritten = note.trim().length >= 5
  const go = () => {
    setTried(true)
    if (isWritten) {
      onNote(note.trim())
    }
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={words.title}
      actions={
        <>
          <Button onPress={onClose}>{t('back')}</Button>
          <Button kind={isDanger ? 'danger' : 'primary'} isBusy={working.isBusy} onPress={go}>
            {words.yes}
          </Button>
        </>
      }
    >
      <Refusal problem={working.problem} onRetry={go} />
      <p>{words.what}</p>
      <Field
        id="rep-note"
        label={t('note')}
        hint={t('hint')}
        rows={3}
        maxLength={500}
        value={note}
        onValue={setNote}
        error={isTried && !isWritten ? t('missing') : undefined}
      />
    </Dialog>
  )
}
