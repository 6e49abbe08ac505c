// A card in which an officer types one phone number, presses, and reads the answer.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { phoneByHotline } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Status } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../shell/refusal.tsx'

interface NumberWords {
  readonly title: string
  readonly what: string
  /** Of the field. */
  readonly phone: string
  readonly go: string
}

export const NumberCard = <Answer,>({
  id,
  words,
  icon,
  goIcon,
  ask,
  children,
}: {
  /** Of the field: two of these cards may stand on one page. */
  id: string
  words: NumberWords
  icon: string
  goIcon: string
  ask: (phone: string) => Promise<Answer>
  children: (answer: Answer) => ComponentChildren
}) => {
  const [told, setTold] = useState<{ phone: string; answer: Answer } | null>(null)
  const form = useForm({ rules: phoneByHotline, start: { phone: '' }, ids: { phone: id } })
  const press = () => {
    setTold(null)
    const { phone } = form.values
    void form.send(async () => setTold({ phone, answer: await ask(phone) }))
  }
  return (
    <Card title={words.title} icon={icon}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          press()
        }}
      >
        <p class="quiet">{words.what}</p>
        <FormSummary form={form} />
        <Refusal problem={form.refusal} onRetry={press} />
        <Field
          {...form.of('phone')}
          label={words.phone}
          type="tel"
          inputMode="tel"
          maxLength={24}
          width_ch={16}
        />
        {/* An answer is of the number that was asked about, and goes when another is typed. */}
        {told?.phone === form.values.phone && <Status as="div">{children(told.answer)}</Status>}
        <div class="search-acts">
          <Button type="submit" icon={goIcon} isBusy={form.sending.isBusy}>
            {words.go}
          </Button>
        </div>
      </form>
    </Card>
  )
}
