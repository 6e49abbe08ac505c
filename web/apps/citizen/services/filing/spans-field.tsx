// Where she lived and what she did, row by row: from a day to a day, or until now.
import './filing.css'
import { useFault } from '../../../../ui/attention.tsx'
import { Button, IconButton } from '../../../../ui/button.tsx'
import { Field } from '../../../../ui/field.tsx'
import { alert, Icon, plus, trash } from '../../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../../ui/phrases.ts'
import { isPlain } from './filing-parts.ts'
import type { FieldPartProps } from './field-part.ts'
import { listIn, textIn } from './shown-value.ts'

const t = phrases({
  row: { vi: 'Giai đoạn {n}', en: 'Period {n}' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến ngày', en: 'Until' },
  untilHint: { vi: 'Để trống nếu đến nay', en: 'Leave it empty if it still is so' },
  place: { vi: 'Ở đâu', en: 'Where' },
  work: { vi: 'Làm gì', en: 'What you did' },
  add: { vi: 'Thêm giai đoạn', en: 'Add a period' },
  remove: { vi: 'Bỏ giai đoạn {n}', en: 'Remove period {n}' },
})

interface Span {
  readonly from: string
  readonly until: string
  readonly place: string
  readonly work: string
}
const empty: Span = { from: '', until: '', place: '', work: '' }

const spansIn = (value: unknown): readonly Span[] =>
  listIn(value).map((one) => {
    const row = isPlain(one) ? one : {}
    return {
      from: textIn(row['from']),
      until: textIn(row['until']),
      place: textIn(row['place']),
      work: textIn(row['work']),
    }
  })

interface RowProps {
  readonly n: number
  /** Of its first input. */
  readonly id: string
  readonly row: Span
  readonly onSet: (part: Partial<Span>) => void
  readonly onRemove: (() => void) | undefined
}

const SpanRow = ({ n, id, row, onSet, onRemove }: RowProps) => (
  <div class="span-row" role="group" aria-label={t('row', { n })}>
    <header>
      <b>{t('row', { n })}</b>
      {onRemove && <IconButton icon={trash} label={t('remove', { n })} onPress={onRemove} />}
    </header>
    <div class="span-days">
      <Field id={id} type="date" label={t('from')} value={row.from} onValue={(from) => onSet({ from })} />
      <Field
        id={`${id}-until`}
        type="date"
        label={t('until')}
        hint={t('untilHint')}
        value={row.until}
        onValue={(until) => onSet({ until })}
      />
    </div>
    <Field
      id={`${id}-place`}
      label={t('place')}
      value={row.place}
      onValue={(place) => onSet({ place })}
      maxLength={300}
    />
    <Field
      id={`${id}-work`}
      label={t('work')}
      value={row.work}
      onValue={(work) => onSet({ work })}
      maxLength={200}
    />
  </div>
)

export const SpansField = ({ field, id, error, value, onValue }: FieldPartProps) => {
  const label = inLanguage(field.words)
  useFault(label, error)
  const said = spansIn(value)
  const rows = said.length === 0 ? [empty] : said
  const set = (at: number, part: Partial<Span>) =>
    onValue(rows.map((row, i) => (i === at ? { ...row, ...part } : row)))
  return (
    <fieldset class={`part-field${error ? ' has-error' : ''}`} aria-describedby={error && `${id}-error`}>
      <legend>{label}</legend>
      {field.hint && <p class="field-hint">{inLanguage(field.hint)}</p>}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon of={alert} size={18} />
          {error}
        </p>
      )}
      {rows.map((row, at) => (
        <SpanRow
          key={at}
          n={at + 1}
          id={at === 0 ? id : `${id}-${at}`}
          row={row}
          onSet={(part) => set(at, part)}
          onRemove={rows.length > 1 ? () => onValue(rows.filter((_, i) => i !== at)) : undefined}
        />
      ))}
      {rows.length < (field.most ?? 40) && (
        <Button icon={plus} onPress={() => onValue([...rows, empty])}>
          {t('add')}
        </Button>
      )}
    </fieldset>
  )
}
