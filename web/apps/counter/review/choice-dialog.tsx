// A deed of the review that needs a choice from a closed list, and may have a note for colleagues. What was
// chosen and written stays when the dialog is closed and opened again.
import type { Rules } from '../../../client/check.ts'
import { FormSummary, useForm, type Form } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards, type RadioCardsProps } from '../../../ui/radio-cards.tsx'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  note: { vi: 'Ghi chú nội bộ', en: 'Note for colleagues' },
  noteHint: { vi: 'Chỉ cán bộ đọc được.', en: 'Only officers can read it.' },
  back: { vi: 'Xem lại', en: 'Look again' },
})

type Choices<C extends string> = RadioCardsProps<C>['choices']
type Of = {
  readonly rules: Rules
  /** What the choice is called in the contract. */
  readonly name: string
  readonly ids: { readonly choice: string; readonly note: string }
}
type ChoiceWords = {
  readonly title: string
  readonly legend: string
  readonly hint: string
  readonly missing: string
  readonly yes: string
}

/** The contract may allow that there is no choice (an acceptance has no reason); this form does not. */
const useChoice = <C extends string>({ rules, name, ids }: Of, choices: Choices<C>, words: ChoiceWords) => {
  const form = useForm<string>({
    rules,
    start: { [name]: '', note: '' },
    ids: { [name]: ids.choice, note: ids.note },
    words: { [name]: () => words.missing },
    also: (values) => (values[name] === '' ? [{ field: name, code: 'required' }] : []),
  })
  const chosen = choices.find(({ value }) => value === form.values[name])?.value ?? null
  return { form, chosen, note: form.values['note']?.trim() ?? '' }
}

const Fields = <C extends string>({
  of,
  words,
  choices,
  form,
  chosen,
}: {
  of: Of
  words: ChoiceWords
  choices: Choices<C>
  form: Form<string>
  chosen: C | null
}) => (
  <>
    <div class="reasons">
      <RadioCards
        name={of.ids.choice}
        legend={words.legend}
        hint={words.hint}
        error={form.of(of.name).error}
        value={chosen}
        onValue={(value) => form.set({ [of.name]: value })}
        choices={choices}
      />
    </div>
    <Field {...form.of('note')} label={t('note')} hint={t('noteHint')} isOptional rows={3} maxLength={500} />
  </>
)

export const ChoiceDialog = <C extends string>({
  of,
  choices,
  words,
  isDanger = false,
  isOpen,
  onClose,
  onChosen,
}: {
  of: Of
  choices: Choices<C>
  words: ChoiceWords
  isDanger?: boolean
  isOpen: boolean
  onClose: () => void
  onChosen: (chosen: C, note: string) => Promise<void>
}) => {
  const { form, chosen, note } = useChoice(of, choices, words)
  const send = () =>
    void form.send(async () => {
      if (chosen) {
        await onChosen(chosen, note)
      }
    })
  const close = () => {
    form.sending.clear()
    onClose()
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      size="wide"
      focusAt={`#${of.ids.choice}`}
      title={words.title}
      actions={
        <>
          <Button onPress={close} shortcut="Esc">
            {t('back')}
          </Button>
          <Button kind={isDanger ? 'danger' : 'primary'} isBusy={form.sending.isBusy} onPress={send}>
            {words.yes}
          </Button>
        </>
      }
    >
      <FormSummary form={form} />
      <Refusal problem={form.refusal} onRetry={send} />
      <Fields of={of} words={words} choices={choices} form={form} chosen={chosen} />
    </Dialog>
  )
}
