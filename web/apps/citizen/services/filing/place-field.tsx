// A place: province, commune, and the line of the address. Both lists are the State's; the commune alone is
// kept, since it says its province.
import './filing.css'
import { useEffect, useState } from 'preact/hooks'
import type { ListUnits, ViewUnit } from '../../../../../contract/territory.ts'
import { view } from '../../../../client/call.ts'
import { asProblem, type Problem } from '../../../../client/problem.ts'
import { ProblemNotice } from '../../../../kit/problem-notice.tsx'
import { useFault } from '../../../../ui/attention.tsx'
import { Field, SelectField } from '../../../../ui/field.tsx'
import { alert, Icon } from '../../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../../ui/phrases.ts'
import { isPlain } from './filing-parts.ts'
import type { FieldPartProps } from './field-part.ts'
import { textIn } from './shown-value.ts'

const t = phrases({
  province: { vi: 'Tỉnh, thành phố', en: 'Province or city' },
  commune: { vi: 'Xã, phường, đặc khu', en: 'Commune or ward' },
  address: { vi: 'Số nhà, đường, thôn', en: 'House number, street, village' },
  choose: { vi: 'Chọn', en: 'Choose' },
  first: { vi: 'Chọn tỉnh trước', en: 'Choose the province first' },
  empty: {
    vi: 'Chưa có danh sách xã, phường của tỉnh này. Gọi 1900 0368 hoặc nộp tại quầy.',
    en: 'The communes of this province are not listed yet. Call 1900 0368, or file at the counter.',
  },
})

interface Unit {
  readonly code: string
  readonly name: string
}

/** The communes of a province, or the provinces; read once while the page stands. */
const useUnits = (within: string | null) => {
  const [units, take] = useState<readonly Unit[] | null>(null)
  const [problem, tell] = useState<Problem | null>(null)
  const [round, again] = useState(0)
  useEffect(() => {
    let isHere = true
    take(null)
    if (within === null) {
      return
    }
    view<typeof ListUnits>('territory.units', within === '' ? {} : { within }).then(
      (answer) => {
        if (isHere) {
          take(answer.units)
          tell(null)
        }
      },
      (error: unknown) => isHere && tell(asProblem(error)),
    )
    return () => {
      isHere = false
    }
  }, [within, round])
  return { units, problem, reload: () => again((n) => n + 1) }
}

/** Of a commune that was chosen before, on this phone or another. */
const useProvince = (unit: string) => {
  const [province, choose] = useState<string | null>(null)
  useEffect(() => {
    if (unit !== '' && province === null) {
      view<typeof ViewUnit>('territory.unit', { code: unit }).then(
        (answer) => answer.unit && choose(answer.unit.province.code),
        () => undefined,
      )
    }
  }, [])
  return [province, choose] as const
}

export const PlaceField = ({ field, id, error, value, onValue }: FieldPartProps) => {
  const label = inLanguage(field.words)
  useFault(label, error)
  const place = isPlain(value) ? value : {}
  const unit = textIn(place['unit'])
  const address = textIn(place['address'])
  const unitName = textIn(place['unitName'])
  const [province, choose] = useProvince(unit)
  const provinces = useUnits('')
  const communes = useUnits(province)
  const known = communes.units ?? (unit === '' ? [] : [{ code: unit, name: unitName || unit }])
  const problem = provinces.problem ?? communes.problem
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
      {problem && <ProblemNotice problem={problem} onRetry={() => (provinces.reload(), communes.reload())} />}
      <SelectField
        id={id}
        label={t('province')}
        value={province ?? ''}
        onValue={(code) => {
          choose(code === '' ? null : code)
          onValue({ unit: '', address })
        }}
        options={[
          { value: '', label: t('choose') },
          ...(provinces.units ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <SelectField
        id={`${id}-commune`}
        label={t('commune')}
        hint={communes.units?.length === 0 ? t('empty') : undefined}
        value={unit}
        onValue={(code) =>
          onValue({ unit: code, address, unitName: known.find((one) => one.code === code)?.name ?? '' })
        }
        options={[
          { value: '', label: province === null ? t('first') : t('choose') },
          ...known.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Field
        id={`${id}-address`}
        label={t('address')}
        value={address}
        onValue={(text) => onValue({ unit, address: text, ...(unitName ? { unitName } : {}) })}
        maxLength={300}
      />
    </fieldset>
  )
}
