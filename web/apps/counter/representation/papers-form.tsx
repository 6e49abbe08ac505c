// The paper that was shown: which, its number, who issued it and when; and the last day that a decision
// names.
import { useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Field, SelectField } from '../../../ui/field.tsx'
import { check } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { paperKinds, paperWords, type Paper } from './request.ts'

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

export const PapersForm = ({
  first,
  until: firstUntil,
  isBusy,
  hasTerm = true,
  saveWords,
  onSave,
}: {
  first?: Paper
  until?: string | null
  isBusy: boolean
  hasTerm?: boolean
  saveWords?: string
  onSave: (paper: Paper, until: string | null) => void
}) => {
  const [kind, setKind] = useState<Paper['kind']>(first?.kind ?? 'birth-certificate')
  const [number, setNumber] = useState(first?.number ?? '')
  const [authority, setAuthority] = useState(first?.authority ?? '')
  const [date, setDate] = useState(first?.date ?? '')
  const [until, setUntil] = useState(firstUntil ?? '')
  const [isTried, setTried] = useState(false)
  const isWhole = number.trim().length >= 2 && authority.trim().length >= 3 && date !== ''
  const save = () => {
    setTried(true)
    if (isWhole) {
      onSave({ kind, number: number.trim(), authority: authority.trim(), date }, until === '' ? null : until)
    }
  }
  const fault = (isMissing: boolean) => (isTried && isMissing ? t('missing') : undefined)
  return (
    <form
      class="rep-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div class="rep-two">
        <SelectField
          id="paper-kind"
          label={t('kind')}
          value={kind}
          onValue={(value) => setKind(value as Paper['kind'])}
          options={paperKinds.map((one) => ({ value: one, label: paperWords(one) }))}
        />
        <Field
          id="paper-number"
          label={t('number')}
          value={number}
          onValue={setNumber}
          maxLength={60}
          error={fault(number.trim().length < 2)}
        />
        <Field
          id="paper-authority"
          label={t('authority')}
          value={authority}
          onValue={setAuthority}
          maxLength={120}
          error={fault(authority.trim().length < 3)}
        />
        <Field
          id="paper-date"
          type="date"
          label={t('date')}
          value={date}
          onValue={setDate}
          error={fault(date === '')}
        />
        {hasTerm && (
          <Field
            id="paper-until"
            type="date"
            label={t('until')}
            hint={t('untilHint')}
            isOptional
            value={until}
            onValue={setUntil}
          />
        )}
      </div>
      <div class="rep-acts">
        <Button kind="primary" type="submit" icon={check} isBusy={isBusy}>
          {saveWords ?? t('save')}
        </Button>
      </div>
    </form>
  )
}
