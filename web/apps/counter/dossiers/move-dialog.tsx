// The dossier goes to the office that it belongs to; a dossier is never sent back to its person for that.
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Refusal } from '../shell/refusal.tsx'
import { effectWords } from './act-words.ts'
import { moveDossier } from './send-act.ts'

const t = phrases({
  title: { vi: 'Chuyển hồ sơ đến đúng đơn vị', en: 'Move the dossier to the right office' },
  office: { vi: 'Mã đơn vị nhận', en: 'Code of the office' },
  officeHint: {
    vi: 'Như trong danh bạ đơn vị. Nếu không có đơn vị mang mã này, hồ sơ ở lại đây.',
    en: 'As in the directory of offices. Where no office has it, the dossier stays here.',
  },
  officeMissing: { vi: 'Nhập mã đơn vị nhận.', en: 'Enter the code of the office.' },
  note: { vi: 'Vì sao chuyển', en: 'Why it moves' },
  noteHint: {
    vi: 'Ít nhất 5 chữ cái. Đơn vị nhận đọc được.',
    en: '5 letters at least. The other office reads it.',
  },
  noteMissing: { vi: 'Ghi vì sao, ít nhất 5 chữ cái.', en: 'Say why, in 5 letters at least.' },
  back: { vi: 'Xem lại', en: 'Look again' },
  go: { vi: 'Chuyển hồ sơ', en: 'Move it' },
})

const MoveForm = ({
  reference,
  onClose,
  onMoved,
}: {
  reference: string
  onClose: () => void
  onMoved: (office: string) => void
}) => {
  const form = useForm<'office' | 'note'>({
    rules: {
      office: { trims: true, min: 2, max: 20 },
      note: { trims: true, min: 5, max: 500 },
    },
    start: { office: '', note: '' },
    ids: { office: 'move-office', note: 'move-note' },
    words: { office: () => t('officeMissing'), note: () => t('noteMissing') },
  })
  const go = () =>
    void form.send(async () => {
      const { office, note } = form.values
      const moved = await moveDossier(reference, office.trim(), note.trim())
      onMoved(moved.office)
    })
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <FormSummary form={form} />
      <Refusal problem={form.refusal} onRetry={go} />
      <p>{effectWords('move')}</p>
      <Field {...form.of('office')} label={t('office')} hint={t('officeHint')} maxLength={20} width_ch={20} />
      <Field {...form.of('note')} label={t('note')} hint={t('noteHint')} rows={3} maxLength={500} />
      <div class="search-acts">
        <Button onPress={onClose}>{t('back')}</Button>
        <Button kind="primary" type="submit" isBusy={form.sending.isBusy}>
          {t('go')}
        </Button>
      </div>
    </form>
  )
}

export const MoveDialog = ({
  isOpen,
  reference,
  onClose,
  onMoved,
}: {
  isOpen: boolean
  reference: string
  onClose: () => void
  onMoved: (office: string) => void
}) => (
  <Dialog isOpen={isOpen} onClose={onClose} title={t('title')} focusAt="#move-office">
    {isOpen && <MoveForm reference={reference} onClose={onClose} onMoved={onMoved} />}
  </Dialog>
)
