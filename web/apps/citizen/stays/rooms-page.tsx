// Rooms that she lets, added once: how they are called and where they are, so that the right police hears of
// their guests.
import { useState } from 'preact/hooks'
import type { AddHome } from '../../../../contract/home-stays.ts'
import { faultSentence } from '../../../client/faults.ts'
import { usePress } from '../../../client/press.ts'
import type { Problem } from '../../../client/problem.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { UnitFields, unitCodeOf } from '../../../kit/unit-fields.tsx'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { check } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed } from '../shell/session.ts'

const t = phrases({
  title: { vi: 'Thêm phòng cho thuê', en: 'Add rooms that I let' },
  lead: {
    vi: 'Thêm một lần, sau đó báo khách ở từng nhà. Chỉ công an nơi đó và bạn thấy tên và địa chỉ này.',
    en: 'Added once; guests are then notified for each house. Only the police there and you see this name and address.',
  },
  name: { vi: 'Tên nhà trọ', en: 'Name of the house' },
  nameHint: { vi: 'Ví dụ: Nhà trọ bà Sáu', en: 'Such as: Nhà trọ bà Sáu' },
  address: { vi: 'Số nhà, đường hoặc thôn', en: 'House number and street' },
  add: { vi: 'Thêm', en: 'Add' },
  noName: { vi: 'Đặt tên để bạn nhận ra, ít nhất 2 chữ.', en: 'Give it a name of at least 2 letters.' },
  noAddress: {
    vi: 'Ghi số nhà, đường hoặc thôn, ít nhất 5 ký tự.',
    en: 'Write the house number and street, at least 5 characters.',
  },
  noUnit: { vi: 'Chọn tỉnh, thành phố.', en: 'Choose the province or city.' },
})

type Values = { readonly name: string; readonly address: string; readonly province: string }
const faultsOf = ({ name, address, province }: Values) =>
  [
    { fieldId: 'rooms-name', message: [...name.trim()].length < 2 ? t('noName') : null },
    { fieldId: 'unit-province', message: province === '' ? t('noUnit') : null },
    { fieldId: 'rooms-address', message: [...address.trim()].length < 5 ? t('noAddress') : null },
  ].flatMap(({ fieldId, message }) => (message === null ? [] : [{ fieldId, message }]))

/** What only the server has seen, at the field that the person sees. */
const toldBy = (problem: Problem | null) =>
  (problem?.fields ?? []).map(({ field, code }) => ({
    fieldId: field === 'unit' ? 'unit-province' : `rooms-${field}`,
    message: faultSentence(field, code),
  }))

export default function RoomsPage() {
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [unit, setUnit] = useState({ province: '', commune: '' })
  const [tries, setTries] = useState(0)
  const adding = usePress()
  const typed = faultsOf({ name, address, province: unit.province })
  const faults = tries === 0 ? [] : typed.length > 0 ? typed : toldBy(adding.problem)
  const faultAt = (id: string) => faults.find(({ fieldId }) => fieldId === id)?.message
  const add = () => {
    setTries((n) => n + 1)
    if (typed.length === 0) {
      void adding.press(async () => {
        const input = { kind: 'rented-rooms', name, address, unit: unitCodeOf(unit) } as const
        const added = await ownDeed<typeof AddHome>('stays.add-home', input)
        navigate(`/stays/${added.id}`, { replace: true })
      })
    }
  }
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/stays')} />}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <p class="quiet">{t('lead')}</p>
        {faults.length > 0 && <ErrorSummary key={`${tries} ${adding.refusals}`} problems={faults} />}
        {adding.problem && faults.length === 0 && (
          <ProblemNotice key={adding.refusals} problem={adding.problem} onRetry={add} />
        )}
        <Field
          id="rooms-name"
          label={t('name')}
          hint={t('nameHint')}
          value={name}
          error={faultAt('rooms-name')}
          onValue={setName}
          maxLength={80}
        />
        <UnitFields chosen={unit} error={faultAt('unit-province')} onChosen={setUnit} />
        <Field
          id="rooms-address"
          label={t('address')}
          value={address}
          error={faultAt('rooms-address')}
          onValue={setAddress}
          maxLength={200}
        />
        <Button kind="primary" type="submit" icon={check} isWide isBusy={adding.isBusy}>
          {t('add')}
        </Button>
      </form>
    </Screen>
  )
}
