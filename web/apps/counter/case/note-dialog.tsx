// A deed that asks for its reason in writing: what it does, the reason, and the press that does it. What was
// written stays when the dialog is closed and opened again.
import type { Rules } from '../../../client/check.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  ending: { vi: 'Lý do', en: 'Reason' },
  deciding: { vi: 'Vì sao', en: 'Why' },
  hint: {
    vi: 'Ít nhất {n} chữ cái; lưu trong hồ sơ, đứng tên bạn.',
    en: '{n} letters at least; kept with the case, under your name.',
  },
  missing: { vi: 'Ghi lý do, ít nhất {n} chữ cái.', en: 'Enter a reason, {n} letters at least.' },
  keep: { vi: 'Làm tiếp', en: 'Go on with it' },
  look: { vi: 'Xem lại', en: 'Look again' },
})

export type NoteWords = {
  readonly title: string
  readonly what: string
  readonly yes: string
  /** Above the note, where it is neither a reason of an end nor why one decides so. */
  readonly label?: string
}

const useNote = (rules: Rules, field: string, id: string) => {
  const n = rules[field]?.min ?? 1
  const form = useForm<string>({
    rules,
    start: { [field]: '' },
    ids: { [field]: id },
    words: {
      [field]: (code) => (code === 'required' || code === 'too_small' ? t('missing', { n }) : undefined),
    },
  })
  return { form, n, note: form.values[field]?.trim() ?? '' }
}

/**
 * `of`: whether work ends here, or a colleague's work is decided. `rules`: the contract's, for the deed;
 * `field`: what the note is called there.
 */
export const NoteDialog = ({
  isOpen,
  id,
  of,
  words,
  rules,
  field = 'note',
  isDanger = true,
  focusAt,
  onNote,
  onClose,
}: {
  isOpen: boolean
  id: string
  of: 'ending' | 'deciding'
  words: NoteWords
  rules: Rules
  field?: string
  isDanger?: boolean
  focusAt?: string
  onNote: (note: string) => Promise<void>
  onClose: () => void
}) => {
  const { form, n, note } = useNote(rules, field, id)
  const go = () => void form.send(() => onNote(note))
  const close = () => {
    form.sending.clear()
    onClose()
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={words.title}
      focusAt={focusAt}
      actions={
        <>
          <Button onPress={close}>{t(of === 'ending' ? 'keep' : 'look')}</Button>
          <Button kind={isDanger ? 'danger' : 'primary'} isBusy={form.sending.isBusy} onPress={go}>
            {words.yes}
          </Button>
        </>
      }
    >
      <FormSummary form={form} />
      <Refusal problem={form.refusal} onRetry={go} />
      <p>{words.what}</p>
      <Field
        {...form.of(field)}
        label={words.label ?? t(of)}
        hint={of === 'deciding' ? t('hint', { n }) : undefined}
        rows={3}
        maxLength={rules[field]?.max ?? 500}
      />
    </Dialog>
  )
}
