// A place of the country: its province, then its commune where the list of units has communes.
import type { ListUnits } from '../../contract/petition.ts'
import { view } from '../client/call.ts'
import { useLoad } from '../client/press.ts'
import { SelectField } from '../ui/field.tsx'
import { phrases } from '../ui/phrases.ts'

const t = phrases({
  province: { vi: 'Tỉnh, thành phố', en: 'Province or city' },
  commune: { vi: 'Xã, phường, đặc khu', en: 'Commune, ward or special zone' },
  choose: { vi: 'Chọn', en: 'Choose' },
  whole: { vi: 'Cả tỉnh, thành phố', en: 'The whole province' },
})

type Unit = { readonly code: string; readonly name: string }

/** The list is for everybody, and which province somebody looks at is nobody's business. */
const readUnits = async (province?: string): Promise<readonly Unit[]> =>
  (await view<typeof ListUnits>('petition.units', { province }, { isNameless: true })).units

const optionsOf = (first: string, units: readonly Unit[]) => [
  { value: '', label: first },
  ...units.map(({ code, name }) => ({ value: code, label: name })),
]

/** The choice names a province (2 digits) or a commune (5); its province is its first choice. */
type Chosen = { readonly province: string; readonly commune: string }
export const unitCodeOf = ({ province, commune }: Chosen): string => commune || province

const Communes = ({
  province,
  value,
  onValue,
}: {
  province: string
  value: string
  onValue: (code: string) => void
}) => {
  const { data } = useLoad(() => readUnits(province))
  return data && data.length > 0 ? (
    <SelectField
      id="unit-commune"
      label={t('commune')}
      value={value}
      onValue={onValue}
      options={optionsOf(t('whole'), data)}
    />
  ) : null
}

export const UnitFields = ({
  chosen,
  error,
  onChosen,
}: {
  chosen: Chosen
  error?: string
  onChosen: (chosen: Chosen) => void
}) => {
  const { data } = useLoad(() => readUnits())
  const { province, commune } = chosen
  return (
    <>
      <SelectField
        id="unit-province"
        label={t('province')}
        value={province}
        {...(error === undefined ? {} : { error })}
        onValue={(code) => onChosen({ province: code, commune: '' })}
        options={optionsOf(t('choose'), data ?? [])}
      />
      {province !== '' && (
        <Communes
          key={province}
          province={province}
          value={commune}
          onValue={(code) => onChosen({ province, commune: code })}
        />
      )}
    </>
  )
}
