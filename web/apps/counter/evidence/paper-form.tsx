// A paper that was shown at the desk: which, its number, who issued it and when; and the last day that it
// names.
import type { ComponentChildren } from 'preact'
import { shownPaper } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { now } from '../../../ui/clock.ts'
import { Field, SelectField } from '../../../ui/field.tsx'
import { check } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { BodyField } from './body-field.tsx'
import { daysAhead } from './paper-day.ts'
import './paper-form.css'

const t = phrases({
  kind: { vi: 'Giấy tờ', en: 'Paper' },
  number: { vi: 'Số', en: 'Number' },
  authority: { vi: 'Nơi cấp', en: 'Issued by' },
  date: { vi: 'Ngày cấp', en: 'Date' },
  until: { vi: 'Hiệu lực đến hết ngày', en: 'In force until' },
  untilHint: { vi: 'Chỉ khi quyết định ghi thời hạn.', en: 'Only when the decision names a term.' },
  save: { vi: 'Ghi giấy tờ', en: 'Note the paper' },
  missing: { vi: 'Điền như ghi trên giấy.', en: 'As it stands on the paper.' },
})

export type ShownPaper<K extends string> = { kind: K; number: string; authority: string; date: string }

const missing = (code: string) => (code === 'ahead' ? undefined : t('missing'))

const usePaper = (start: Readonly<Record<'kind' | 'number' | 'authority' | 'date' | 'until', string>>) =>
  useForm({
    rules: shownPaper,
    start,
    ids: {
      kind: 'paper-kind',
      number: 'paper-number',
      authority: 'paper-authority',
      date: 'paper-date',
      until: 'paper-until',
    },
    words: { number: missing, authority: missing, date: missing },
    also: (values) => daysAhead(values, ['date'], now()),
  })

/** `kinds`: the papers that count here, each in words. `hasTerm`: whether it may name a last day. */
export const PaperForm = <K extends string>({
  kinds,
  first,
  until = null,
  isBusy,
  hasTerm = true,
  saveWords = t('save'),
  children,
  onSave,
}: {
  kinds: readonly { value: K; label: string }[]
  first: ShownPaper<K>
  until?: string | null
  isBusy: boolean
  hasTerm?: boolean
  saveWords?: string
  /** Between the fields and the press, by what is typed so far. */
  children?: (paper: ShownPaper<K>) => ComponentChildren
  onSave: (paper: ShownPaper<K>, until: string | null) => void
}) => {
  const form = usePaper({ ...first, until: until ?? '' })
  const typed = (): ShownPaper<K> => {
    const { number, authority, date } = form.values
    const kind = kinds.find(({ value }) => value === form.values.kind)?.value ?? first.kind
    return { kind, number: number.trim(), authority: authority.trim(), date }
  }
  const save = () => void form.send(async () => onSave(typed(), form.values.until || null))
  return (
    <form
      class="paper-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <FormSummary form={form} />
      <div class="paper-fields">
        <SelectField {...form.of('kind')} label={t('kind')} options={kinds} />
        <Field {...form.of('number')} label={t('number')} maxLength={60} />
        <BodyField {...form.of('authority')} label={t('authority')} maxLength={120} />
        <Field {...form.of('date')} type="date" label={t('date')} />
        {hasTerm && (
          <Field {...form.of('until')} type="date" label={t('until')} hint={t('untilHint')} isOptional />
        )}
      </div>
      {children?.(typed())}
      <div class="paper-acts">
        <Button kind="primary" type="submit" icon={check} isBusy={isBusy}>
          {saveWords}
        </Button>
      </div>
    </form>
  )
}
